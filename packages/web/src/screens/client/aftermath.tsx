import { sessionToAskAbout } from '@assuage/outcomes';
import { longDate, weekday, whenSaid } from '../../components/times.ts';
import { useMayWrite, WriteFold } from '../../components/write-fold.tsx';
import { writerOf } from '../../state/writer.ts';
import { AddCorrection, Corrections } from '../corrections.tsx';
import { FEELING_WORDS, LASTED_CHOICES, SEVERITY_WORDS } from './entries.words.ts';
import { EventForm } from './event-form.tsx';
import { ReactionForm } from './reaction-form.tsx';
import type { ClientView, SectionProps } from './view.ts';

/** How the client was after sessions, and what went wrong. */
export function Aftermath({ view, handle }: SectionProps) {
  const { record, today } = view;
  const write = writerOf(view, handle);
  const mayWrite = useMayWrite();
  const open = mayWrite ? sessionToAskAbout(record, today) : undefined;
  const isNothing = record.reactions.length + record.adverseEvents.length === 0;
  return (
    <section aria-labelledby="aftermath">
      <h2 id="aftermath">Reactions and events</h2>
      {open === undefined ? null : (
        <div className="notice">
          <p>
            <b>Ask about {weekday(open.on)}'s session.</b> Nobody has noted yet how the client was
            after it.
          </p>
        </div>
      )}
      {isNothing ? <p>None on record.</p> : null}
      <ol className="timeline">
        {[...record.adverseEvents].reverse().map((event) => (
          <li key={event.entry}>
            <h3>
              {SEVERITY_WORDS[event.severity]} event, {whenSaid(event.happened, today)}
            </h3>
            <p className="as-written">{event.what}</p>
            <p>
              <b>What was done:</b> {event.done}{' '}
              <b>
                {event.reported.length === 0
                  ? 'Not reported.'
                  : `Reported to ${event.reported
                      .map(({ to, on }) => `${to}, ${longDate(on)}`)
                      .join('; ')}.`}
              </b>
            </p>
            <p className="hint">
              {sessionText(view, event.session)} Written by {event.by.name},{' '}
              {whenSaid(event.on, today)}
            </p>
            <Corrections corrections={event.amendments} today={today} />
            <AddCorrection
              entry={event.entry}
              of={`to the event of ${whenSaid(event.happened, today)}`}
              write={write}
            />
          </li>
        ))}
        {[...record.reactions]
          .reverse()
          .map(({ entry, feeling, soreness, hours, what, ...more }) => (
            <li key={entry}>
              <p>
                <b>{FEELING_WORDS[feeling]}</b> after a session. Soreness:{' '}
                {soreness === null ? 'not asked' : `${soreness} of 10`}
                {hours === null ? '' : `, for ${lastedText(hours)}`}. {what}
              </p>
              <p className="hint">
                {sessionText(view, more.session)} {more.by.name}, {whenSaid(more.on, today)}
              </p>
            </li>
          ))}
      </ol>
      <WriteFold summary="Add a reaction after a session">
        <ReactionForm
          key={open?.entry ?? ''}
          view={view}
          after={open?.entry ?? ''}
          onAdd={(body) => void write('reaction', body)}
        />
      </WriteFold>
      <WriteFold summary="Report an event">
        <EventForm view={view} onAdd={(body) => void write('adverse-event', body)} />
      </WriteFold>
    </section>
  );
}

function sessionText({ record }: ClientView, session: string | null): string {
  const found = record.sessions.find(({ entry }) => entry === session);
  return found === undefined ? 'No session named.' : `Session of ${longDate(found.on)}.`;
}

const lastedText = (hours: number): string =>
  LASTED_CHOICES.find(([value]) => value === String(hours))?.[1].toLowerCase() ?? `${hours} hours`;
