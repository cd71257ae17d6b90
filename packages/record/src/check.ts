/** Whether entries make sense together with the knowledge: what the schemas alone cannot tell. */
import type { Fact } from '@assuage/knowledge';
import { didYouMean, nearestWords } from '@assuage/knowledge';
import { canLift, type Engine, profileOf, type Statement } from '@assuage/safety';
import { dateOf } from './dates.ts';
import type { EntryKind, NewEntry } from './entries.ts';

/** One thing wrong, and where: `[0].body.statements[2].fact`. */
export interface Problem {
  readonly where: string;
  readonly message: string;
}

export interface CheckContext {
  readonly engine: Engine;
  /** `YYYY-MM-DD`: nothing can have happened after it. */
  readonly today: string;
  /** The kind of an entry that the client's journal already holds. */
  kindOf(entry: string): EntryKind | undefined;
}

/** @returns every problem in the entries; none means that they may be appended */
export function checkEntries(entries: readonly NewEntry[], context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const kinds = new Map(entries.map((entry) => [entry.id, entry.kind]));
  const kindOf = (id: string) => kinds.get(id) ?? context.kindOf(id);
  entries.forEach((entry, i) => {
    const report = (at: string, message: string) =>
      problems.push({ where: `[${i}].${at}`, message });
    if (dateOf(entry.on) > context.today)
      report('on', `${entry.on} is still to come (today is ${context.today})`);
    checkBody(entry, context, kindOf, (at, message) => report(`body.${at}`, message));
  });
  return problems.length > 0
    ? problems
    : entries.flatMap((entry, i) => contradictionsIn(entry, `[${i}]`, context.engine));
}

type Report = (at: string, message: string) => void;

function checkBody(
  entry: NewEntry,
  { engine, today }: CheckContext,
  kindOf: (id: string) => EntryKind | undefined,
  report: Report,
): void {
  const place = (at: string, id: string) => {
    if (!engine.body.has(id))
      report(at, `unknown place "${id}"${didYouMean(nearestWords(id, engine.body.allIds(), 4))}`);
  };
  const technique = (at: string, id: string) => {
    const known = engine.techniques.map((candidate) => candidate.id);
    if (!engine.technique(id))
      report(at, `unknown technique "${id}"${didYouMean(nearestWords(id, known, 4))}`);
  };
  const each = (at: string, ids: readonly string[], check: (at: string, id: string) => void) =>
    ids.forEach((id, i) => {
      check(`${at}[${i}]`, id);
    });

  if ('statements' in entry.body)
    entry.body.statements.forEach((statement, i) => {
      const inStatement = `statements[${i}]`;
      each(`${inStatement}.places`, statement.places ?? [], place);
      checkStatement(statement, engine, today, (at, message) => {
        report(`${inStatement}.${at}`, message);
      });
    });
  switch (entry.kind) {
    case 'client':
      if (entry.body.born > today) report('born', `${entry.body.born} is still to come`);
      break;
    case 'intake':
      each('consents', entry.body.consents, place);
      each('avoid', entry.body.avoid ?? [], place);
      break;
    case 'check-in':
      entry.body.pain.forEach((pain, i) => {
        place(`pain[${i}].place`, pain.place);
      });
      each('wishes', entry.body.wishes, technique);
      break;
    case 'clearance':
    case 'departure':
      checkLimits(entry, engine, report);
      break;
    case 'session':
      if (entry.body.plan !== null && kindOf(entry.body.plan) !== 'plan')
        report('plan', `${entry.body.plan} is not a plan of this client`);
      entry.body.segments.forEach((segment, i) => {
        each(`segments[${i}].places`, segment.places, place);
        technique(`segments[${i}].technique`, segment.technique);
      });
      break;
    case 'plan':
      entry.body.plan.segments.forEach((segment, i) => {
        each(`plan.segments[${i}].places`, segment.places, place);
        technique(`plan.segments[${i}].technique`, segment.technique);
      });
      break;
    case 'amendment':
      if (kindOf(entry.body.amends) === undefined)
        report('amends', `${entry.body.amends} is not an entry of this client`);
      break;
    case 'appointment':
    case 'fact':
      break;
    default:
      entry satisfies never;
  }
}

function checkStatement(statement: Statement, engine: Engine, today: string, report: Report): void {
  if (dateOf(statement.at) > today) report('at', `${statement.at} is still to come`);
  const fact = engine.fact(statement.fact);
  if (!fact) {
    const known = engine.facts.map((candidate) => candidate.id);
    report(
      'fact',
      `unknown fact "${statement.fact}"${didYouMean(nearestWords(statement.fact, known, 4))}`,
    );
    return;
  }
  checkPlaces(fact, statement, engine, report);
  checkValue(fact, statement, report);
}

function checkPlaces(fact: Fact, statement: Statement, engine: Engine, report: Report): void {
  if (!statement.places || statement.places.length === 0) return;
  const kind = 'places' in fact ? fact.places : undefined;
  if (kind === undefined) report('places', `"${fact.name}" is not asked at places of the body`);
  else if (statement.answer !== 'yes')
    report(
      'places',
      `places say where something is: "${fact.name}" was answered ${statement.answer}`,
    );
  else if (kind === 'joint')
    statement.places.forEach((id, i) => {
      if (engine.body.has(id) && !hasJoint(engine, id))
        report(`places[${i}]`, `"${fact.name}" is asked at joints, and "${id}" has none`);
    });
}

const hasJoint = ({ body }: Engine, place: string): boolean =>
  body.mask(place).some((word, i) => (word & (body.joints[i] ?? 0)) !== 0);

function checkValue(fact: Fact, statement: Statement, report: Report): void {
  if (statement.value === undefined) return;
  const quantity = fact.kind === 'finding' ? fact.quantity : undefined;
  if (!quantity) report('value', `"${fact.name}" is not a number`);
  else if (statement.answer !== 'yes')
    report(
      'value',
      `a number needs the answer yes: "${fact.name}" was answered ${statement.answer}`,
    );
  else if (statement.value < quantity.min || statement.value > quantity.max)
    report(
      'value',
      `${statement.value} is out of range: "${fact.name}" is ${quantity.min} to ${quantity.max} ${quantity.unit}`,
    );
}

function checkLimits(
  entry: Extract<NewEntry, { kind: 'clearance' | 'departure' }>,
  engine: Engine,
  report: Report,
): void {
  if (entry.kind === 'clearance' && entry.body.until < entry.body.from)
    report(
      'until',
      `the clearance ends (${entry.body.until}) before it begins (${entry.body.from})`,
    );
  entry.body.limits.forEach((id, i) => {
    const limit = engine.limit(id);
    if (!limit) report(`limits[${i}]`, `unknown limit "${id}"`);
    else if (!canLift(entry.kind, limit))
      report(`limits[${i}]`, `no ${entry.kind} lifts "${id}": only new facts change it`);
  });
}

/** Answers in one entry that cannot both be true. What others say, or said before, may differ. */
function contradictionsIn(entry: NewEntry, at: string, engine: Engine): Problem[] {
  if (!('statements' in entry.body)) return [];
  const { statements } = entry.body;
  const nothingListed = { condition: false, medicine: false };
  return profileOf(engine, statements, nothingListed, dateOf(entry.on)).contradictions.map(
    ({ facts, message }) => ({
      where: `${at}.body.${statements
        .flatMap(({ fact }, i) => (facts.includes(fact) ? `statements[${i}]` : []))
        .join(' and ')}`,
      message,
    }),
  );
}
