/** The record being written: its draft on this device, and everything its notes are made from. */
import { useMemo } from 'react';
import { DECISION_WORDS } from '../../components/decision.words.ts';
import { checkInOn } from '../../state/choices.ts';
import { standingOf } from '../../state/derive.ts';
import { isOldPlan, type KeptPlan } from '../../state/plan-entry.ts';
import { type NoteContext, parseDraft, type SessionDraft } from '../../state/session-draft.ts';
import type { ClientAtWork } from '../../state/use-client.ts';
import { useDraft } from '../../state/use-draft.ts';

export interface RecordAtWork {
  readonly context: NoteContext;
  /** Answers have changed since the plan was kept. */
  readonly isOld: boolean;
  readonly draft: SessionDraft;
  readonly change: (change: Partial<SessionDraft>) => void;
  readonly drop: () => void;
}

export function useRecord(plan: KeptPlan, at: ClientAtWork, today: string): RecordAtWork {
  const { engine, record } = at;
  // Another plan is another session: its draft begins anew.
  const [draft, setDraft, drop] = useDraft(`session.${plan.entry}`, parseDraft);
  const standing = useMemo(() => standingOf(engine, record, today), [engine, record, today]);
  const context = useMemo(
    (): NoteContext => ({
      engine,
      plan,
      today,
      checkIn: checkInOn(record, today),
      said: [...standing.profile.facts.values()]
        .filter(({ answer, at: when }) => answer === 'yes' && when.slice(0, 10) === today)
        .map(({ fact, places }) => ({
          fact,
          name: engine.fact(fact)?.name ?? fact,
          ...(places ? { places } : {}),
        })),
      decision: DECISION_WORDS[plan.plan.decision].words.therapist,
    }),
    [engine, plan, record, standing, today],
  );
  return {
    context,
    isOld: isOldPlan(plan, standing),
    draft,
    change: (change) => setDraft({ ...draft, ...change }),
    drop,
  };
}
