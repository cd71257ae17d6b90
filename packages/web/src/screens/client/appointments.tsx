import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes, EMPTY_DATE } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextField } from '../../components/text-field.tsx';
import { clockTime, longDate, whenSaid } from '../../components/times.ts';
import { SESSION_MINUTES } from '../../state/choices.ts';
import { newEntry } from '../../state/entries.ts';
import { dateFromParts } from '../../state/moment.ts';
import type { BodyOf } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { CHANGE_WORDS } from './entries.words.ts';
import type { SectionProps } from './view.ts';

const USUAL_MINUTES = '60';
const MINUTES = SESSION_MINUTES.map((count) => [String(count), `${count} min`] as const);
const ASKED_BY = [
  ['client', 'The client'],
  ['practice', 'The practice'],
] as const;
const WHAT = [
  ['moved', 'Move it'],
  ['cancelled', 'Cancel it'],
  ['late', 'Cancel it, late'],
  ['missed', 'The client did not come'],
] as const;
const EMPTY = {
  what: '',
  askedBy: 'client',
  day: EMPTY_DATE,
  time: '',
  minutes: USUAL_MINUTES,
};

/** What is booked from today on; a booking moves or ends by an entry of its own. */
export function Appointments({ view, handle }: SectionProps) {
  const { record, practice, today } = view;
  const coming = record.appointments.filter(({ starts }) => starts.slice(0, 10) >= today);
  const by = { name: practice.therapist.name, role: 'therapist' } as const;
  const booking = (body: BodyOf<'appointment'>) =>
    newEntry('appointment', record.client.id, by, body);
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
            <details className="no-print">
              <summary>
                Move or cancel<span className="visually-hidden"> {longDate(starts)}</span>
              </summary>
              <BookingForm
                draft={`${record.client.id}.${entry}`}
                isChange
                today={today}
                onBook={(to, { change, askedBy, late }) => {
                  const next = to && booking(to);
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
            </details>
          </li>
        ))}
      </ul>
      <details className="no-print">
        <summary>Book an appointment</summary>
        <BookingForm
          draft={record.client.id}
          today={today}
          onBook={(body) => body && void handle.save([booking(body)])}
        />
      </details>
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

interface Change {
  readonly change: 'moved' | 'cancelled' | 'missed';
  readonly askedBy: 'client' | 'practice';
  readonly late: boolean;
}
interface BookingFormProps {
  /** The name of the draft on this device. */
  readonly draft: string;
  /** An appointment is moved or ended, not made. */
  readonly isChange?: boolean;
  readonly today: string;
  /** @param to the new time, where there is one */
  readonly onBook: (to: BodyOf<'appointment'> | undefined, change: Change) => void;
}

function BookingForm({ draft, isChange = false, today, onBook }: BookingFormProps) {
  const { fields, change, drop } = useFormDraft(`booking.${draft}`, EMPTY);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const hasTime = !isChange || fields.what === 'moved';
  const send = () => {
    const day = dateFromParts(fields.day.day, fields.day.month, fields.day.year);
    const time = /^([01]\d|2[0-3]):[0-5]\d$/.exec(fields.time)?.[0];
    const wrong: PageError[] = [];
    if (isChange && fields.what === '')
      wrong.push({ text: 'Choose what happens to it', field: `${id}-what` });
    if (hasTime && (day === undefined || day < today))
      wrong.push({ text: 'Write a day that is still to come', field: `${id}-on-day` });
    if (hasTime && time === undefined) wrong.push({ text: 'Write the time', field: `${id}-time` });
    setErrors(wrong);
    if (wrong.length > 0) return;
    drop();
    onBook(
      hasTime && day !== undefined && time !== undefined
        ? { starts: `${day}T${time}`, minutes: Number(fields.minutes) }
        : undefined,
      {
        change: fields.what === 'moved' || fields.what === 'missed' ? fields.what : 'cancelled',
        askedBy: fields.askedBy === 'practice' ? 'practice' : 'client',
        late: fields.what === 'late' || fields.what === 'missed',
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormErrors title="The appointment was not changed" errors={errors} />
      {isChange ? (
        <>
          <ChoiceList
            id={`${id}-what`}
            legend="What happens to it?"
            choices={WHAT}
            chosen={fields.what}
            onChoose={(what) => change({ what })}
          />
          <ChoiceList
            legend="Who asked for it?"
            choices={ASKED_BY}
            chosen={fields.askedBy}
            onChoose={(askedBy) => change({ askedBy })}
          />
        </>
      ) : null}
      {hasTime ? (
        <>
          <DateBoxes
            id={`${id}-on`}
            legend="On which day?"
            parts={fields.day}
            onChange={(day) => change({ day })}
          />
          <TextField
            id={`${id}-time`}
            label="At what time?"
            type="time"
            value={fields.time}
            onChange={(time) => change({ time })}
          />
          <ChoiceList
            legend="For how long?"
            choices={MINUTES}
            chosen={fields.minutes}
            onChoose={(minutes) => change({ minutes })}
          />
        </>
      ) : null}
      <button type="submit" className="button">
        {isChange ? 'Change this appointment' : 'Book'}
      </button>
    </form>
  );
}
