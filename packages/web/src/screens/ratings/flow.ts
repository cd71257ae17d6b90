/** Which rating comes next, and what is sent. Pure: a step is found again from its id and the answers alone. */
import * as v from 'valibot';
import type { RatingsView } from '../../state/ratings.ts';
import type { BodyOf } from '../../state/record.ts';

type Rating = RatingsView['ratings'][number];
type FormQuestion = NonNullable<RatingsView['form']>['questions'][number];
type Feeling = BodyOf<'reaction'>['feeling'];

const zeroToTen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));
const Draft = v.strictObject({
  /** By the id of the measure; null: skipped. */
  answers: v.record(v.string(), v.nullable(zeroToTen)),
  /** To the short form of the day, by the id of the item; null: skipped. */
  form: v.record(v.string(), v.nullable(v.number())),
  /** Only the first rating, on a bad day. */
  isShort: v.boolean(),
  /** All the ratings once more, or those without an answer. */
  round: v.exactOptional(v.picklist(['again', 'rest'])),
  feeling: v.exactOptional(v.nullable(v.picklist(['better', 'same', 'worse']))),
  soreness: v.exactOptional(v.nullable(zeroToTen)),
  /** Handed over to be sent: nothing of it is changed any more. */
  isSent: v.boolean(),
});
export interface Draft {
  readonly answers: Readonly<Record<string, number | null>>;
  readonly form: Readonly<Record<string, number | null>>;
  readonly isShort: boolean;
  readonly round?: 'again' | 'rest';
  readonly feeling?: Feeling | null;
  readonly soreness?: number | null;
  readonly isSent: boolean;
}
export const NEW_DRAFT: Draft = { answers: {}, form: {}, isShort: false, isSent: false };

/** @param kept what was on the device; null when nothing was, and anything when another version wrote it */
export function parseDraft(kept: unknown): Draft {
  const parsed = v.safeParse(Draft, kept);
  return parsed.success ? parsed.output : NEW_DRAFT;
}

export type Step =
  | { readonly id: string; readonly rating: Rating }
  | { readonly id: string; readonly question: FormQuestion }
  | { readonly id: 'after'; readonly day: string }
  | { readonly id: 'sore' }
  | { readonly id: 'check' };
export const CHECK: Step = { id: 'check' };
/** Where the address leads when answers have been sent, on that day only. */
export const doneOn = (today: string): string => `done-${today}`;

/** The questions of today, in order. On a bad day the first rating alone: the one that a test needs, or the pain. */
export function stepsOf({ ratings, session, form }: RatingsView, draft: Draft): Step[] {
  const open = draft.round === 'again' ? ratings : ratings.filter((one) => !one.isAnswered);
  const asked = open.map((rating) => ({ id: rating.measure, rating }));
  if (draft.isShort) return [...asked.slice(0, 1), CHECK];
  return [
    ...asked,
    ...(session ? [{ id: 'after', day: session.day } as const] : []),
    ...(session && draft.feeling ? [{ id: 'sore' } as const] : []),
    ...(form?.questions ?? []).map((question) => ({ id: `form-${question.id}`, question })),
    CHECK,
  ];
}

/** How many questions are still open, as they are counted out to the client. */
export const openQuestions = ({ ratings, session, form }: RatingsView): number =>
  ratings.filter(({ isAnswered }) => !isAnswered).length +
  (session ? 1 : 0) +
  (form?.questions.length ?? 0);

/** Undefined: not asked yet; null: skipped. */
export function answerTo(draft: Draft, step: Step): number | Feeling | null | undefined {
  if ('rating' in step) return draft.answers[step.id];
  if ('question' in step) return draft.form[step.question.id];
  if ('day' in step) return draft.feeling;
  return step.id === 'sore' ? draft.soreness : undefined;
}

const nextStep = (draft: Draft, steps: readonly Step[]): Step =>
  steps.find((step) => answerTo(draft, step) === undefined) ?? CHECK;

/** The answer, kept, and the step that comes after it. */
export function answered(
  asked: RatingsView,
  draft: Draft,
  step: Step,
  answer: number | Feeling | null,
): { readonly draft: Draft; readonly next: Step } {
  const next = withAnswer(draft, step, answer);
  return { draft: next, next: nextStep(next, stepsOf(asked, next)) };
}

function withAnswer(draft: Draft, step: Step, answer: number | Feeling | null): Draft {
  if (typeof answer === 'string') return 'day' in step ? { ...draft, feeling: answer } : draft;
  if ('rating' in step) return { ...draft, answers: { ...draft.answers, [step.id]: answer } };
  if ('question' in step) return { ...draft, form: { ...draft.form, [step.question.id]: answer } };
  if ('day' in step) return { ...draft, feeling: null };
  return step.id === 'sore' ? { ...draft, soreness: answer } : draft;
}

/** The step that an address means, as long as nothing before it is open. What was handed over is at its end. */
export function stepAt(draft: Draft, steps: readonly Step[], id: string | undefined): Step {
  if (draft.isSent) return CHECK;
  const furthest = steps.indexOf(nextStep(draft, steps));
  const wanted = steps.findIndex((step) => step.id === id);
  return steps[wanted >= 0 && wanted <= furthest ? wanted : furthest] ?? CHECK;
}

export const stepBefore = (steps: readonly Step[], step: Step): Step | undefined =>
  steps[steps.findIndex(({ id }) => id === step.id) - 1];

/** What the answers are sent as; nothing for what was skipped. */
export function bodiesOf(
  asked: RatingsView,
  draft: Draft,
): {
  readonly scores: readonly BodyOf<'score'>[];
  readonly reaction: BodyOf<'reaction'> | undefined;
} {
  const steps = stepsOf(asked, draft);
  const scores = steps.flatMap((step): BodyOf<'score'>[] => {
    const value = 'rating' in step ? draft.answers[step.id] : undefined;
    if (typeof value !== 'number') return [];
    return [scoreOf(asked, step.id, { [step.id]: value })];
  });
  const filled = Object.fromEntries(
    steps.flatMap((step) => {
      const value = 'question' in step ? draft.form[step.question.id] : undefined;
      return 'question' in step && typeof value === 'number' ? [[step.question.id, value]] : [];
    }),
  );
  const isAsked = steps.some((step) => 'day' in step);
  const reaction =
    isAsked && asked.session && draft.feeling
      ? {
          session: asked.session.entry,
          feeling: draft.feeling,
          soreness: draft.soreness ?? null,
          hours: null,
          what: '',
        }
      : undefined;
  if (asked.form && Object.keys(filled).length > 0)
    scores.push(scoreOf(asked, asked.form.measure, filled));
  return { scores, reaction };
}

const scoreOf = (
  { release }: RatingsView,
  measure: string,
  answers: Readonly<Record<string, number>>,
): BodyOf<'score'> => ({
  measure,
  release,
  answers: { ...answers },
  filled: 'by-client',
  note: '',
});
