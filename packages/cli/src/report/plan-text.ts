/** A plan report as text for people: the decision first, then what to ask, what to do, and why. */
import type { Named } from './envelope-report.ts';
import { bullet, fold, indented, lowerFirst, section, upperFirst, wordList } from './layout.ts';
import type { CitedReport, PlanReport, ReasonReport } from './plan-report.ts';
import {
  DECISION_WORDS,
  POSITION_WORDS,
  PRESSURE_CREDIT,
  PRESSURE_WORDS,
  SURE_WORDS,
} from './words.ts';

export function formatPlan(report: PlanReport): string {
  const { client, today, knowledge, plan, limits } = report;
  const who = [client.name ?? 'No name given', ...(client.born ? [`born ${client.born}`] : [])];
  return [
    ...decision(report),
    '',
    `${who.join(', ')} · ${today}`,
    ...questions(report),
    ...section('Do not touch', [
      ...(limits.doNotTouch.length > 0 ? [bullet(places(limits.doNotTouch))] : []),
      ...(limits.clientAvoids.length > 0
        ? [bullet(`${places(limits.clientAvoids)} (the client’s wish)`)]
        : []),
    ]),
    ...pressure(report),
    ...leaveOut(report),
    ...heatAndCold(report),
    ...section(
      'Positions to leave out',
      limits.positionsOut.map((position) => bullet(upperFirst(POSITION_WORDS[position]))),
    ),
    ...minutes(report),
    ...segments(report),
    ...section(
      'Instead of what was wished',
      [...plan.substitutions, ...plan.alongside].map(({ sentence }) => bullet(sentence)),
    ),
    ...section('Take care', limits.care.map(bullet)),
    ...reasons(report.reasons),
    ...section(
      'After the session',
      plan.aftercare.map(({ text }) => bullet(text)),
    ),
    ...section(
      'In the next 48 hours, watch for',
      plan.watchFor.map(({ text }) => bullet(text)),
    ),
    ...section(
      'What was understood',
      report.understood.map(({ said, meaning }) => fold(`${said} → ${meaning}`, '  ', '      ')),
    ),
    ...section('Notes', report.notes.map(bullet)),
    '',
    fold(report.disclaimer),
    fold(PRESSURE_CREDIT),
    `Knowledge release ${knowledge.release}.`,
    '',
  ].join('\n');
}

function decision({ decision, questions }: PlanReport): string[] {
  const { known, untilAnswered } = decision;
  const asked = questions.length;
  const lines = [`DECISION: ${decision.words} (${known})`];
  if (asked > 0) {
    const ask = `${asked} ${asked === 1 ? 'question' : 'questions'} to ask first.`;
    const until =
      untilAnswered === known
        ? ''
        : ` Until ${asked === 1 ? 'it is' : 'they are'} answered: ${DECISION_WORDS[untilAnswered]} (${untilAnswered}).`;
    lines.push(fold(ask + until));
  }
  return lines;
}

const questions = ({ questions }: PlanReport): string[] =>
  section(
    'Ask first',
    questions.flatMap(({ id, text, hint, worst }, i) => [
      fold(text, `  ${i + 1}. `),
      ...(hint === null ? [] : [fold(hint, '     ')]),
      fold(`[${id}: could bring "${lowerFirst(DECISION_WORDS[worst])}"]`, '     '),
    ]),
  );

/** Every place has its line or is not to be touched, so the longest list can be "everywhere else". */
function pressure({ limits }: PlanReport): string[] {
  const [first, ...more] = limits.pressure;
  if (first === undefined) return [];
  const rest = more.reduce(
    (longest, next) => (next.places.length > longest.places.length ? next : longest),
    first,
  );
  const others = limits.pressure.filter((line) => line !== rest);
  const isRest = others.length > 0 || limits.doNotTouch.length > 0;
  const line = (most: number, where: string) =>
    bullet(
      most === 5
        ? `${where}: no limit from the safety rules`
        : `${where}: at most ${most} of 5, ${PRESSURE_WORDS[most]}`,
    );
  return section('Most pressure', [
    ...others.map(({ most, places: where }) => line(most, places(where))),
    line(rest.most, isRest ? 'Everywhere else' : places(rest.places)),
  ]);
}

const leaveOut = ({ limits, plan }: PlanReport): string[] =>
  section('Leave out', [
    ...limits.leaveOut.map(({ techniques, places: where }) => {
      const what = wordList(techniques.map(({ name }) => lowerFirst(name)));
      return bullet(`${upperFirst(what)}${isEverywhere(where) ? '' : `: ${places(where)}`}`);
    }),
    ...plan.leaveOut.map(bullet),
  ]);

function heatAndCold({ limits }: PlanReport): string[] {
  const lines = (['heat', 'cold'] as const).flatMap((kind) => {
    const { avoid, caution } = limits[kind];
    const applied = kind === 'heat' ? 'Applied heat' : 'Applied cold';
    return [
      ...(avoid.length > 0 ? [bullet(`${applied}: avoid. ${places(avoid)}`)] : []),
      ...(caution.length > 0 ? [bullet(`${applied}: take care. ${places(caution)}`)] : []),
    ];
  });
  return section('Heat and cold', lines.length > 0 ? lines : [bullet('No limit.')]);
}

const minutes = ({ limits }: PlanReport): string[] =>
  section('Time', [
    ...(limits.minutes.session === null
      ? []
      : [bullet(`At most ${limits.minutes.session} minutes in all.`)]),
    ...limits.minutes.places.map(({ most, places: where }) =>
      bullet(`${places(where)}: at most ${most} minutes on one place.`),
    ),
  ]);

function segments({ plan }: PlanReport): string[] {
  if (plan.segments.length === 0) return section('Session', [bullet('No session is planned.')]);
  return section(
    `Session: ${plan.minutes} minutes`,
    plan.segments.flatMap((segment) => {
      const time = `${String(segment.minutes).padStart(4)} min  `;
      const what = `${segment.technique.name}: ${places(segment.places)}. Pressure ${segment.pressure}, ${POSITION_WORDS[segment.position]}.`;
      const pad = ' '.repeat(time.length);
      return [fold(what, time), fold(`${segment.purpose}. ${segment.why.text}.`, pad)];
    }),
  );
}

/** Limits of one rule stand together: they share what it means, its facts and what would release it. */
function reasons(all: readonly ReasonReport[]): string[] {
  const lines = (some: readonly ReasonReport[]): string[] =>
    [...Map.groupBy(some, ({ rule }) => rule).values()].flatMap((group, i) => [
      ...(i === 0 ? [] : ['']),
      ...formatRule(group),
    ]);
  return [
    ...section('Why', lines(all.filter(({ always }) => !always))),
    ...section('Why, for everyone', lines(all.filter(({ always }) => always))),
  ];
}

function formatRule(group: readonly ReasonReport[]): string[] {
  const [first] = group;
  if (!first) return [];
  const facts = first.facts.map((fact) => {
    const where = fact.places.length > 0 ? ` (${places(fact.places)})` : '';
    const value = fact.value === null ? '' : `: ${fact.value} ${fact.unit ?? ''}`.trimEnd();
    return `${fact.name}${value}${where}${fact.answer === 'unknown' ? ' (not answered, so it counts as yes)' : ''}`;
  });
  return [
    ...(first.always
      ? [bullet(first.because)]
      : [bullet(`${facts.join('; ')}.`), indented(first.because)]),
    ...group.map(({ says, limit, basis, sure }) =>
      fold(
        `${says} [${limit}; ${basis === 'judgement' ? 'our judgement' : SURE_WORDS[sure]}]`,
        '    → ',
      ),
    ),
    ...(first.always ? [] : [fold(first.release, '    Released: ')]),
    ...sources(
      'Source',
      group.flatMap((reason) => reason.sources),
    ),
    ...sources('A milder source, not followed', first.disagree),
  ];
}

export function sources(word: string, cited: readonly CitedReport[]): string[] {
  const each = new Map(cited.map((source) => [`${source.source} ${source.locator}`, source]));
  return [...each.values()].map(({ title, publisher, year, url, locator }) =>
    fold(
      `${title}. ${publisher}${year === null ? '' : `, ${year}`}; ${locator}. ${url}`,
      `    ${word}: `,
      '      ',
    ),
  );
}

const isEverywhere = (where: readonly Named[]): boolean => where[0]?.id === 'everywhere';

const places = (where: readonly Named[]): string =>
  where.map(({ name }, i) => (i === 0 ? name : lowerFirst(name))).join(', ');
