import { isInForce } from '@assuage/safety';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { longDate, whenSaid } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { daysBetween } from '../../state/moment.ts';
import { clearable } from '../../state/reasons.ts';
import { isRefusing, type Refusal } from '../../state/refusals.ts';
import { writerOf } from '../../state/writer.ts';
import { ClearanceForm } from './clearance-form.tsx';
import { RefusalForm } from './refusal-form.tsx';
import type { ClientView, SectionProps } from './view.ts';

const SOON_DAYS = 14;

/** What clinicians have allowed and refused, until when, and forms for new ones. */
export function Clearances({ view, handle }: SectionProps) {
  const { engine, record, standing, today } = view;
  const write = writerOf(view, handle);
  const [ending, setEnding] = useState<Refusal>();
  const clearances = record.clearances.flatMap((permission) =>
    permission.kind === 'clearance' ? [permission] : [],
  );
  /** What a refusal has not ended. */
  const stillLifts = (entry: string): boolean =>
    record.permissions.some(
      (permission) => permission.entry === entry && isInForce(permission, today),
    );
  const limits = clearable(engine, standing.reasons);
  const state = ({ entry, from, until }: (typeof clearances)[number]): string => {
    const left = daysBetween(today, until);
    if (left < 0) return 'Past its date: it lifts nothing';
    if (from > today) return 'Not in force yet';
    if (!stillLifts(entry)) return 'Taken back by a refusal: it lifts nothing';
    if (left > SOON_DAYS) return 'In force';
    return left === 0 ? 'Ends today' : `In force, ends in ${left} ${left === 1 ? 'day' : 'days'}`;
  };
  return (
    <section aria-labelledby="clearances">
      <h2 id="clearances">Clearances and refusals</h2>
      {clearances.length + record.refusals.length === 0 ? <p>None on record.</p> : null}
      <ul className="plain-list">
        {clearances.map((clearance) => (
          <li key={clearance.entry}>
            <b>{clearance.by}</b>, {longDate(clearance.from)} to {longDate(clearance.until)}.{' '}
            <b>{state(clearance)}.</b> Lifts: {aboutLimits(view, clearance.limits)}.
            {clearance.note ? ` Note: ${clearance.note}` : ''}
          </li>
        ))}
        {record.refusals.map((refusal) => (
          <li key={refusal.entry}>
            <b>{refusal.clinician} says no</b>, {longDate(refusal.from)} to{' '}
            {longDate(refusal.until)}.{' '}
            <b>
              {refusal.ended !== undefined
                ? `Taken back by ${refusal.ended.clinician}, ${whenSaid(refusal.ended.on, today)}`
                : isRefusing(refusal, today)
                  ? 'In force'
                  : 'Past its date: ask again'}
              .
            </b>{' '}
            To:{' '}
            {refusal.limits === undefined
              ? 'massage as a whole'
              : aboutLimits(view, refusal.limits)}
            .{refusal.note ? ` Note: ${refusal.note}` : ''}{' '}
            <span className="hint">
              {refusal.by.name}, {whenSaid(refusal.on, today)}
            </span>
            {isRefusing(refusal, today) ? (
              <button type="button" className="button no-print" onClick={() => setEnding(refusal)}>
                Taken back<span className="visually-hidden"> by {refusal.clinician}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <WriteFold summary="Add a clearance">
        {limits.length === 0 ? (
          <p>No limit holds today that a clearance could lift.</p>
        ) : (
          <ClearanceForm
            key={clearances.length}
            limits={limits}
            today={today}
            onAdd={(body) => void write('clearance', body)}
          />
        )}
      </WriteFold>
      <WriteFold summary="Add a refusal">
        <RefusalForm
          key={record.refusals.length}
          client={record.client.id}
          limits={limits}
          today={today}
          onAdd={(body) => void write('refusal', body)}
        />
      </WriteFold>
      <ConfirmDialog
        isOpen={ending !== undefined}
        title={`${ending?.clinician ?? ''} no longer says no`}
        confirm="Note it"
        onConfirm={() => {
          if (ending)
            void write('refusal-end', {
              refusal: ending.entry,
              clinician: ending.clinician,
              note: '',
            });
          setEnding(undefined);
        }}
        onCancel={() => setEnding(undefined)}
      >
        <p>Clearances that the refusal ended do not come back. Add them again.</p>
      </ConfirmDialog>
    </section>
  );
}

/** What the limits are about: "Rheumatoid arthritis, heat". */
function aboutLimits({ engine }: ClientView, limits: readonly string[]): string {
  const about = limits.map((id) => {
    const limit = engine.limit(id);
    return limit === undefined ? id : `${limit.rule.subject.name} (${limit.kind})`;
  });
  return [...new Set(about)].join(', ');
}
