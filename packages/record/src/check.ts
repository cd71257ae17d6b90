/** Whether entries make sense together with the knowledge: what the schemas alone cannot tell. */
import { answerProblems, didYouMean, type Measure, nearestWords } from '@assuage/knowledge';
import { canLift, type Engine, profileOf } from '@assuage/safety';
import { checkStatement, type Report } from './check-statement.ts';
import { checkTrial, findMeasure, isSecond } from './check-trial.ts';
import type { RecordedTrial } from './client-record.ts';
import { dateOf } from './dates.ts';
import type { BodyOf, EntryKind, NewEntry } from './entries.ts';

/** One thing wrong, and where: `[0].body.statements[2].fact`. */
export interface Problem {
  readonly where: string;
  readonly message: string;
}

export interface CheckContext {
  readonly engine: Engine;
  /** The outcome measures of the release. */
  readonly measures: readonly Measure[];
  /** `YYYY-MM-DD`: nothing can have happened after it. */
  readonly today: string;
  /** The within-person tests that the client's journal already holds. */
  readonly trials: readonly RecordedTrial[];
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
    if (entry.kind === 'trial' && isSecond(entry, context.trials, entries.slice(0, i)))
      report('body', 'another test of this client is planned or running: it must end first');
  });
  return problems.length > 0
    ? problems
    : entries.flatMap((entry, i) => contradictionsIn(entry, `[${i}]`, context.engine));
}

function checkBody(
  entry: NewEntry,
  { engine, measures, today }: CheckContext,
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
  const sensitive = (at: string, id: string) => {
    place(at, id);
    const isPart = engine.body.data.parts.some((part) => part.id === id && part.sensitive);
    if (engine.body.has(id) && !isPart)
      report(at, `"${id}" is not a sensitive place, so it needs no consent of its own`);
  };
  const isEntry = (at: string, id: string | null | undefined, kind: EntryKind, what: string) => {
    if (id !== null && id !== undefined && kindOf(id) !== kind)
      report(at, `${id} is not ${what} of this client`);
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
      if (entry.body.born !== undefined && entry.body.born > today)
        report('born', `${entry.body.born} is still to come`);
      break;
    case 'intake':
      each('consents', entry.body.consents, sensitive);
      each('avoid', entry.body.avoid ?? [], place);
      break;
    case 'check-in':
      entry.body.pain.forEach((pain, i) => {
        place(`pain[${i}].place`, pain.place);
      });
      each('wishes', entry.body.wishes, technique);
      break;
    case 'consent':
      if (entry.body.what === 'sensitive-places') each('places', entry.body.places, sensitive);
      if (entry.body.until !== undefined && entry.body.until < dateOf(entry.on))
        report('until', `the consent ends (${entry.body.until}) before it is given`);
      break;
    case 'clearance':
    case 'departure':
      checkLimits(entry, engine, report);
      break;
    case 'refusal':
      checkDates('refusal', entry.body, report);
      entry.body.limits?.forEach((id, i) => {
        if (!engine.limit(id)) report(`limits[${i}]`, `unknown limit "${id}"`);
      });
      break;
    case 'refusal-end':
      isEntry('refusal', entry.body.refusal, 'refusal', 'a refusal');
      break;
    case 'appointment-change':
      isEntry('appointment', entry.body.appointment, 'appointment', 'an appointment');
      if (entry.body.change === 'moved') {
        isEntry('to', entry.body.to, 'appointment', 'an appointment');
        if (entry.body.to === entry.body.appointment)
          report('to', 'must be another appointment than the one that is moved');
      }
      break;
    case 'reaction':
      isEntry('session', entry.body.session, 'session', 'a session');
      break;
    case 'score':
      checkScore(entry.body, measures, report);
      break;
    case 'measure-choice':
      for (const list of ['chosen', 'dropped'] as const)
        each(list, entry.body[list], (at, id) => findMeasure(id, measures, at, report));
      break;
    case 'trial':
      checkTrial(entry, measures, technique, report);
      break;
    case 'trial-change':
      isEntry('trial', entry.body.trial, 'trial', 'a within-person test');
      break;
    case 'way-decision':
      entry.body.ways.forEach((way, i) => {
        if ('technique' in way) technique(`ways[${i}].technique`, way.technique);
      });
      break;
    case 'adverse-event':
      isEntry('session', entry.body.session, 'session', 'a session');
      if (dateOf(entry.body.happened) > today)
        report('happened', `${entry.body.happened} is still to come`);
      entry.body.reported.forEach(({ on }, i) => {
        if (on > today) report(`reported[${i}].on`, `${on} is still to come`);
      });
      break;
    case 'goal':
      isEntry('changes', entry.body.changes, 'goal', 'a goal');
      break;
    case 'session':
      isEntry('plan', entry.body.plan, 'plan', 'a plan');
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
    case 'file':
      if (entry.body.dated > today) report('dated', `${entry.body.dated} is still to come`);
      break;
    case 'file-change':
      isEntry('file', entry.body.file, 'file', 'a file');
      break;
    case 'amendment':
      if (kindOf(entry.body.amends) === undefined)
        report('amends', `${entry.body.amends} is not an entry of this client`);
      break;
    case 'appointment':
    case 'fact':
    case 'note':
    case 'letter':
    case 'emergency-opening':
      break;
    default:
      entry satisfies never;
  }
}

function checkDates(
  what: string,
  { from, until }: { readonly from: string; readonly until: string },
  report: Report,
): void {
  if (until < from) report('until', `the ${what} ends (${until}) before it begins (${from})`);
}

function checkScore(
  { measure: id, answers, named }: BodyOf<'score'>,
  measures: readonly Measure[],
  report: Report,
): void {
  const measure = findMeasure(id, measures, 'measure', report);
  if (!measure) return;
  for (const message of answerProblems(measure, answers)) report('answers', message);
  for (const activity of Object.keys(named ?? {}))
    if (answers[activity] === undefined) report('named', `"${activity}" has no answer`);
}

function checkLimits(
  entry: Extract<NewEntry, { kind: 'clearance' | 'departure' }>,
  engine: Engine,
  report: Report,
): void {
  if (entry.kind === 'clearance') checkDates('clearance', entry.body, report);
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
