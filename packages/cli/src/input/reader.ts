/** What every part of a client file is read with: looking words up, and collecting what is wrong. */
import {
  type Body,
  didYouMean,
  type Issue,
  type Match,
  nearestWords,
  normalise,
  type PlaceId,
  type Search,
  type SearchKind,
} from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';
import { wordList } from '../report/layout.ts';
import type { Entry, Tree } from './tree.ts';

/** "RA" was read as "Rheumatoid arthritis". */
export interface Understood {
  readonly line: number;
  readonly said: string;
  readonly meaning: string;
}

export interface Reader {
  readonly engine: Engine;
  readonly search: Search;
  readonly file: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly issues: Issue[];
  readonly understood: Understood[];
}

export type Word = Extract<Tree, { kind: 'word' }>;
type SubjectMatch = Exclude<Match, { kind: 'place' }>;

export const report = (reader: Reader, line: number, message: string): void => {
  reader.issues.push({ file: reader.file, line, message });
};
export const understand = (reader: Reader, line: number, said: string, meaning: string): void => {
  reader.understood.push({ line, said, meaning });
};

/** The words of a list; a single word is a list of one. */
export function wordsOf(reader: Reader, tree: Tree, what: string): Word[] {
  if (tree.kind === 'word') return [tree];
  if (tree.kind === 'list')
    return tree.items.flatMap((item) => {
      if (item.kind === 'word') return [item];
      report(reader, item.line, `${what}: each item should be one word or phrase`);
      return [];
    });
  report(reader, tree.line, `${what}: write a list, such as [one, two]`);
  return [];
}

/** One word or phrase, or an issue. */
export function wordOf(reader: Reader, tree: Tree, what: string): string | undefined {
  if (tree.kind === 'word') return tree.text;
  report(
    reader,
    tree.line,
    tree.kind === 'empty'
      ? `${what}: nothing is written here; write it, or leave the line out`
      : `${what}: write one word or phrase`,
  );
  return undefined;
}

/** The entries of a map by their proper keys. Unknown keys and keys given twice are issues. */
export function entriesOf<K extends string>(
  reader: Reader,
  tree: Tree,
  keys: Readonly<Record<K, readonly string[]>>,
  what: string,
): Map<K, Entry> {
  const entries = new Map<K, Entry>();
  if (tree.kind !== 'map') {
    report(reader, tree.line, `${what} should be lines such as "${Object.keys(keys)[0]}: …"`);
    return entries;
  }
  for (const entry of tree.entries) {
    const key = choose(entry.key, keys);
    if (key === undefined) {
      const known = Object.entries<readonly string[]>(keys).flatMap(([name, also]) => [
        name,
        ...also,
      ]);
      const near = nearestWords(entry.key, known);
      report(
        reader,
        entry.line,
        `unknown key "${entry.key}"${near.length > 0 ? didYouMean(near) : `; the keys here are ${Object.keys(keys).join(', ')}`}`,
      );
      continue;
    }
    const earlier = entries.get(key);
    if (earlier) {
      const other = earlier.key === entry.key ? '' : ` (as "${earlier.key}")`;
      report(
        reader,
        entry.line,
        `"${entry.key}" is given twice: also on line ${earlier.line}${other}`,
      );
    } else entries.set(key, entry);
  }
  return entries;
}

/** Which of a few choices a word names, by the choice itself or another word for it. */
export function choose<K extends string>(
  text: string,
  choices: Readonly<Record<K, readonly string[]>>,
): K | undefined {
  const typed = normalise(text);
  // Object.keys forgets the names of the keys.
  return (Object.keys(choices) as K[]).find(
    (key) => normalise(key) === typed || choices[key].some((word) => normalise(word) === typed),
  );
}

/** A list of such choices, each once. */
export function chooseAll<K extends string>(
  reader: Reader,
  tree: Tree,
  choices: Readonly<Record<K, readonly string[]>>,
  what: string,
): K[] {
  const chosen: K[] = [];
  for (const { text, line } of wordsOf(reader, tree, what)) {
    const choice = choose(text, choices);
    if (choice === undefined) {
      const near = nearestWords(text, Object.keys(choices));
      report(
        reader,
        line,
        `${what}: unknown word "${text}"${near.length > 0 ? didYouMean(near) : `; choose from ${Object.keys(choices).join(', ')}`}`,
      );
    } else {
      if (normalise(choice) !== normalise(text)) understand(reader, line, text, choice);
      if (!chosen.includes(choice)) chosen.push(choice);
    }
  }
  return chosen;
}

const SUBJECT_NOUNS: Readonly<Record<SearchKind, string>> = {
  condition: 'a condition: put it under "conditions"',
  medicine: 'a medicine: put it under "medicines"',
  finding: 'a finding: put it under "today"',
  technique: 'a technique: put it under "wishes"',
  place: 'a body place',
};
const KIND_WORDS: Readonly<Record<SearchKind, string>> = {
  condition: 'condition',
  medicine: 'medicine',
  finding: 'finding',
  technique: 'technique',
  place: 'body place',
};

/** The one subject that a word names; otherwise an issue with what may have been meant. */
export function findSubject(
  reader: Reader,
  text: string,
  line: number,
  kinds: readonly SearchKind[],
): SubjectMatch | undefined {
  const { exact, suggestions } = reader.search.find(text, kinds);
  const found = exact.filter((match) => match.kind !== 'place');
  const [only] = found;
  if (only && found.length === 1) return only;
  const noun = wordList(
    kinds.map((kind) => KIND_WORDS[kind]),
    'or',
  );
  if (found.length > 1) report(reader, line, `"${text}" can mean ${names(found)}: write which one`);
  else {
    const [elsewhere] = reader.search.find(text).exact;
    if (elsewhere && !kinds.includes(elsewhere.kind))
      report(reader, line, `"${text}" is ${SUBJECT_NOUNS[elsewhere.kind]}`);
    else
      report(
        reader,
        line,
        `unknown ${noun} "${text}"${didYouMean(suggestions.map(({ word }) => word))}`,
      );
  }
  return undefined;
}

const names = (matches: readonly Match[]): string =>
  wordList(
    matches.map(({ name }) => `"${name}"`),
    'or',
  );

const WHICH_SIDE = ' (which side?)';
const isSided = (match: Match | undefined): boolean =>
  match !== undefined && /\b(?:left|right)\b/i.test(match.word);

/** The places that a phrase names: "right wrist", "both hands", "right knee, left foot". */
export function placesIn(
  reader: Reader,
  text: string,
  line: number,
  what: string,
): readonly PlaceId[] | undefined {
  const whole = exactPlaces(reader.search, text);
  if (whole) return whole;
  const parts = text.split(/[,;/&+]|\band\b/u).map((part) => part.trim());
  const each = parts.map((part) => exactPlaces(reader.search, part));
  const wrong = parts.filter((_, i) => each[i] === undefined);
  if (wrong.length === 0) return each.flatMap((places) => places ?? []);
  for (const part of parts.length > 1 ? wrong : [text]) {
    const { suggestions } = reader.search.find(part, ['place']);
    const side = /\b(?:left|right|both|l|r)\b/i.test(part) ? '' : WHICH_SIDE;
    report(
      reader,
      line,
      `${what}: unknown body place "${part}"${suggestions.length > 0 ? didYouMean(suggestions.map(({ word }) => word)) + (isSided(suggestions[0]) ? side : '') : ''}`,
    );
  }
  return undefined;
}

function exactPlaces(search: Search, text: string): readonly PlaceId[] | undefined {
  const [found] = search.find(text, ['place']).exact;
  return found?.kind === 'place' ? found.places : undefined;
}

export const placeNames = (body: Body, places: readonly PlaceId[]): string =>
  places.map((place) => body.label(place)).join(', ');
