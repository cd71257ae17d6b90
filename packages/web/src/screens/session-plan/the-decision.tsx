import { DECISION_WORDS } from '../../components/decision.words.ts';
import { DecisionBanner } from '../../components/decision-banner.tsx';
import { EmergencyNumbers } from '../../components/emergency-numbers.tsx';
import { factLine } from '../../components/reason.words.ts';
import { longDate, whenSaid } from '../../components/times.ts';
import { massageWithdrawn } from '../../state/consents.ts';
import { mainReason } from '../../state/derive.ts';
import { refusalsOn } from '../../state/refusals.ts';
import type { PlanAtWork } from './use-plan.ts';

/** The decision, its main reason, and what would change it. */
export function TheDecision({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, record, standing, today } = plan;
  const withdrawn = massageWithdrawn(record, today);
  const { envelope, questions, contradictions } = standing;
  const reason = mainReason(standing);
  // The fact that was said last is the one that can have changed; the reasons below show them all.
  const newest = [...(reason?.facts ?? [])].sort((a, b) =>
    (a.at ?? '') < (b.at ?? '') ? 1 : -1,
  )[0];
  const isOpen = envelope.decision !== envelope.known && questions.length > 0;
  return (
    <>
      <DecisionBanner
        audience="therapist"
        decision={envelope.decision}
        known={envelope.known}
        questions={questions.length}
      >
        <Refusals plan={plan} />
        {isOpen ? (
          <p>
            An answer could make it: <b>{DECISION_WORDS[envelope.decision].words.therapist}</b>.
          </p>
        ) : null}
        {reason?.stated ? (
          <>
            {newest === undefined ? null : (
              <p className="decision-fact">{factLine(engine.body, newest, today)}</p>
            )}
            <p>{reason.because}</p>
            <p>
              <b>What would change it:</b> {reason.release}
            </p>
          </>
        ) : null}
        {envelope.known === 'refer-now' ? <EmergencyNumbers /> : null}
      </DecisionBanner>
      {withdrawn === undefined ? null : (
        <p className="notice">
          <b>The client has not agreed to massage, or no longer agrees.</b> {withdrawn.from.name},{' '}
          {whenSaid(withdrawn.on, today)}. Ask before you begin.
        </p>
      )}
      {contradictions.map(({ message }) => (
        <p key={message} className="notice">
          <b>Two answers do not fit together.</b> {message}. We follow the more careful one. Ask
          again.
        </p>
      ))}
    </>
  );
}

/** What clinicians refuse today, first of all reasons. */
function Refusals({ plan: { engine, record, today } }: { readonly plan: PlanAtWork }) {
  return refusalsOn(record, today).map(({ entry, clinician, limits, from, until, note }) => (
    <p key={entry} className="decision-fact">
      <b>{clinician} says no</b> to{' '}
      {limits === undefined
        ? 'massage as a whole'
        : [...new Set(limits.map((id) => engine.limit(id)?.rule.subject.name ?? id))].join(', ')}
      , {longDate(from)} to {longDate(until)}.{note === '' ? '' : ` ${note}`}
    </p>
  ));
}
