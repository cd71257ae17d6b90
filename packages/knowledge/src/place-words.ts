/**
 * The ways people write a body place: "left knee", "knee (L)", "both hands", "low back", "feet".
 *
 * A phrase is compared as a bag of plain words with its side in front, so that word order,
 * abbreviations and plurals do not matter. "Both", "left and right", or a plural without a side means
 * the pair. "And" and commas do matter: "back and right knee" is not the back of the right knee.
 */
import type { BodyData, PlaceId } from './body.ts';
import { normalise } from './words.ts';

/** One phrase and the places that it names. */
export interface PlacePhrase {
  /** As shown in a suggestion: "Right wrist". */
  readonly label: string;
  readonly places: readonly PlaceId[];
}
export interface PlaceWords {
  /** The places that a phrase names exactly. */
  exact(text: string): PlacePhrase | undefined;
  /** Every phrase that can be suggested, by its plain form. */
  readonly phrases: ReadonlyMap<string, PlacePhrase>;
  /** The form in which phrases are compared: side first, singular, no silent words. */
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
/** "knees" → "knee", "patches" → "patch"; the same for known words and typed ones, so it need not be perfect. */
export function singular(word: string): string {
  if (word.length < 4 || !/[^siu]s$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

const SILENT = new Set(['the', 'my', 'of', 'a', 'side', 'whole']);

interface Phrase {
  readonly side: '' | 'right' | 'left' | 'both';
  readonly words: readonly string[];
}

function readPhrase(text: string): Phrase {
  // "knee, left": here the comma separates nothing.
  const joined = text.replace(/,(\s*(?:right|left|r|l|rt|lt)\b\.?\s*)$/i, ' $1');
  const typed = joined
    .split(/(,)/)
    .flatMap((piece) => (piece === ',' ? piece : normalise(piece).split(' ')));
  const sides = new Set<string>();
  const words: string[] = [];
  let plural = false;
  for (const raw of typed) {
    if (raw === '' || SILENT.has(raw)) continue;
    const one = singular(raw);
    const word = SAME_WORD[raw] ?? SAME_WORD[one] ?? one;
    if (word === 'right' || word === 'left' || word === 'both') sides.add(word);
    else {
      plural ||= one !== raw || raw === 'feet' || raw === 'calves';
      words.push(word);
    }
  }
  if (sides.has('right') && sides.has('left'))
    return { side: 'both', words: words.filter((word) => word !== 'and') };
  if (sides.has('both') || (plural && sides.size === 0)) return { side: 'both', words };
  return { side: sides.has('right') ? 'right' : sides.has('left') ? 'left' : '', words };
}

const bagOf = ({ side, words }: Phrase): string => [side, ...[...words].sort()].join(' ').trim();
const plainOf = ({ side, words }: Phrase): string => [side, ...words].join(' ').trim();

/** Broader places win where two share a name: the part "Right jaw" over its front. */
export function createPlaceWords(body: BodyData): PlaceWords {
  const bags = new Map<string, PlacePhrase>();
  const phrases = new Map<string, PlacePhrase>();
  const add = (phrase: Phrase, named: PlacePhrase) => {
    const bag = bagOf(phrase);
    if (bag === '' || bags.has(bag)) return;
    bags.set(bag, named);
    phrases.set(plainOf(phrase), named);
  };
  const all: readonly {
    readonly id: string;
    readonly label: string;
    readonly clinical?: string;
  }[] = [...body.parts, ...body.zones, ...body.sets, ...body.regions, ...body.details];
  const addAll = (textsOf: (place: (typeof all)[number]) => readonly string[]) => {
    for (const place of all)
      for (const text of textsOf(place))
        add(readPhrase(text), { label: place.label, places: [place.id] });
  };
  addAll(({ label }) => [label, label.replaceAll(',', '')]);
  addAll(({ id }) => [id.replaceAll('-', ' ')]);
  addAll(({ clinical }) => (clinical === undefined ? [] : [clinical]));
  addAll(({ id }) => Object.keys(SAME_PLACE).filter((text) => SAME_PLACE[text] === id));
  for (const [plain, right] of [...phrases]) {
    const phrase = readPhrase(plain);
    const left = bags.get(bagOf({ ...phrase, side: 'left' }));
    if (phrase.side !== 'right' || !left) continue;
    const label = right.label.replace(/\bright\b/i, (word) => `${word} and left`);
    add({ ...phrase, side: 'both' }, { label, places: [...right.places, ...left.places] });
  }
  return {
    exact: (text) => bags.get(bagOf(readPhrase(text))),
    phrases,
    plain: (text) => plainOf(readPhrase(text)),
  };
}
