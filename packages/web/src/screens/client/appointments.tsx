import { clockTime, longDate, whenSaid } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { authorOf, newEntry } from '../../state/entries.ts';
import type { BodyOf } from '../../state/record.ts';
import { ChangeForm } from './change-form.tsx';
import { CHANGE_WORDS } from './entries.words.ts';
import type { SectionProps } from './view.ts';

/** What is booked from today on; a booking moves or ends by an entry of its own. */
export function Appointments({ view, handle }: SectionProps) {
  const { record, practice, today } = view;
  const coming = record.appointments.filter(({ starts }) => starts.slice(0, 10) >= today);
  const by = authorOf(practice);
  return (
    <section aria-labelledby="appointments">
      <h2 id="appointments">Appointments</h2>
      {coming.length === 0 ? <p>Nothing booked.</p> : null}
      <ul className="plain-list">
        {coming.map(({ entry, starts, minutes }) => (
          <li key={entry}>
            <b>
              {longDate(starts)}, {clockTime(starts)}
            </b>
            , {minutes} minutes
            <WriteFold
              summary={
                <>
                  Move or cancel<span className="visually-hidden"> {longDate(starts)}</span>
                </>
              }
            >
              <ChangeForm
                draft={`${record.client.id}.${entry}`}
                today={today}
                onChange={(to, { change, askedBy, late }) => {
                  const next = to && newEntry('appointment', record.client.id, by, to);
                  const rest = { appointment: entry, askedBy, note: '' };
                  const changed: BodyOf<'appointment-change'> | undefined =
                    change === 'moved'
                      ? next && { change, to: next.id, ...rest }
                      : { change, late, ...rest };
                  if (changed)
                    void handle.save([
                      ...(next ? [next] : []),
                      newEntry('appointment-change', record.client.id, by, changed),
                    ]);
                }}
              />
            </WriteFold>
          </li>
        ))}
      </ul>
      {record.appointmentChanges.length > 0 ? (
        <details>
          <summary>Moved, cancelled or missed: {record.appointmentChanges.length}</summary>
          <ul className="plain-list">
            {record.appointmentChanges.map((changed) => (
              <li key={changed.entry}>
                {CHANGE_WORDS[changed.change]}
                {changed.change !== 'moved' && changed.late ? ', late' : ''}
                {changed.askedBy === 'client' ? ' by the client' : ' by the practice'}
                <span className="hint">
                  {' '}
                  {changed.by.name}, {whenSaid(changed.on, today)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
