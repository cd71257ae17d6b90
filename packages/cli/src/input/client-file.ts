/**
 * A client file → what a plan is made from. Nothing is dropped: every word is understood and said
 * back, or is an issue; and all issues come at once.
 */
import {
  didYouMean,
  type Goal,
  type Issue,
  type PlaceId,
  POSITIONS,
  type Position,
  type Search,
} from '@assuage/knowledge';
import type { PainMark } from '@assuage/planning';
import {
  type Clearance,
  canLift,
  type Engine,
  isInForce,
  type Profile,
  profileOf,
  type Statement,
  withOthersNo,
} from '@assuage/safety';
import { fail, ok, type Result } from '../result.ts';
import { type Given, type GivenList, readAnswers, readList } from './answers.ts';
import { parseDay } from './dates.ts';
import { parseDocumentTree } from './document.ts';
import {
  CLEARANCE_KEYS,
  type ClearanceKey,
  GOAL_WORDS,
  KEYS,
  type Key,
  NO,
  PAIN_WORDS,
  POSITION_WORDS,
  UNKNOWN,
} from './keys.ts';
import { limitsWith, nearestLimits } from './limits.ts';
import {
  choose,
  chooseAll,
  entriesOf,
  findSubject,
  placeNames,
  placesIn,
  type Reader,
  report,
  type Understood,
  understand,
  wordOf,
  wordsOf,
} from './reader.ts';
import type { Tree } from './tree.ts';

export interface ClientFile {
  readonly name: string | null;
  readonly born: string | null;
  readonly profile: Profile;
  readonly goals: readonly Goal[];
  readonly pain: readonly PainMark[];
  readonly minutes: number;
  /** Technique ids. */
  readonly wishes: readonly string[];
  readonly avoid: readonly PlaceId[];
  readonly positions: readonly Position[];
  readonly consents: readonly PlaceId[];
  readonly training: readonly string[];
  readonly clearances: readonly Clearance[];
  readonly understood: readonly Understood[];
  /** What was understood but has no effect, or was assumed. */
  readonly notes: readonly string[];
}

const USUAL_MINUTES = 60;
const MINUTES = { least: 5, most: 180 };
const OLDEST = '1900-01-01';
const LONGEST_NAME = 200;

export interface ClientFileContext {
  readonly engine: Engine;
  readonly search: Search;
  /** The name of the file, for messages. */
  readonly file: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export function readClientFile(
  text: string,
  context: ClientFileContext,
): Result<ClientFile, Issue[]> {
  const tree = parseDocumentTree(text, context.file);
  if (!tree.ok) return tree;
  const reader: Reader = { ...context, issues: [], understood: [] };
  const entries = entriesOf(reader, tree.value, KEYS, 'a client file');
  const at = <T>(key: Key, read: (tree: Tree, word: string) => T): T | undefined => {
    const entry = entries.get(key);
    return entry && read(entry.value, entry.key);
  };

  const name = at('client', (value) => readName(reader, value)) ?? null;
  const born = at('born', (value) => readBorn(reader, value)) ?? null;
  const conditions = at('conditions', (value, word) => readList(reader, value, 'condition', word));
  const medicines = at('medicines', (value, word) => readList(reader, value, 'medicine', word));
  const given = [
    ...(conditions?.given ?? []),
    ...(medicines?.given ?? []),
    ...(at('today', (value, word) => readAnswers(reader, value, undefined, word)) ?? []),
    ...(at('details', (value, word) => readAnswers(reader, value, undefined, word)) ?? []),
  ];
  const othersNo = at('others', (value) => readOthers(reader, value)) ?? false;
  const pain = at('pain', (value, word) => readPain(reader, value, word)) ?? [];
  const goals = at('goals', (value, word) => chooseAll(reader, value, GOAL_WORDS, word)) ?? [];
  const minutes = at('minutes', (value, word) => readMinutes(reader, value, word));
  const wishes = at('wishes', (value, word) => readTechniques(reader, value, word)) ?? [];
  const avoid = at('avoid', (value, word) => readPlaces(reader, value, word)) ?? [];
  const positions = at('positions', (value, word) => readPositions(reader, value, word));
  const consents = at('consents', (value, word) => readPlaces(reader, value, word)) ?? [];
  const training = at('training', (value, word) => readTechniques(reader, value, word)) ?? [];
  const clearances = at('clearances', (value) => readClearances(reader, value)) ?? [];
  const profile = profileFrom(reader, given, { conditions, medicines }, othersNo, name);

  if (reader.issues.length > 0) return fail(reader.issues.toSorted((a, b) => a.line - b.line));
  return ok({
    name,
    born,
    profile,
    goals,
    pain,
    minutes: minutes ?? USUAL_MINUTES,
    wishes,
    avoid,
    positions: positions ?? POSITIONS,
    consents,
    training,
    clearances,
    understood: reader.understood,
    notes: [
      ...(minutes === undefined ? [`No length was given: ${USUAL_MINUTES} minutes assumed.`] : []),
      ...(positions === undefined
        ? ['No positions were given: the client is taken to manage every position.']
        : []),
      ...notesOnClearances(reader, clearances),
    ],
  });
}

function readName(reader: Reader, tree: Tree): string | undefined {
  const name = wordOf(reader, tree, 'client');
  if (name !== undefined && name.length > LONGEST_NAME)
    report(reader, tree.line, `client: a name has at most ${LONGEST_NAME} letters`);
  return name;
}

function readDay(reader: Reader, tree: Tree, what: string): string | undefined {
  const text = wordOf(reader, tree, what);
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day.ok) return day.value;
  report(reader, tree.line, `${what}: ${day.error}`);
  return undefined;
}

function readBorn(reader: Reader, tree: Tree): string | undefined {
  const day = readDay(reader, tree, 'born');
  if (day === undefined) return undefined;
  if (day > reader.today) report(reader, tree.line, `born: ${day} is in the future`);
  else if (day < OLDEST)
    report(reader, tree.line, `born: ${day} is too long ago; is the year right?`);
  return day;
}

/** @returns whether everything else was answered no */
function readOthers(reader: Reader, tree: Tree): boolean {
  const text = wordOf(reader, tree, 'others');
  const choice =
    text === undefined ? 'unknown' : choose(text, { no: NO, unknown: [...UNKNOWN, '?'] });
  if (choice === undefined)
    report(
      reader,
      tree.line,
      'others: write "no" when everything else that was asked was answered no, or "unknown"',
    );
  return choice === 'no';
}

function readMinutes(reader: Reader, tree: Tree, key: string): number | undefined {
  const text = wordOf(reader, tree, key);
  if (text === undefined) return undefined;
  const match = /^(\d+)\s*(?:min|mins|minutes)?$/i.exec(text);
  const minutes = Number(match?.[1]);
  if (!match) report(reader, tree.line, `${key}: "${text}" is not a whole number of minutes`);
  else if (minutes < MINUTES.least || minutes > MINUTES.most)
    report(
      reader,
      tree.line,
      `${key}: ${minutes} is out of range: a session has ${MINUTES.least} to ${MINUTES.most} minutes`,
    );
  return minutes;
}

function isNone(tree: Tree): boolean {
  return (
    (tree.kind === 'word' && choose(tree.text, { none: NO }) !== undefined) ||
    (tree.kind === 'list' && tree.items.length === 0)
  );
}

function readPain(reader: Reader, tree: Tree, key: string): PainMark[] {
  if (isNone(tree)) return [];
  if (tree.kind !== 'map') {
    report(reader, tree.line, `${key}: write lines such as "right wrist: severe", or "none"`);
    return [];
  }
  const marks = new Map<PlaceId, { readonly mark: PainMark; readonly line: number }>();
  for (const { key: where, line, value } of tree.entries) {
    const places = placesIn(reader, where, line, key);
    const text = wordOf(reader, value, `pain in ${where}`);
    if (text === undefined) continue;
    const choice = choose(text, {
      mild: PAIN_WORDS.mild.also,
      moderate: PAIN_WORDS.moderate.also,
      severe: PAIN_WORDS.severe.also,
      none: NO,
    });
    if (choice === undefined) {
      report(reader, value.line, `pain in ${where}: "${text}" is not mild, moderate or severe`);
      continue;
    }
    understand(
      reader,
      line,
      `pain, ${where}: ${text}`,
      `${placeNames(reader.engine.body, places ?? [])}: ${choice}`,
    );
    if (choice === 'none') continue;
    for (const place of places ?? []) {
      const { level } = PAIN_WORDS[choice];
      const earlier = marks.get(place);
      if (earlier && earlier.mark.level !== level)
        report(
          reader,
          line,
          `two different answers about pain in ${where}: see also line ${earlier.line}`,
        );
      else marks.set(place, { mark: { place, level }, line });
    }
  }
  return [...marks.values()].map(({ mark }) => mark);
}

function readPositions(reader: Reader, tree: Tree, key: string): Position[] {
  if (tree.kind === 'list' && tree.items.length === 0)
    report(reader, tree.line, `${key}: name at least one, or leave "${key}" out`);
  return chooseAll(reader, tree, POSITION_WORDS, key);
}

function readPlaces(reader: Reader, tree: Tree, key: string): PlaceId[] {
  if (isNone(tree)) return [];
  const places = wordsOf(reader, tree, key).flatMap(({ text, line }) => {
    const found = placesIn(reader, text, line, key) ?? [];
    if (found.length > 0)
      understand(reader, line, `${key}: ${text}`, placeNames(reader.engine.body, found));
    return found;
  });
  return [...new Set(places)];
}

function readTechniques(reader: Reader, tree: Tree, key: string): string[] {
  if (isNone(tree)) return [];
  const ids = wordsOf(reader, tree, key).flatMap(({ text, line }) => {
    const match = findSubject(reader, text, line, ['technique']);
    if (!match) return [];
    const members = reader.engine.techniques
      .filter((technique) => !technique.group && technique.under.includes(match.id))
      .map(({ name }) => `"${name}"`);
    if (reader.engine.technique(match.id)?.group) {
      report(
        reader,
        line,
        `"${text}" is a group of techniques; name one, such as ${members.slice(0, 4).join(', ')}`,
      );
      return [];
    }
    understand(reader, line, `${key}: ${text}`, match.name);
    return [match.id];
  });
  return [...new Set(ids)];
}

function readClearances(reader: Reader, tree: Tree): Clearance[] {
  if (isNone(tree)) return [];
  const items = tree.kind === 'list' ? tree.items : [tree];
  return items.flatMap((item) => readClearance(reader, item) ?? []);
}

function readClearance(reader: Reader, tree: Tree): Clearance | undefined {
  const before = reader.issues.length;
  const entries = entriesOf(reader, tree, CLEARANCE_KEYS, 'a clearance');
  const need = <T>(key: ClearanceKey, read: (tree: Tree) => T | undefined): T | undefined => {
    const entry = entries.get(key);
    if (!entry && tree.kind === 'map') report(reader, tree.line, `this clearance has no "${key}"`);
    return entry && read(entry.value);
  };
  const limits = need('limits', (value) => readLimits(reader, value));
  const by = need('by', (value) => wordOf(reader, value, 'by'));
  const from = need('from', (value) => readDay(reader, value, 'from'));
  const until = need('until', (value) => readDay(reader, value, 'until'));
  if (from !== undefined && until !== undefined && from > until)
    report(reader, tree.line, `this clearance ends (${until}) before it begins (${from})`);
  const isRead =
    limits !== undefined && by !== undefined && from !== undefined && until !== undefined;
  return isRead && reader.issues.length === before
    ? { kind: 'clearance', limits, by, from, until }
    : undefined;
}

/** Limit ids; a rule's id stands for all its limits. */
function readLimits(reader: Reader, tree: Tree): string[] {
  return wordsOf(reader, tree, 'limits').flatMap(({ text, line }) => {
    if (reader.engine.limit(text)) return [text];
    const rule = reader.engine.rules.find((candidate) => candidate.rule.id === text);
    if (rule) {
      const ids = rule.limits.map(({ id }) => id);
      understand(reader, line, `limits: ${text}`, ids.join(', '));
      return ids;
    }
    const near = nearestLimits(reader.engine, text);
    report(
      reader,
      line,
      `unknown limit "${text}"${didYouMean(near.length > 0 ? near : limitsWith(reader.engine, text))}`,
    );
    return [];
  });
}

function notesOnClearances(reader: Reader, clearances: readonly Clearance[]): string[] {
  return clearances.flatMap((clearance) => [
    ...(isInForce(clearance, reader.today)
      ? []
      : [
          `The clearance from ${clearance.by} counts from ${clearance.from} to ${clearance.until}: not on ${reader.today}.`,
        ]),
    ...clearance.limits
      .filter((id) => {
        const limit = reader.engine.limit(id);
        return limit && !canLift('clearance', limit);
      })
      .map((id) => `No clearance can lift ${id}.`),
  ]);
}

function profileFrom(
  reader: Reader,
  given: readonly Given[],
  lists: { readonly conditions: GivenList | undefined; readonly medicines: GivenList | undefined },
  othersNo: boolean,
  name: string | null,
): Profile {
  const by = name ?? 'the client file';
  const at = `${reader.today}T00:00`;
  reportUnlisted(reader, given, lists);
  const statements = given.map(({ line: _, ...answer }): Statement => ({ ...answer, by, at }));
  const listed = {
    condition: lists.conditions?.complete ?? false,
    medicine: lists.medicines?.complete ?? false,
  };
  const { profile, contradictions } = profileOf(reader.engine, statements, listed, reader.today);
  for (const { facts, message } of contradictions) {
    const lines = given.filter(({ fact }) => facts.includes(fact)).map(({ line }) => line);
    const last = Math.max(1, ...lines);
    const others = [...new Set(lines)].filter((line) => line !== last);
    report(
      reader,
      last,
      `two answers contradict each other: ${message}${others.length > 0 ? ` (see also line ${others.join(', ')})` : ''}`,
    );
  }
  return othersNo ? withOthersNo(reader.engine, profile, by, at) : profile;
}

/** "conditions: none" on one line, and a condition answered yes on another. */
function reportUnlisted(
  reader: Reader,
  given: readonly Given[],
  lists: { readonly conditions: GivenList | undefined; readonly medicines: GivenList | undefined },
): void {
  for (const [key, kind] of [
    ['conditions', 'condition'],
    ['medicines', 'medicine'],
  ] as const) {
    const list = lists[key];
    if (!list?.complete) continue;
    for (const answer of given) {
      const fact = reader.engine.fact(answer.fact);
      if (fact?.kind === kind && answer.answer === 'yes' && !list.given.includes(answer))
        report(
          reader,
          answer.line,
          `two answers contradict each other: "${key}" says that there are no others, but "${fact.name}" is answered yes here`,
        );
    }
  }
}
