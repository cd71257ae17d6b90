/** The check-in as it stands: the answers, the steps they call for, and what each tap does. */
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { forgetOthers } from '../../components/kept.ts';
import { localNow, localToday } from '../../components/times.ts';
import { newEntry } from '../../state/entries.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useDraft } from '../../state/use-draft.ts';
import { type Draft, parseDraft } from './draft.ts';
import { nextStep, type Step, stepAt, stepBefore, stepsOf } from './flow.ts';
import { type CheckInContext, followUpsOf, knownDecision } from './follow-ups.ts';
import { statementsOf } from './statements.ts';

const route = getRouteApi('/check-in/$id');
const URGENT = 'urgent';

export interface CheckInAtWork {
  readonly draft: Draft;
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly before: Step | undefined;
  /** An answer means that help is needed at once, and the page says so now. */
  readonly isUrgent: boolean;
  /** Keeps part of an answer, and stays: marks on a map, words in a box. */
  readonly note: (part: Partial<Draft>) => void;
  /** Keeps an answer and goes on. */
  readonly answer: (answer: Partial<Draft>) => void;
  readonly goOnAnyway: () => void;
  readonly changeLast: () => void;
  readonly send: () => void;
}

export function useCheckIn(
  { engine, record }: ClientAtWork,
  { save, retry }: ClientHandle,
): CheckInAtWork {
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const [today] = useState(() => localToday());
  const client = record.client.id;
  const [draft, keepDraft, dropDraft] = useDraft(`check-in.${client}.${today}`, parseDraft);

  // Half-finished answers of another day are health facts that nobody will send: they do not stay here.
  useEffect(() => {
    const drafts = 'assuage.draft.check-in.';
    forgetOthers(`${drafts}${client}.`, `${drafts}${client}.${today}`);
  }, [client, today]);

  const context = useMemo<CheckInContext>(
    () => ({ engine, record, today }),
    [engine, record, today],
  );
  const state = useMemo(() => stateOf(context, draft), [context, draft]);
  const step = stepAt(draft, state.steps, q);

  const goTo = (id: string) => void navigate({ search: { q: id } });
  const goToSent = () =>
    void navigate({ to: '/check-in/$id/sent', params: { id: client }, search: {}, replace: true });

  // The answers of an earlier visit have arrived meanwhile.
  const hasArrived = record.checkIns.some(({ entry }) => entry === draft.sentAs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when they have arrived.
  useEffect(() => {
    if (!hasArrived) return;
    dropDraft();
    goToSent();
  }, [hasArrived]);

  /** What is changed after a failed sending has to be sent anew. */
  const note = (part: Partial<Draft>): Draft => {
    const { sentAs: _, ...rest } = draft;
    const next = { ...rest, ...part };
    keepDraft(next);
    return next;
  };

  const answer = (part: Partial<Draft>) => {
    const next = note(part);
    const { steps, isUrgent } = stateOf(context, next);
    goTo(isUrgent && !next.urgentSeen ? URGENT : nextStep(next, steps).id);
  };

  const send = async () => {
    const isSaved = draft.sentAs === undefined ? await hand(draft) : await retry();
    if (!isSaved) return;
    dropDraft();
    goToSent();
  };
  const hand = (answers: Draft): Promise<boolean> => {
    const by = { name: record.client.name, role: 'client' } as const;
    const entry = newEntry('check-in', client, by, {
      statements: statementsOf(answers, state.followUps, by.name, localNow()),
      painNow: answers.pain ?? null,
      pain: answers.pain === 0 ? [] : [...answers.painPlaces],
      wish: answers.wish.trim(),
      wishes: [],
    });
    keepDraft({ ...answers, sentAs: entry.id });
    return save([entry]);
  };

  return {
    draft,
    steps: state.steps,
    step,
    before: stepBefore(state.steps, step),
    isUrgent: q === URGENT && state.isUrgent,
    note,
    answer,
    goOnAnyway: () => answer({ urgentSeen: true }),
    changeLast: () =>
      goTo((stepBefore(state.steps, nextStep(draft, state.steps)) ?? state.steps[0])?.id ?? ''),
    send: () => void send(),
  };
}

/** Everything that follows from the answers. */
function stateOf(context: CheckInContext, draft: Draft) {
  const all = followUpsOf(context, draft);
  const followUps = all.flatMap(({ answer }) => answer ?? []);
  return {
    steps: stepsOf(draft, all),
    followUps,
    isUrgent: knownDecision(context, draft, followUps) === 'refer-now',
  };
}
