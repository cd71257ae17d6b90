import { isInForce } from '@assuage/safety';
import { longDate } from '../../components/times.ts';
import { newEntry } from '../../state/entries.ts';
import { daysBetween } from '../../state/moment.ts';
import { clearable } from '../../state/reasons.ts';
import type { ClientHandle } from '../../state/use-client.ts';
import { ClearanceForm } from './clearance-form.tsx';
import type { ClientView } from './view.ts';

interface ClearancesProps {
  readonly view: ClientView;
  readonly handle: ClientHandle;
}

const SOON_DAYS = 14;

/** What clinicians have allowed, until when, and a form for a new one. */
export function Clearances({ view, handle }: ClearancesProps) {
  const { engine, record, practice, standing, today } = view;
  const clearances = record.permissions.flatMap((permission) =>
    permission.kind === 'clearance' ? [permission] : [],
  );
  const limits = clearable(engine, standing.reasons);
  const state = (until: string, isNow: boolean): string => {
    const left = daysBetween(today, until);
    if (left < 0) return 'Past its date: it lifts nothing';
    if (!isNow) return 'Not in force yet';
    if (left > SOON_DAYS) return 'In force';
    return left === 0 ? 'Ends today' : `In force, ends in ${left} ${left === 1 ? 'day' : 'days'}`;
  };
  return (
    <section aria-labelledby="clearances">
      <h2 id="clearances">Clearances</h2>
      {clearances.length === 0 ? <p>No clearances yet.</p> : null}
      <ul className="plain-list">
        {clearances.map((clearance) => (
          <li key={clearance.entry}>
            <b>{clearance.by}</b>, {longDate(clearance.from)} to {longDate(clearance.until)}.{' '}
            <b>{state(clearance.until, isInForce(clearance, today))}.</b>{' '}
            {aboutLimits(view, clearance.limits)}
            {clearance.note ? ` Note: ${clearance.note}` : ''}
          </li>
        ))}
      </ul>
      <details className="no-print">
        <summary>Add a clearance</summary>
        {limits.length === 0 ? (
          <p>No limit holds today that a clearance could lift.</p>
        ) : (
          <ClearanceForm
            key={clearances.length}
            limits={limits}
            today={today}
            onAdd={(body) =>
              void handle.save([
                newEntry(
                  'clearance',
                  record.client.id,
                  { name: practice.therapist.name, role: 'therapist' },
                  body,
                ),
              ])
            }
          />
        )}
      </details>
    </section>
  );
}

/** What the limits are about: "Rheumatoid arthritis, heat". */
function aboutLimits({ engine }: ClientView, limits: readonly string[]): string {
  const about = limits.map((id) => {
    const limit = engine.limit(id);
    return limit === undefined ? id : `${limit.rule.subject.name} (${limit.kind})`;
  });
  return `Lifts: ${[...new Set(about)].join(', ')}.`;
}
