/**
 * The ways people write a body place: "left knee", "knee (L)", "both hands", "low back", "feet".
 *
 * A phrase is compared as a bag of plain words with the side first, so that word order, abbreviations
 * and plurals do not matter. A plural without a side, or "both", means the pair.
 */
import type { BodyData, PlaceId } from './body.ts';
import { normalise } from './words.ts';

/** One phrase and the places that it names. */
export interface PlacePhrase {
  /** As shown in a suggestion: "Right wrist". */
  readonly phrase: string;
  readonly places: readonly PlaceId[];
}
export interface PlaceWords {
  /** The places that a phrase names exactly. */
  exact(text: string): readonly PlaceId[] | undefined;
  /** Every phrase that can be suggested, by its plain form. */
  readonly phrases: ReadonlyMap<string, PlacePhrase>;
  /** The form in which phrases are compared. */
  plain(text: string): string;
}

const SAME_WORD: Readonly<Record<string, string>> = {
  r: 'right',
  rt: 'right',
  l: 'left',
  lt: 'left',
  low: 'lower',
  mid: 'middle',
  feet: 'foot',
  calves: 'calf',
  bilateral: 'both',
  stomach: 'tummy',
  belly: 'tummy',
  abdomen: 'tummy',
  abdominal: 'tummy',
  bottom: 'buttock',
  bum: 'buttock',
  glute: 'buttock',
};
/** Whole phrases that share no word with the label of their place. */
const SAME_PLACE: Readonly<Record<string, PlaceId>> = {
  spine: 'along-the-spine',
  lumbar: 'lower-back',
  'lumbar spine': 'lower-back',
  sacrum: 'tailbone',
  coccyx: 'tailbone',
  'whole body': 'everywhere',
  body: 'everywhere',
  'all over': 'everywhere',
};
const SILENT = new Set(['the', 'my', 'of', 'and', 'a', 'side', 'whole']);
const SIDES = ['right', 'left'] as const;

const singular = (word: string): string =>
  word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;

interface Phrase {
  readonly words: string[];
  readonly sides: ReadonlySet<string>;
  /** Two of them are meant: "both", "left and right", or a plural without a side. */
  readonly pair: boolean;
}

function readPhrase(text: string): Phrase {
  const raw = normalise(text)
    .split(' ')
    .filter((word) => word !== '' && !SILENT.has(word));
  const words: string[] = [];
  const sides = new Set<string>();
  let both = false;
  let plural = false;
  for (const typed of raw) {
    const known = SAME_WORD[typed] ?? typed;
    const word = SAME_WORD[singular(known)] ?? singular(known);
    if (word === 'both') both = true;
    else if (word === 'right' || word === 'left') sides.add(word);
    else {
      plural ||= word !== known || typed === 'feet' || typed === 'calves';
      words.push(word);
    }
  }
  const pair = both || sides.size === 2 || (plural && sides.size === 0);
  return { words, sides: pair ? new Set() : sides, pair };
}

const bagOf = (words: readonly string[], side: string): string =>
  [side, ...[...words].sort()].join(' ').trim();
const plainOf = (words: readonly string[], side: string): string =>
  [side, ...words].join(' ').trim();
const sideOf = ({ sides, pair }: Phrase): string => (pair ? 'both' : [...sides].join());

/** @param body broader places win where two share a name: the part "Right jaw" over its front */
export function createPlaceWords(body: BodyData): PlaceWords {
  const bags = new Map<string, readonly PlaceId[]>();
  const phrases = new Map<string, PlacePhrase>();
  const add = (text: string, places: readonly PlaceId[], label: string) => {
    const phrase = readPhrase(text);
    const bag = bagOf(phrase.words, sideOf(phrase));
    if (bag === '' || bags.has(bag)) return;
    bags.set(bag, places);
    phrases.set(plainOf(phrase.words, sideOf(phrase)), { phrase: label, places });
  };
  const named = [...body.sets, ...body.parts, ...body.zones, ...body.regions, ...body.details];
  for (const { id, label } of named) add(label, [id], label);
  for (const { id, label } of named) add(id.replaceAll('-', ' '), [id], label);
  for (const place of named) if ('clinical' in place) add(place.clinical, [place.id], place.label);
  for (const [text, id] of Object.entries(SAME_PLACE)) {
    const place = named.find((candidate) => candidate.id === id);
    if (place) add(text, [id], place.label);
  }
  for (const [bag, [right]] of [...bags]) {
    const left = bags.get(bag.replace(/^right /, 'left '))?.[0];
    if (!bag.startsWith('right ') || right === undefined || left === undefined) continue;
    const rest = bag.slice('right '.length);
    const [plain] = [...phrases].find(([, { places }]) => places[0] === right) ?? [`right ${rest}`];
    const words = plain.replace(/^right /, '').split(' ');
    add(`both ${words.join(' ')}`, [right, left], `Both: ${words.join(' ')}`);
  }

  const lookUp = (phrase: Phrase): readonly PlaceId[] | undefined => {
    const found = bags.get(bagOf(phrase.words, sideOf(phrase)));
    // "Hands and wrists" and "shoulder blades" are plural and yet no pair.
    return found ?? (phrase.pair ? bags.get(bagOf(phrase.words, '')) : undefined);
  };
  return {
    exact: (text) => lookUp(readPhrase(text)),
    phrases,
    plain: (text) => {
      const phrase = readPhrase(text);
      return plainOf(phrase.words, sideOf(phrase));
    },
  };
}

export { SIDES };
