/** From the words that people use to the subjects and body places that they mean. */
import type { PlaceId } from './body.ts';
import type { Knowledge } from './knowledge.ts';
import { createPlaceWords, singular } from './place-words.ts';
import type { Subject } from './subjects.ts';
import { editDistance, normalise } from './words.ts';

export type SearchKind = 'condition' | 'medicine' | 'finding' | 'technique' | 'place';

export type Match =
  | {
      readonly kind: Exclude<SearchKind, 'place'>;
      readonly id: string;
      /** All subjects that the word leads to: `id` first, and more where a medicine is in several classes. */
      readonly ids: readonly string[];
      /** The names of the subjects: "TNF inhibitors". */
      readonly name: string;
      /** The known word that was meant: "Humira". */
      readonly word: string;
    }
  | {
      readonly kind: 'place';
      /** More than one for "both knees". */
      readonly places: readonly PlaceId[];
      readonly name: string;
      readonly word: string;
    };

export interface Found {
  /** What the text names exactly: usually one; several when a word has several meanings. */
  readonly exact: readonly Match[];
  /** What may have been meant or is still being typed, nearest first; one to a subject. */
  readonly suggestions: readonly Match[];
}

export interface Search {
  /** @param kinds only these; left out: all */
  find(text: string, kinds?: readonly SearchKind[]): Found;
}

/** A known word in the form in which it is compared. */
interface Entry {
  readonly plain: string;
  /** As it stands, plurals kept: what slips are counted in. */
  readonly whole: string;
  /** The letters of the whole, one to a bit. */
  readonly letters: number;
  /** Without what stands in brackets at its end: "Blood thinners (anticoagulants)". */
  readonly short?: string;
  readonly match: Match;
}

const MOST_EDITS = 2;
const ALL_KINDS: readonly SearchKind[] = ['condition', 'medicine', 'finding', 'technique', 'place'];

/** Plain words in the singular, so that "tnf inhibitor" finds "TNF inhibitors". */
const plainOf = (text: string): string => normalise(text).split(' ').map(singular).join(' ');

/** "Humira (TNF inhibitors)", or just the name where that is what was typed. */
export const describeMatch = ({ name, word }: Match): string =>
  plainOf(name) === plainOf(word) ? name : `${word} (${name})`;

export function createSearch(knowledge: Knowledge): Search {
  const placeWords = createPlaceWords(knowledge.body);
  const subjects: Exclude<Subject, { kind: 'source' }>[] = [
    ...knowledge.conditions,
    ...knowledge.medicines,
    ...knowledge.findings,
    ...knowledge.techniques,
  ];
  const entries: Entry[] = subjects.flatMap((subject) =>
    [subject.name, ...subject.also, subject.id].map((word) => ({
      ...comparable(plainOf(word), normalise(word)),
      short: plainOf(word.replace(/\s*\([^()]*\)$/u, '')),
      match: {
        kind: subject.kind,
        id: subject.id,
        ids: [subject.id],
        name: subject.name,
        word: word === subject.id ? subject.name : word,
      },
    })),
  );
  const nameOf = new Map(knowledge.medicines.map(({ id, name }) => [id, name]));
  for (const { words, classes } of knowledge.medicineNames) {
    const [id = ''] = classes;
    const name = classes.map((other) => nameOf.get(other) ?? other).join(', ');
    for (const word of words)
      entries.push({
        ...comparable(plainOf(word), normalise(word)),
        match: { kind: 'medicine', id, ids: classes, name, word },
      });
  }
  const placeEntries: Entry[] = [...placeWords.phrases].map(([plain, { label, places }]) => ({
    ...comparable(plain, plain),
    match: { kind: 'place', places, name: label, word: label },
  }));

  return {
    find(text, kinds = ALL_KINDS) {
      const typed = plainOf(text);
      if (typed === '') return { exact: [], suggestions: [] };
      const among = entries.filter(({ match }) => kinds.includes(match.kind));
      const exact = firstNotEmpty(
        among.filter(({ plain }) => plain === typed),
        among.filter(({ short }) => short === typed),
      ).map(({ match }) => match);
      const near = nearest(typed, normalise(text), among);
      if (kinds.includes('place')) {
        const place = placeWords.exact(text);
        if (place)
          exact.push({ kind: 'place', places: place.places, name: place.label, word: text.trim() });
        const plain = placeWords.plain(text);
        near.push(...nearest(plain, plain, placeEntries));
      }
      const found = onePerSubject(exact);
      const suggestions = onePerSubject(
        near.sort((a, b) => a.rank - b.rank).map(({ match }) => match),
      ).filter((match) => !found.some((other) => keyOf(other) === keyOf(match)));
      return { exact: found, suggestions };
    },
  };
}

interface Near {
  readonly match: Match;
  /** Lower is nearer. */
  readonly rank: number;
}

function nearest(typed: string, whole: string, entries: readonly Entry[]): Near[] {
  const letters = lettersOf(whole);
  return entries.flatMap((entry) => {
    const rank = rankOf(typed, { whole, letters }, entry);
    return rank === undefined
      ? []
      : [{ match: entry.match, rank: rank + entry.plain.length / 1_000 }];
  });
}

const comparable = (plain: string, whole: string) => ({
  plain,
  whole,
  letters: lettersOf(whole),
});

const lettersOf = (plain: string): number => {
  let letters = 0;
  for (let i = 0; i < plain.length; i++) letters |= 1 << (plain.charCodeAt(i) & 31);
  return letters;
};

/** Whether two words differ in so many letters that more than `most` edits lie between them: one edit changes two. */
function differMore(one: number, other: number, most: number): boolean {
  let rest = one ^ other;
  for (let i = 0; i < 2 * most && rest !== 0; i++) rest &= rest - 1;
  return rest !== 0;
}

/** Typing its beginning, then a slip, then the beginning of a later word, then a known word with more after it. */
function rankOf(
  typed: string,
  { whole, letters }: Pick<Entry, 'whole' | 'letters'>,
  entry: Entry,
): number | undefined {
  const { plain } = entry;
  if (plain.startsWith(typed) || entry.whole.startsWith(whole)) return 0;
  const longer = Math.max(whole.length, entry.whole.length);
  const most = Math.min(MOST_EDITS, Math.max(1, Math.floor(longer / 3)));
  if (
    whole.length > 2 &&
    Math.abs(entry.whole.length - whole.length) <= most &&
    !differMore(letters, entry.letters, most)
  ) {
    const distance = editDistance(whole, entry.whole);
    if (distance <= most) return distance;
  }
  if (plain.includes(` ${typed}`)) return 3;
  return plain.length > 2 && typed.startsWith(`${plain} `) ? 4 : undefined;
}

const firstNotEmpty = <T>(first: readonly T[], otherwise: readonly T[]): readonly T[] =>
  first.length > 0 ? first : otherwise;

const keyOf = (match: Match): string =>
  match.kind === 'place' ? `place ${match.places.join()}` : `${match.kind} ${match.ids.join()}`;

/** The first match for each subject. */
const onePerSubject = (matches: readonly Match[]): Match[] => {
  const seen = new Set<string>();
  return matches.filter((match) => !seen.has(keyOf(match)) && seen.add(keyOf(match)));
};
