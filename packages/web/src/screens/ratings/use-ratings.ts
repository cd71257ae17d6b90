/** The questions of today as they stand, and what each tap does. */
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { forgetOthers } from '../../components/kept.ts';
import { newEntry } from '../../state/entries.ts';
import { readUnsent } from '../../state/outbox.ts';
import type { RatingsView } from '../../state/ratings.ts';
import type { NewEntry } from '../../state/record.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useDraft } from '../../state/use-draft.ts';
import {
  answered,
  bodiesOf,
  CHECK,
  type Draft,
  doneOn,
  parseDraft,
  type Step,
  stepAt,
  stepBefore,
  stepsOf,
} from './flow.ts';

const route = getRouteApi('/check-in/$id/ratings');

export interface RatingsProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly asked: RatingsView;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The answers have arrived: what is asked now is to be fetched again. */
  readonly onSent: () => void;
}

export interface RatingsAtWork {
  readonly draft: Draft;
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly before: Step | undefined;
  /** Nothing is being answered: the page says what was done today. */
  readonly isDone: boolean;
  /** Something was sent today: by this page, or a rating by any. */
  readonly hasSent: boolean;
  /** Whether there is anything to send. */
  readonly hasAnswers: boolean;
  readonly answer: (answer: Parameters<typeof answered>[3]) => void;
  readonly shorten: (isShort: boolean) => void;
  readonly begin: (round: 'again' | 'rest') => void;
  readonly send: () => void;
}

export function useRatings({ at, handle, asked, today, onSent }: RatingsProps): RatingsAtWork {
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const { client } = at.record;
  const [draft, keepDraft, dropDraft] = useDraft(`ratings.${client.id}.${today}`, parseDraft);
  const goTo = (id: string, replace = false) => void navigate({ search: { q: id }, replace });

  // Half-finished answers of another day are health facts that nobody will send: they do not stay here.
  useEffect(() => {
    const drafts = `assuage.draft.ratings.${client.id}.`;
    forgetOthers(drafts, `${drafts}${today}`);
  }, [client.id, today]);

  const steps = useMemo(() => stepsOf(asked, draft), [asked, draft]);
  const step = stepAt(draft, steps, q);
  const { scores, reaction } = bodiesOf(asked, draft);

  // Sent just now, or by an earlier visit that did not live to see it.
  const { status } = handle.saving;
  const isOnItsWay = status === 'saving' || status === 'failed';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when nothing waits any more.
  useEffect(() => {
    if (!draft.isSent || isOnItsWay || readUnsent(client.id).length > 0) return;
    dropDraft();
    goTo(doneOn(today), true);
    onSent();
  }, [draft.isSent, isOnItsWay]);

  const send = () => {
    if (draft.isSent) return void handle.retry();
    void handle.save(entriesOf(at, asked, draft));
    // After the entries are kept to be sent: else they would seem to have arrived.
    keepDraft({ ...draft, isSent: true });
  };

  const hasSent = q === doneOn(today) || asked.ratings.some(({ isAnswered }) => isAnswered);

  return {
    draft,
    steps,
    step,
    before: draft.isSent ? undefined : stepBefore(steps, step),
    isDone:
      !draft.isSent &&
      draft.round === undefined &&
      Object.keys(draft.answers).length + Object.keys(draft.form).length === 0 &&
      draft.feeling === undefined &&
      (hasSent || steps.length === 1),
    hasSent,
    hasAnswers: scores.length > 0 || reaction !== undefined,
    answer: (said) => {
      const { draft: next, next: then } = answered(asked, draft, step, said);
      keepDraft(next);
      goTo(then.id);
    },
    shorten: (isShort) => keepDraft({ ...draft, isShort }),
    begin: (round) => {
      const next = { ...draft, round };
      keepDraft(next);
      goTo(stepsOf(asked, next)[0]?.id ?? CHECK.id);
    },
    send,
  };
}

function entriesOf({ record }: ClientAtWork, asked: RatingsView, draft: Draft): NewEntry[] {
  const { client } = record;
  const by = { name: client.name, role: 'client' } as const;
  const { scores, reaction } = bodiesOf(asked, draft);
  return [
    ...scores.map((body) => newEntry('score', client.id, by, body)),
    ...(reaction ? [newEntry('reaction', client.id, by, reaction)] : []),
  ];
}
