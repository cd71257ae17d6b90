/**
 * The clinician's page: one page that is read in 40 seconds, at most 200 words, the first two blocks at most 80. What
 * does not fit is counted, never dropped in silence. It describes; it never says why something changed.
 */

import { coversMask } from '@assuage/knowledge';
import { type PersonTest, type TestReport, threeNumbers } from '@assuage/outcomes';
import { type Engine, MAX_PRESSURE, NO_CONTACT, type Reason } from '@assuage/safety';
import { longDate } from '../../components/times.ts';
import type { JudgedWays, WaysComparison } from '../../state/comparison.ts';
import { consentLines } from '../../state/consents.ts';
import type { Standing } from '../../state/derive.ts';
import type { Going } from '../../state/going.ts';
import type { ClientRecord, PracticeView } from '../../state/record.ts';
import { shown } from '../client/forms.words.ts';
import { clinicianTexts as texts } from './clinician.words.ts';

export const MOST_WORDS = 200;
const FIRST_BLOCKS = 80;
/** Kept free for the limits, at most a third of what is left. */
const FOR_LIMITS = 30;

export interface GoingLine {
  /** With its direction. */
  readonly measure: string;
  /** Start, now and change, and what they mean; while it is too soon to tell, only that. */
  readonly says: string;
}

/** Lines that fit, and how many did not. */
interface Fitted<Line> {
  readonly lines: readonly Line[];
  readonly left: number;
}

export interface ClinicianText {
  readonly who: readonly string[];
  readonly act: readonly string[];
  readonly limits: Fitted<string>;
  readonly waiting: string | undefined;
  /** Within-person tests, in a sentence each. */
  readonly tests: readonly string[];
  readonly going: Fitted<GoingLine>;
  readonly did: string;
  /** What studies found, where there is room for it. */
  readonly studies: string | undefined;
  readonly reply: string;
  readonly footer: string;
}

interface ClinicianInput {
  readonly engine: Engine;
  readonly record: ClientRecord;
  readonly practice: Pick<PracticeView, 'name' | 'therapist' | 'release'>;
  readonly standing: Standing;
  readonly going: readonly Going[];
  /** The newest within-person test, with what it says. */
  readonly test: { readonly test: PersonTest; readonly report: TestReport } | undefined;
  /** The newest comparison of two ways of working. */
  readonly ways: { readonly comparison: WaysComparison; readonly judged: JudgedWays } | undefined;
  /** What is known of massage with the client's illness, in one sentence. */
  readonly studies: string | undefined;
  readonly today: string;
}

export function clinicianText(input: ClinicianInput): ClinicianText {
  const { engine, record, practice, standing, going, test, ways, today } = input;
  const who = whoLines(record, practice, today);
  const titles = [texts.title, ...Object.values(texts.headings)];
  const act = actLines(standing.reasons, FIRST_BLOCKS - words(who, texts.headings.act));
  const waiting =
    standing.questions.length === 0 ? undefined : texts.waiting(standing.questions.length);
  const tests = [
    ...(test ? [testLine(test.test, test.report)] : []),
    ...(ways ? [waysLine(ways.comparison, ways.judged)] : []),
  ];
  const did = didLine(record, today);
  const reply = texts.reply(practice.therapist.name);
  const footer = texts.footer(practice.release, longDate(today));
  const fixed = words(titles, who, act, waiting ?? '', tests, texts.pattern, did, reply, footer);
  const left = MOST_WORDS - fixed;
  const course = going.map(goingLine);
  // What studies found of others gives way to this person's own course.
  const needed = course.reduce((sum, line) => sum + wordsOfLine(line), FOR_LIMITS);
  const about = input.studies === undefined ? undefined : texts.studies(input.studies);
  const studies = about !== undefined && left - words(about) >= needed ? about : undefined;
  const free = left - words(studies ?? '');
  const rows = fitted(course, free - Math.min(FOR_LIMITS, free / 3), wordsOfLine);
  const limits = fitted(
    limitLines(engine, standing),
    free - rows.lines.reduce((sum, line) => sum + wordsOfLine(line), 0) - words(moreText(rows)),
    words,
  );
  return { who, act, limits, waiting, tests, going: rows, did, studies, reply, footer };
}

/** "2 more in the record." */
export const moreText = ({ left }: Fitted<unknown>): string => (left === 0 ? '' : texts.more(left));
/** With the four words that say how many do not fit. */
const MORE = 5;

/** As many from the front as fit; when not all do, there is room left to say so. */
function fitted<Line>(
  all: readonly Line[],
  budget: number,
  size: (line: Line) => number,
): Fitted<Line> {
  const total = all.reduce((sum, line) => sum + size(line), 0);
  let room = total <= budget ? budget : budget - MORE;
  const lines: Line[] = [];
  for (const line of all) {
    room -= size(line);
    if (room < 0) break;
    lines.push(line);
  }
  return { lines, left: all.length - lines.length };
}

/** As a word processor counts: what stands between spaces. */
export const words = (...parts: readonly (string | readonly string[])[]): number =>
  parts.flat().join(' ').split(/\s+/).filter(Boolean).length;

const wordsOfLine = ({ measure, says }: GoingLine): number => words(measure, says);

function whoLines(
  record: ClientRecord,
  { name, therapist }: ClinicianInput['practice'],
  today: string,
): readonly string[] {
  const { client, sessions } = record;
  const [first] = sessions;
  const last = sessions.at(-1);
  const shares = consentLines(record, today).filter(
    ({ what, counts }) => what === 'share' && counts,
  );
  return [
    texts.who(client.name, client.born === undefined ? undefined : longDate(client.born)),
    texts.from(therapist.name, name),
    first && last
      ? texts.sessions(sessions.length, longDate(first.on), longDate(last.on))
      : texts.noSessions,
    shares.length === 0
      ? texts.notAgreed
      : texts.agreed(shares.map(({ about }) => about).join(', ')),
  ];
}

/** One line for each decision that is the clinician's, the most urgent first, with what it is about. */
function actLines(reasons: readonly Reason[], budget: number): readonly string[] {
  const asked = reasons.filter(
    ({ kind, stated, always }) => kind === 'decision' && stated && !always,
  );
  const byWords = Map.groupBy(asked, ({ says }) => says);
  const lines = [...byWords].map(([says, group]) => ({
    says,
    about: [...new Set(group.map(({ about }) => about))],
  }));
  if (lines.length === 0) return [texts.nothing];
  // The first of each line and the count of the rest always stand.
  let room = budget - words(lines.map(({ says, about: [first = ''] }) => `${first}, +9: ${says}`));
  return lines.map(({ says, about: [first = '', ...others] }) => {
    const fits = others.findIndex((name) => {
      room -= words(name);
      return room < 0;
    });
    const named = fits === -1 ? others : others.slice(0, fits);
    const left = others.length - named.length;
    return `${[first, ...named].join(', ')}${left === 0 ? '' : `, +${left}`}: ${says}`;
  });
}

/** Each limit with all that it follows from. A pressure that is no stricter than that of the whole body is left out. */
function limitLines(engine: Engine, { envelope, reasons }: Standing): readonly string[] {
  const fired = new Map(envelope.limits.map((one) => [one.compiled.id, one]));
  const held = reasons.filter(
    ({ stated, always, kind }) => stated && !always && kind !== 'decision',
  );
  const pressure = ({ limit, kind }: Reason): number =>
    kind === 'pressure' ? (fired.get(limit)?.compiled.amount ?? MAX_PRESSURE) : NO_CONTACT;
  const isWhole = ({ limit, kind }: Reason): boolean => {
    const where = fired.get(limit)?.where;
    return kind === 'pressure' && !!where && coversMask(where, engine.body.everywhere);
  };
  const least = Math.min(MAX_PRESSURE, ...held.filter(isWhole).map(pressure));
  const strict = held.filter((one) =>
    isWhole(one) ? pressure(one) === least : pressure(one) < least,
  );
  return [...Map.groupBy(strict, ({ says }) => says)].map(([says, group]) => {
    const about = [...new Set(group.map((one) => one.about))];
    return `${about.join(', ')}: ${says}`;
  });
}

function goingLine(row: Going): GoingLine {
  if (row.kind === 'collecting')
    return { measure: row.name, says: texts.tooSoon(row.ratings, row.needed) };
  const { name, better, start, now, towards } = row;
  const measure = better === undefined ? name : `${name} (${better} is better)`;
  const numbers = texts.numbers(shown(start), shown(now), signed(now - start));
  const meaning =
    row.kind === 'course'
      ? [
          texts.towards[towards],
          texts.matters(shown(row.important), row.isStudied),
          row.isBeyondUsual
            ? texts.beyond(`${shown(row.usual[0])}–${shown(row.usual[1])}`)
            : texts.within(`${shown(row.usual[0])}–${shown(row.usual[1])}`),
        ]
      : [
          texts.towards[towards],
          row.published === 0 ? texts.noThreshold : texts.reaches(row.reached, row.published),
          ...(row.under === undefined ? [] : [texts.noise(shown(row.under))]),
        ];
  return { measure, says: `${numbers} ${meaning.join('; ')}.` };
}

/** `−3`, `+1`, `0` */
const signed = (value: number): string =>
  value === 0 ? '0' : `${value < 0 ? '−' : '+'}${shown(Math.abs(value))}`;

/** A result only when the test was over as planned. */
function testLine(
  { phase, primary, planned, lastDay, asOf, trial, fixed }: PersonTest,
  { result }: TestReport,
): string {
  const { outcome, important } = primary.question;
  const compared = trial.everyDays ? texts.cadence : texts.weeks;
  const rated = texts.rated(primary.days.length, planned);
  const about = texts.testOf(outcome, compared);
  if (phase === 'planned') return `${about} ${texts.begins(longDate(fixed.start))}`;
  if (phase === 'running') return `${about} ${texts.runs(longDate(lastDay))} ${rated}`;
  if (phase === 'stopped') return `${about} ${texts.stopped(longDate(asOf))} ${rated}`;
  if (!result?.finding) return `${about} ${texts.tooFew} ${rated}`;
  const { better, within, worse } = result.chances;
  const [b = 0, i = 0, w = 0] = threeNumbers(result.chances);
  const said = [percent(b, better), percent(i, within), percent(w, worse)] as const;
  return `${about} ${rated} ${texts.result(shown(important), ...said)}`;
}

/** No chance is said to be 0% or 100% unless it is. */
const percent = (whole: number, chance: number): string => {
  if (whole === 100 && chance < 1) return 'over 99%';
  return whole === 0 && chance > 0 ? 'under 1%' : `${whole}%`;
};

/** As for a test of weeks: no result before its end. */
function waysLine(
  { names, phase, given, planned }: WaysComparison,
  { verdict }: JudgedWays,
): string {
  const about = texts.waysOf(names.join(texts.or), given, planned);
  if (verdict.state === 'suspended') return `${about} ${texts.aside(verdict.ways.join(', '))}`;
  if (verdict.state !== 'compared')
    return `${about} ${phase === 'over' ? texts.tooFew : texts.noResult}`;
  const { better, chanceOfFirst } = verdict;
  if (better === undefined) return `${about} ${texts.noWinner}`;
  const chance = better === 'first' ? chanceOfFirst : 1 - chanceOfFirst;
  const suits = names[better === 'first' ? 0 : 1];
  return `${about} ${texts.winner(suits, Math.min(99, Math.round(100 * chance)))}`;
}

function didLine({ sessions, reactions, adverseEvents }: ClientRecord, today: string): string {
  const until = sessions.filter(({ on }) => on.slice(0, 10) <= today).length;
  const worse = reactions.filter(({ feeling }) => feeling === 'worse').length;
  return texts.did(until, worse, reactions.length, adverseEvents.length);
}
