/** Marks on the body: what is where. The same list is drawn, listed, changed and sent. Pure. */
import type { Body, PlaceId } from '@assuage/knowledge';

export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];
export const LEVEL_WORDS: Record<Level, string> = { 1: 'Mild', 2: 'Moderate', 3: 'Severe' };

export type Mark =
  | { readonly kind: 'pain'; readonly place: PlaceId; readonly level: Level }
  /** A hot, swollen or sore joint, or a place that is worse than usual. */
  | { readonly kind: 'flare'; readonly place: PlaceId }
  /** Something else that was found there: a rash, numbness, an operation. */
  | { readonly kind: 'finding'; readonly place: PlaceId }
  /** Not to be touched. */
  | { readonly kind: 'avoid'; readonly place: PlaceId }
  /** Worked on, or planned to be. */
  | { readonly kind: 'treated'; readonly place: PlaceId }
  /** The most pressure there, 0 to 5. */
  | { readonly kind: 'limit'; readonly place: PlaceId; readonly pressure: number };
export type MarkKind = Mark['kind'];

/** The kinds that a person marks; the others are only shown. */
export type MarkedKind = Extract<MarkKind, 'pain' | 'flare' | 'finding'>;

/** @param level for a new pain mark, until the person says how bad it is there */
export const newMark = (kind: MarkedKind, place: PlaceId, level: Level): Mark =>
  kind === 'pain' ? { kind, place, level } : { kind, place };

export const isMarked = (marks: readonly Mark[], place: PlaceId): boolean =>
  marks.some((mark) => mark.place === place);

export const without = (marks: readonly Mark[], places: readonly PlaceId[]): readonly Mark[] =>
  marks.filter((mark) => !places.includes(mark.place));

export interface Change {
  readonly marks: readonly Mark[];
  /** What to say about it: "Right calf added. 3 places marked." */
  readonly says: string;
}

const count = (marks: readonly Mark[]): string =>
  marks.length === 0
    ? 'No places marked.'
    : `${marks.length} ${marks.length === 1 ? 'place' : 'places'} marked.`;

/** A tap marks a place; a second tap takes it back. */
export function toggled(body: Body, marks: readonly Mark[], mark: Mark): Change {
  const isThere = isMarked(marks, mark.place);
  const next = isThere ? without(marks, [mark.place]) : [...marks, mark];
  return {
    marks: next,
    says: `${body.label(mark.place)} ${isThere ? 'removed' : 'added'}. ${count(next)}`,
  };
}

/** Several places in one tap: marks what is missing, or takes all back when nothing is. */
export function toggledAll(name: string, marks: readonly Mark[], wanted: readonly Mark[]): Change {
  const missing = wanted.filter(({ place }) => !isMarked(marks, place));
  const next =
    missing.length > 0
      ? [...marks, ...missing]
      : without(
          marks,
          wanted.map(({ place }) => place),
        );
  return {
    marks: next,
    says: `${name} ${missing.length > 0 ? 'added' : 'removed'}. ${count(next)}`,
  };
}

export const leveled = (
  body: Body,
  marks: readonly Mark[],
  place: PlaceId,
  level: Level,
): Change => ({
  marks: marks.map((mark) =>
    mark.kind === 'pain' && mark.place === place ? { ...mark, level } : mark,
  ),
  says: `${body.label(place)}: ${LEVEL_WORDS[level].toLowerCase()}.`,
});

export const cleared = (): Change => ({ marks: [], says: count([]) });

export const undone = (earlier: readonly Mark[] | undefined): Change | undefined =>
  earlier === undefined ? undefined : { marks: earlier, says: `Undone. ${count(earlier)}` };
