/** The record of a session while it is being written: from the plan and a few taps to a signed entry. Pure. */
import { type Engine, listWords } from '@assuage/safety';
import { factLine } from '../components/reason.words.ts';
import { placeText } from './derive.ts';
import type { KeptPlan } from './plan-entry.ts';
import type { BodyOf, CheckIn, SessionSegment } from './record.ts';
import { techniqueName } from './techniques.ts';

export const RESPONSES = [
  'Relaxed',
  'Comfortable',
  'Sore in places',
  'Asked for less pressure',
  'Asked to stop',
] as const;
export const SOAP = ['s', 'o', 'a', 'p'] as const;
export type SoapPart = (typeof SOAP)[number];

export interface SessionDraft {
  /** Null: not said yet. */
  readonly asPlanned: boolean | null;
  /** The planned segments that were left out, by their place in the plan. */
  readonly leftOut: readonly number[];
  readonly added: readonly SessionSegment[];
  /** The most pressure used, and the minutes; null: as planned. */
  readonly pressure: number | null;
  readonly minutes: number | null;
  readonly responses: readonly string[];
  /** Null: not said yet. */
  readonly painAfter: number | 'not-asked' | null;
  /** Only the notes that were written by hand; the others follow the taps. */
  readonly soap: Partial<Record<SoapPart, string>>;
}

export const EMPTY_DRAFT: SessionDraft = {
  asPlanned: null,
  leftOut: [],
  added: [],
  pressure: null,
  minutes: null,
  responses: [],
  painAfter: null,
  soap: {},
};

/** A draft is kept by this page only; what an older page kept in another shape is left behind. */
export function parseDraft(kept: unknown): SessionDraft {
  if (typeof kept !== 'object' || kept === null) return EMPTY_DRAFT;
  const known = Object.keys(EMPTY_DRAFT).every((key) => key in kept);
  return known ? (kept as SessionDraft) : EMPTY_DRAFT;
}

/** What was planned, as it is kept in the session. */
export const plannedSegments = (plan: KeptPlan): SessionSegment[] =>
  plan.plan.segments.map(({ places, technique, pressure, minutes }) => ({
    places,
    technique,
    pressure,
    minutes,
  }));

/** What was really done. */
export function doneSegments(plan: KeptPlan, draft: SessionDraft): SessionSegment[] {
  const planned = plannedSegments(plan);
  if (draft.asPlanned === true) return planned;
  return [...planned.filter((_, i) => !draft.leftOut.includes(i)), ...draft.added];
}

const sum = (segments: readonly SessionSegment[]): number =>
  segments.reduce((total, { minutes }) => total + minutes, 0);

export const minutesOf = (plan: KeptPlan, draft: SessionDraft): number =>
  (draft.asPlanned === true ? null : draft.minutes) ?? sum(doneSegments(plan, draft));

export const pressureOf = (plan: KeptPlan, draft: SessionDraft): number =>
  (draft.asPlanned === true ? null : draft.pressure) ??
  Math.max(0, ...doneSegments(plan, draft).map(({ pressure }) => pressure));

export interface Missing {
  /** The id of the field on the screen. */
  readonly field: 'done' | 'response' | 'pain-after';
  readonly text: string;
}

/** What has to be said before the record can be signed. */
export function missingIn(plan: KeptPlan, draft: SessionDraft): Missing[] {
  const missing: Missing[] = [];
  const isMassage = plannedSegments(plan).length > 0 || draft.added.length > 0;
  if (draft.asPlanned === null)
    missing.push({ field: 'done', text: 'Say whether the session was done as planned' });
  if (isMassage && draft.responses.length === 0)
    missing.push({ field: 'response', text: 'Say how the client responded' });
  if (isMassage && draft.painAfter === null)
    missing.push({ field: 'pain-after', text: 'Say how much pain there is after the session' });
  return missing;
}

export interface NoteContext {
  readonly engine: Engine;
  readonly plan: KeptPlan;
  readonly checkIn: CheckIn | undefined;
  /** What the client said today, as facts with a yes. */
  readonly said: readonly {
    readonly fact: string;
    readonly name: string;
    readonly places?: readonly string[];
  }[];
  readonly decision: string;
  readonly today: string;
}

const segmentLine = (engine: Engine, { places, technique, pressure, minutes }: SessionSegment) =>
  `${placeText(engine, places)}: ${techniqueName(engine, technique)}, pressure ${pressure}, ${minutes} minutes.`;

/** The four notes as the taps say them, in plain sentences. */
export function notesFrom(context: NoteContext, draft: SessionDraft): Record<SoapPart, string> {
  const { engine, plan, checkIn, said, decision, today } = context;
  const done = doneSegments(plan, draft);
  const pain =
    checkIn === undefined || checkIn.painNow === null
      ? []
      : [
          `Pain ${checkIn.painNow} of 10 before the session${
            checkIn.pain.length === 0
              ? ''
              : `: ${checkIn.pain.map(({ place }) => engine.body.label(place)).join(', ')}`
          }.`,
        ];
  const wish = checkIn?.wish ? [`Asked for: ${checkIn.wish}`] : [];
  const facts = said.map(
    ({ fact, name, places }) =>
      `${factLine(engine.body, { fact, name, answer: 'yes', ...(places ? { places } : {}) }, today)}.`,
  );
  const left = plannedSegments(plan).filter((_, i) => draft.leftOut.includes(i));
  const after =
    typeof draft.painAfter === 'number'
      ? [`Pain ${draft.painAfter} of 10 after the session.`]
      : draft.painAfter === 'not-asked'
        ? ['Pain after the session was not asked.']
        : [];
  const advice: unknown = 'aftercare' in plan.plan ? plan.plan.aftercare : [];
  return {
    s: [...pain, ...facts, ...wish].join('\n'),
    o: [
      done.length === 0 ? 'No massage was given.' : '',
      ...done.map((segment) => segmentLine(engine, segment)),
      draft.asPlanned === false && left.length > 0
        ? `Left out: ${left.map(({ places }) => placeText(engine, places)).join('; ')}.`
        : '',
      draft.responses.length > 0
        ? `Response: ${listWords(draft.responses.map((word) => word.toLowerCase()))}.`
        : '',
      ...after,
    ]
      .filter(Boolean)
      .join('\n'),
    a: `${decision}.`,
    p: textsOf(advice).join('\n'),
  };
}

/** The plan is kept as it was shown; what this page needs of it is looked at before it is used. */
function textsOf(advice: unknown): string[] {
  if (!Array.isArray(advice)) return [];
  return advice.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'text' in each ? [String(each.text)] : [],
  );
}

/** The notes to be signed: by hand where a hand wrote, else as the taps say. */
export const notesOf = (context: NoteContext, draft: SessionDraft): Record<SoapPart, string> => ({
  ...notesFrom(context, draft),
  ...draft.soap,
});

export function sessionBody(
  context: NoteContext,
  draft: SessionDraft,
  signed: { readonly by: string; readonly at: string },
): BodyOf<'session'> {
  const { plan } = context;
  return {
    plan: plan.entry,
    asPlanned: draft.asPlanned === true,
    segments: doneSegments(plan, draft).map((segment) => ({
      ...segment,
      places: [...segment.places],
    })),
    pressure: pressureOf(plan, draft),
    minutes: minutesOf(plan, draft),
    response: listWords(draft.responses),
    painAfter: typeof draft.painAfter === 'number' ? draft.painAfter : null,
    soap: notesOf(context, draft),
    signed: { ...signed },
  };
}
