/** Conditions, medicines and answers: from words to statements about facts. */
import {
  FACT_KINDS,
  type Fact,
  type FactKind,
  normalise,
  type PlaceId,
  type SearchKind,
  touchesMask,
} from '@assuage/knowledge';
import type { Statement } from '@assuage/safety';
import { NO, NO_OTHERS, UNKNOWN, YES } from './keys.ts';
import {
  findSubject,
  placeNames,
  placesIn,
  type Reader,
  report,
  understand,
  wordsOf,
} from './reader.ts';
import type { Tree } from './tree.ts';

/** One answer as given in the file. */
export interface Given {
  readonly fact: string;
  readonly answer: Statement['answer'];
  readonly places?: readonly PlaceId[];
  readonly value?: number;
  readonly line: number;
}
export interface GivenList {
  readonly given: readonly Given[];
  /** Said in the file that these are all. */
  readonly complete: boolean;
}

const isAmong = (text: string, words: readonly string[]): boolean =>
  words.includes(normalise(text));

/**
 * `[RA, lupus]`, `none`, `[RA, no others]`, `[fentanyl patch: left upper arm]`, or `RA: yes` lines.
 */
export function readList(
  reader: Reader,
  tree: Tree,
  kind: Exclude<FactKind, 'finding'>,
  key: string,
): GivenList {
  const given: Given[] = [];
  let complete = false;
  let none = false;
  const items = tree.kind === 'list' ? tree.items : [tree];
  if (tree.kind === 'empty' || (tree.kind === 'list' && items.length === 0))
    report(
      reader,
      tree.line,
      `${key}: write "none" if there are none; leave "${key}" out if nobody has asked`,
    );
  else
    for (const item of items) {
      if (item.kind === 'map') given.push(...readAnswers(reader, item, [kind], key));
      else if (item.kind !== 'word')
        report(reader, item.line, `${key}: write one ${kind} to an item`);
      else if (isAmong(item.text, NO)) none = complete = true;
      else if (isAmong(item.text, NO_OTHERS)) complete = true;
      else {
        for (const text of splitUnlessKnown(reader, item.text, kind)) {
          for (const fact of readFacts(reader, text, item.line, [kind]))
            given.push({ fact: fact.id, answer: 'yes', line: item.line });
        }
      }
    }
  const yes = given.find(({ answer }) => answer === 'yes');
  if (none && yes)
    report(
      reader,
      tree.line,
      `${key}: "none" and "${reader.engine.fact(yes.fact)?.name}" cannot both be true`,
    );
  return { given, complete };
}

/** "RA, lupus" in one string is two conditions. */
function splitUnlessKnown(reader: Reader, text: string, kind: SearchKind): string[] {
  if (!text.includes(',') || reader.search.find(text, [kind]).exact.length > 0) return [text];
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Lines such as `hot joint: right wrist`, `fever: no`, `steroid weeks: 52`; or `[fever, rash]`, all yes. */
export function readAnswers(
  reader: Reader,
  tree: Tree,
  kinds: readonly FactKind[] = FACT_KINDS,
  key: string,
): Given[] {
  if (tree.kind === 'map')
    return tree.entries.flatMap(({ key: word, line, value }) => {
      const facts = readFacts(reader, word, line, kinds, false);
      const lead = facts.find(isPlaced) ?? facts[0];
      const said = lead && readAnswer(reader, lead, value, word);
      if (!said) return [];
      return facts.flatMap((fact) => {
        const answer = fact === lead || isPlaced(fact) ? said : { answer: said.answer };
        if (answer.answer === 'no' && isOneOfSeveral(reader, fact, word)) {
          report(
            reader,
            line,
            `"${word}: no" says nothing about other medicines of its kind: write "${fact.name}: no" if none is taken, or leave it out`,
          );
          return [];
        }
        const meaning = `${fact.name}: ${describeAnswer(reader, fact, answer)}`;
        understand(reader, line, `${word}: ${wordsIn(value)}`, meaning);
        return [{ ...answer, fact: fact.id, line }];
      });
    });
  if (tree.kind === 'word' && isAmong(tree.text, [...NO, ...UNKNOWN])) {
    report(
      reader,
      tree.line,
      `${key}: write each answer on a line of its own, such as "fever: no"; to say that everything else was answered no, write "others: no"`,
    );
    return [];
  }
  return wordsOf(reader, tree, key).flatMap(({ text, line }) => {
    return readFacts(reader, text, line, kinds).flatMap((fact) => {
      if (fact.kind === 'finding' && fact.quantity) {
        report(reader, line, `"${text}" is a number: write "${text}: …" in ${fact.quantity.unit}`);
        return [];
      }
      return [{ fact: fact.id, answer: 'yes' as const, line }];
    });
  });
}

/** The fact that a word names; several for a medicine that is in several classes; none, with an issue. */
function readFacts(
  reader: Reader,
  text: string,
  line: number,
  kinds: readonly FactKind[],
  echo = true,
): Fact[] {
  const match = findSubject(reader, text, line, kinds);
  if (!match) return [];
  if (echo) understand(reader, line, text, match.name);
  return match.ids.flatMap((id) => reader.engine.fact(id) ?? []);
}

/** Whether a word names one medicine of a class that holds more: not taking it is not a no to the class. */
function isOneOfSeveral(reader: Reader, fact: Fact, word: string): boolean {
  const ofClass = reader.engine.knowledge.medicineNames.filter(({ classes }) =>
    classes.includes(fact.id),
  );
  return (
    ofClass.length > 1 &&
    ofClass.some(({ words }) => words.some((known) => normalise(known) === normalise(word)))
  );
}

type Answered = Pick<Given, 'answer' | 'places' | 'value'>;

function readAnswer(reader: Reader, fact: Fact, tree: Tree, word: string): Answered | undefined {
  const ways = waysToAnswer(fact);
  if (tree.kind === 'empty' || (tree.kind === 'list' && tree.items.length === 0)) {
    report(reader, tree.line, `"${word}" has no answer: write ${ways}`);
    return undefined;
  }
  if (tree.kind === 'word') {
    if (isAmong(tree.text, NO)) return { answer: 'no' };
    if (isAmong(tree.text, UNKNOWN) || tree.text === '?') return { answer: 'unknown' };
    if (fact.kind === 'finding' && fact.quantity)
      return readNumber(reader, tree.text, tree.line, fact.quantity, word);
    if (isAmong(tree.text, YES)) return { answer: 'yes' };
  }
  if (!isPlaced(fact)) {
    report(reader, tree.line, `"${word}" is not answered like that: write ${ways}`);
    return undefined;
  }
  const words = wordsOf(reader, tree, word);
  const found = words.map(({ text, line }) => placesIn(reader, text, line, word));
  if (words.length === 0 || found.includes(undefined)) return undefined;
  const places = [...new Set(found.flatMap((some) => some ?? []))];
  const { body } = reader.engine;
  const wrong =
    fact.kind === 'finding' && fact.places === 'joint'
      ? places.filter((place) => !touchesMask(body.mask(place), body.joints))
      : [];
  if (wrong.length > 0) {
    report(
      reader,
      tree.line,
      `${word}: ${placeNames(body, wrong)} has no joint; name the nearest joint`,
    );
    return undefined;
  }
  return { answer: 'yes', places };
}

const isPlaced = (fact: Fact): boolean => 'places' in fact && fact.places !== undefined;

function waysToAnswer(fact: Fact): string {
  if (fact.kind === 'finding' && fact.quantity)
    return `a number (${fact.quantity.unit}), no or unknown`;
  return isPlaced(fact) ? 'yes, no, unknown, or where ("right wrist")' : 'yes, no or unknown';
}

const HOURS = { minute: 1 / 60, hour: 1, day: 24, week: 168 } as const;
const UNIT_WORDS: Readonly<Record<keyof typeof HOURS, readonly string[]>> = {
  minute: ['minutes', 'min', 'mins'],
  hour: ['hours', 'h', 'hr', 'hrs'],
  day: ['days', 'd'],
  week: ['weeks', 'w', 'wk', 'wks'],
};

/** A number in the fact's own unit, or, for spans of time, in minutes, hours, days or weeks. */
function readNumber(
  reader: Reader,
  text: string,
  line: number,
  { unit, min, max }: { readonly unit: string; readonly min: number; readonly max: number },
  word: string,
): Answered | undefined {
  const match = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)\s*(.*?)(?:\s+ago)?$/i.exec(text);
  const factor = match ? factorTo(unit, normalise(match[2] ?? '')) : undefined;
  if (!match || factor === undefined) {
    report(
      reader,
      line,
      `${word}: "${text}" is not understood: write a number (${unit}), no or unknown`,
    );
    return undefined;
  }
  const value = Math.round(Number(match[1]) * factor * 1e6) / 1e6;
  if (!(value >= min && value <= max)) {
    report(reader, line, `${word}: ${text} is out of range: it goes from ${min} to ${max} ${unit}`);
    return undefined;
  }
  return { answer: 'yes', value };
}

function factorTo(unit: string, typed: string): number | undefined {
  const plain = normalise(unit);
  if (typed === '' || plain === typed || plain.startsWith(`${typed} `) || `${typed}s` === plain)
    return 1;
  const to = timeUnit(plain);
  const from = timeUnit(typed);
  return to && from ? HOURS[from] / HOURS[to] : undefined;
}

const timeUnit = (word: string): keyof typeof HOURS | undefined =>
  // Object.keys forgets the names of the keys.
  (Object.keys(HOURS) as (keyof typeof HOURS)[]).find(
    (unit) => unit === word || UNIT_WORDS[unit].includes(word),
  );

function wordsIn(tree: Tree): string {
  if (tree.kind === 'word') return tree.text;
  return tree.kind === 'list' ? tree.items.map(wordsIn).join(', ') : '';
}

function describeAnswer(reader: Reader, fact: Fact, { answer, places, value }: Answered): string {
  if (value !== undefined)
    return `${value} ${fact.kind === 'finding' ? (fact.quantity?.unit ?? '') : ''}`.trim();
  return places ? placeNames(reader.engine.body, places) : answer;
}
