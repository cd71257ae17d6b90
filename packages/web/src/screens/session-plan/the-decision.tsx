import { DECISION_WORDS } from '../../components/decision.words.ts';
import { DecisionBanner } from '../../components/decision-banner.tsx';
import { EmergencyNumbers } from '../../components/emergency-numbers.tsx';
import { factLine } from '../../components/reason.words.ts';
import { mainReason } from '../../state/derive.ts';
import type { PlanAtWork } from './use-plan.ts';

/** The decision, its main reason, and what would change it. */
export function TheDecision({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, standing, today } = plan;
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
      {contradictions.map(({ message }) => (
        <p key={message} className="notice">
          <b>Two answers do not fit together.</b> {message}. We follow the more careful one. Ask
          again.
        </p>
      ))}
    </>
  );
}
