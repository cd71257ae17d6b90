/** Worked cases beside the knowledge: facts in, expected envelope out. */
import {
  DECISIONS,
  type Decision,
  didYouMean,
  FACT_KINDS,
  type Issue,
  nearestWords,
  type ParsedFile,
  type Path,
  POSITIONS,
  parseFile,
  type SourceText,
} from '@assuage/knowledge';
import * as v from 'valibot';
import { type NotShown, notShown, type ShownCase } from './case-coverage.ts';
import type { Engine } from './engine.ts';
import {
  allowsTechnique,
  coldAt,
  type Envelope,
  heatAt,
  mergeLimits,
  minutesAt,
  positionsOut,
  pressureAt,
} from './envelope.ts';
import { evaluate } from './evaluate.ts';
import { type Profile, type Statement, withOthersNo } from './profile.ts';
import { openQuestions } from './questions.ts';

const byPlace = <const S extends v.GenericSchema>(value: S) =>
  v.optional(v.record(v.string(), value), {});
const list = v.optional(v.array(v.string()), []);
const thermal = byPlace(v.picklist(['ok', 'caution', 'avoid']));
const effect = {
  decision: v.optional(v.picklist(DECISIONS)),
  pressure: byPlace(
    v.union([v.literal('none'), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5))]),
  ),
  heat: thermal,
  cold: thermal,
  out: byPlace(v.array(v.string())),
  in: byPlace(v.array(v.string())),
  positionsOut: v.optional(v.array(v.picklist(POSITIONS))),
  minutes: byPlace(v.number()),
};
const Effect = v.strictObject(effect);
const Expectation = v.strictObject({
  ...effect,
  untilAnswered: v.optional(v.picklist(DECISIONS)),
  /** What one limit does by itself, whatever others add: by limit id. */
  alone: v.optional(v.record(v.string(), Effect), {}),
  asks: list,
  asksNot: list,
  limits: list,
  limitsNot: list,
});
const Answered = v.union([
  v.picklist(['yes', 'no', 'unknown']),
  v.number(),
  v.pipe(v.array(v.string()), v.minLength(1)),
]);
const CaseFile = v.strictObject({
  cases: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.minLength(3)),
        facts: v.record(v.string(), Answered),
        others: v.optional(v.picklist(['no', 'unknown']), 'no'),
        expect: Expectation,
      }),
    ),
    v.minLength(1),
  ),
});
type Case = v.InferOutput<typeof CaseFile>['cases'][number];

export interface CaseReport {
  /** Cases that could be read and ran. */
  readonly passed: number;
  readonly failed: number;
  /** Unreadable files, unknown ids, and every expectation that did not come true. */
  readonly issues: readonly Issue[];
  /** What the cases leave out of each rule. */
  readonly notShown: readonly NotShown[];
}

const TODAY = '2026-01-15';
const BY = 'case';

export function checkCases(engine: Engine, files: readonly SourceText[]): CaseReport {
  const issues: Issue[] = [];
  let passed = 0;
  let failed = 0;
  for (const text of files) {
    const parsed = parseFile(text, CaseFile);
    if (!parsed.ok) {
      issues.push(...parsed.issues);
      failed += 1;
      continue;
    }
    parsed.file.value.cases.forEach((example, i) => {
      const found = checkCase(engine, parsed.file, ['cases', i], example);
      issues.push(...found);
      if (found.length > 0) failed += 1;
      else passed += 1;
    });
  }
  return { passed, failed, issues, notShown: notShown(engine, readCases(engine, files)) };
}

/** One worked case that names only what exists, to be run against other knowledge of the same facts. */
export interface ReadCase extends ShownCase {
  /** Whether every expectation comes true. */
  holdsFor(engine: Engine): boolean;
}

export function readCases(engine: Engine, files: readonly SourceText[]): ReadCase[] {
  const cases: ReadCase[] = [];
  for (const text of files) {
    const parsed = parseFile(text, CaseFile);
    if (!parsed.ok) continue;
    parsed.file.value.cases.forEach((example, i) => {
      if (unknownIds(engine, parsed.file, ['cases', i], example).length > 0) return;
      const profile = profileOfCase(engine, example);
      const { expect } = example;
      const moment = { today: TODAY };
      const holdsFor = (other: Engine): boolean => {
        const envelope = evaluate(other, profile, moment);
        // The questions cost far more than the envelope, so they are worked out only where they matter.
        if (mismatches(other, envelope, expect.asks, expect).length > 0) return false;
        if (expect.asks.length + expect.asksNot.length === 0) return true;
        const asked = openQuestions(other, profile, moment).map((question) => question.id);
        return mismatches(other, envelope, asked, expect).length === 0;
      };
      const saysUntilAnswered = expect.untilAnswered !== undefined;
      cases.push({ profile, asks: expect.asks, saysUntilAnswered, holdsFor });
    });
  }
  return cases;
}

function checkCase(engine: Engine, file: ParsedFile<unknown>, at: Path, example: Case): Issue[] {
  const unknown = unknownIds(engine, file, at, example);
  if (unknown.length > 0) return unknown;
  const profile = profileOfCase(engine, example);
  const moment = { today: TODAY };
  const envelope = evaluate(engine, profile, moment);
  const asked = openQuestions(engine, profile, moment).map((question) => question.id);
  return mismatches(engine, envelope, asked, example.expect).map(([path, message]) =>
    file.issue([...at, 'expect', ...path], `${example.name}: ${message}`),
  );
}

export function profileOfCase(engine: Engine, example: Pick<Case, 'facts' | 'others'>): Profile {
  const facts = new Map<string, Statement>();
  for (const [fact, answer] of Object.entries(example.facts)) {
    const said = { fact, by: BY, at: `${TODAY}T09:00` };
    if (typeof answer === 'number') facts.set(fact, { ...said, answer: 'yes', value: answer });
    else if (typeof answer === 'string') facts.set(fact, { ...said, answer });
    else facts.set(fact, { ...said, answer: 'yes', places: answer });
  }
  const profile: Profile = { facts, listed: { condition: false, medicine: false } };
  return example.others === 'no' ? withOthersNo(engine, profile, BY, `${TODAY}T09:00`) : profile;
}

type Mismatch = readonly [Path, string];

function mismatches(
  engine: Engine,
  envelope: Envelope,
  asked: readonly string[],
  expect: Case['expect'],
): Mismatch[] {
  const found: Mismatch[] = [];
  found.push(...effectMismatches(engine, envelope, envelope.known, expect));
  if (expect.untilAnswered && expect.untilAnswered !== envelope.decision)
    found.push([
      ['untilAnswered'],
      `until answered, the decision should be ${expect.untilAnswered}, but is ${envelope.decision}`,
    ]);
  for (const [id, wanted] of Object.entries(expect.alone)) {
    const own = envelope.limits.filter(({ compiled }) => compiled.id === id);
    const alone = mergeLimits(engine, own);
    if (own.length === 0) found.push([['alone', id], `${id} should be in force`]);
    for (const [path, message] of effectMismatches(engine, alone, alone.decision, wanted))
      found.push([['alone', id, ...path], `by ${id} alone, ${message}`]);
  }
  const limits = envelope.limits.map(({ compiled }) => compiled.id);
  const among = (key: 'asks' | 'limits', ids: readonly string[], what: string) => {
    for (const id of expect[key])
      if (!ids.includes(id))
        found.push([[key], `${id} should be among ${what}: ${ids.join(', ') || 'none'}`]);
    for (const id of expect[`${key}Not`])
      if (ids.includes(id)) found.push([[`${key}Not`], `${id} should not be among ${what}`]);
  };
  among('asks', asked, 'the questions');
  among('limits', limits, 'the limits in force');
  return found;
}

function effectMismatches(
  engine: Engine,
  envelope: Envelope,
  decision: Decision,
  expect: v.InferOutput<typeof Effect>,
): Mismatch[] {
  const found: Mismatch[] = [];
  const same = (path: Path, what: string, wanted: unknown, got: unknown) => {
    if (wanted !== got) found.push([path, `${what} should be ${wanted}, but is ${got}`]);
  };
  if (expect.decision) same(['decision'], 'the decision', expect.decision, decision);
  for (const [place, wanted] of Object.entries(expect.pressure)) {
    const got = pressureAt(engine, envelope, place);
    same(['pressure', place], `pressure on ${place}`, wanted, got < 0 ? 'none' : got);
  }
  for (const [place, wanted] of Object.entries(expect.heat))
    same(['heat', place], `heat on ${place}`, wanted, heatAt(engine, envelope, place));
  for (const [place, wanted] of Object.entries(expect.cold))
    same(['cold', place], `cold on ${place}`, wanted, coldAt(engine, envelope, place));
  for (const [place, wanted] of Object.entries(expect.minutes))
    same(
      ['minutes', place],
      `minutes on ${place}`,
      wanted,
      Math.min(envelope.minutes, minutesAt(engine, envelope, place)),
    );
  for (const [place, techniques] of Object.entries(expect.out))
    for (const technique of techniques)
      if (allowsTechnique(engine, envelope, technique, place))
        found.push([['out', place], `${technique} should be out on ${place}, but is allowed`]);
  for (const [place, techniques] of Object.entries(expect.in))
    for (const technique of techniques)
      if (!allowsTechnique(engine, envelope, technique, place))
        found.push([['in', place], `${technique} should be allowed on ${place}, but is out`]);
  for (const position of expect.positionsOut ?? [])
    if (!positionsOut(envelope).includes(position))
      found.push([['positionsOut'], `${position} should be out, but is allowed`]);
  return found;
}

function unknownIds(engine: Engine, file: ParsedFile<unknown>, at: Path, example: Case): Issue[] {
  const issues: Issue[] = [];
  const check = (path: Path, what: string, id: string, known: readonly string[]) => {
    if (!known.includes(id))
      issues.push(
        file.issue(
          [...at, ...path],
          `unknown ${what} "${id}"${didYouMean(nearestWords(id, known, 4))}`,
        ),
      );
  };
  const facts = engine.facts.map((fact) => fact.id);
  const places = engine.body.allIds();
  const techniques = engine.techniques.map((technique) => technique.id);
  const limits = engine.rules.flatMap((rule) => rule.limits.map((limit) => limit.id));
  const { expect } = example;
  for (const [id, answer] of Object.entries(example.facts)) {
    check(['facts', id], 'fact', id, facts);
    if (Array.isArray(answer))
      for (const place of answer) check(['facts', id], 'place', place, places);
  }
  const checkEffect = (at: Path, effect: v.InferOutput<typeof Effect>) => {
    for (const key of ['pressure', 'heat', 'cold', 'minutes', 'out', 'in'] as const)
      for (const place of Object.keys(effect[key]))
        check([...at, key, place], 'place', place, places);
    for (const key of ['out', 'in'] as const)
      for (const [place, ids] of Object.entries(effect[key]))
        for (const id of ids) check([...at, key, place], 'technique', id, techniques);
  };
  checkEffect(['expect'], expect);
  for (const [id, effect] of Object.entries(expect.alone)) {
    check(['expect', 'alone', id], 'limit', id, limits);
    checkEffect(['expect', 'alone', id], effect);
  }
  for (const key of ['asks', 'asksNot'] as const)
    for (const id of expect[key])
      check(['expect', key], 'question', id, [...facts, ...FACT_KINDS.map((kind) => `${kind}s`)]);
  for (const key of ['limits', 'limitsNot'] as const)
    for (const id of expect[key]) check(['expect', key], 'limit', id, limits);
  return issues;
}
