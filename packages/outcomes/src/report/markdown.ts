/** A report of a test as Markdown, which is plain text as well. */
import { countedIn } from '../verdict/randomisation.ts';
import { saySecondary, threeNumbers } from '../verdict/wording.ts';
import type { Answer } from './items.ts';
import { limitsOf } from './limits.ts';
import type { ReportedPeriod, TestReport } from './report.ts';

const NOT_KNOWN = 'Not known to this program.';

const PARTS: Readonly<Record<Answer, string>> = {
  title: 'title',
  fixed: 'Fixed beforehand',
  design: 'Design',
  periods: 'Periods and ratings',
  sessions: 'Sessions',
  changes: 'Changes',
  method: 'Method',
  result: 'Result',
  secondary: 'Asked beside it',
  harms: 'Harms',
  limits: 'Limits',
  'not-known': 'not known to this program',
  'not-applicable': 'not applicable',
};

const STATES: Readonly<Record<TestReport['state'], string>> = {
  running: 'It is still running.',
  over: 'It is over.',
  'ended-early': 'It was ended early.',
};

export function reportMarkdown(report: TestReport): string {
  const { question, design, said, secondary } = report;
  const arms = armWords(report);
  const part = (answer: Answer, lines: readonly string[]): string[] => [
    '',
    `## ${PARTS[answer]}`,
    '',
    ...(lines.length > 0 ? lines : [NOT_KNOWN]),
  ];
  return [
    `# A randomised N-of-1 trial (single case): ${plain(question.outcome)}, ${arms.with} against ${arms.without}`,
    '',
    STATES[report.state],
    ...part('result', [
      `**${said.headline}.** ${plain(said.sentences.join(' '))}`,
      ...(report.result ? ['', ...resultLines(report, arms)] : []),
    ]),
    ...part('fixed', fixedLines(report)),
    ...part('design', designLines(report, arms)),
    ...part('periods', [...periodTable(report.periods, arms), '', completionLine(report, arms)]),
    ...part('sessions', sessionLines(report)),
    ...part('changes', changeLines(report)),
    ...part('method', [
      'Bayesian regression with a straight trend and errors that hang together from day to day (first order, continuous time). ' +
        `Before the first rating the effect is taken to be ${short(report.prior.mean)} points of ten, give or take ${short(report.prior.sd)} (mean and standard deviation${'people' in report.prior ? ` from the tests of ${report.prior.people} other people` : ', a sceptical prior'}). ` +
        'Days count as they were drawn, whatever was done in them. Before the end only this may be said: that stopping early looks justified, from a chance of 99 in 100.',
    ]),
    ...part(
      'secondary',
      secondary.length === 0
        ? ['Nothing.']
        : secondary.map((one) => `- ${plain(saySecondary(one, design.compares))}`),
    ),
    ...part('harms', harmLines(report)),
    ...part(
      'limits',
      limitsOf(report).map((limit) => `- ${limit}`),
    ),
    '',
    '## Items of CENT 2015 and SCRIBE 2016',
    '',
    '| guideline | item | topic | where |',
    '| --- | --- | --- | --- |',
    ...report.items.map(
      ({ guideline, item, topic, answers }) =>
        `| ${guideline} | ${item} | ${topic} | ${answers.map((one) => PARTS[one]).join(', ')} |`,
    ),
    '',
  ].join('\n');
}

type ArmWords = Readonly<Record<ReportedPeriod['arm'], string>>;

const armWords = ({ design }: TestReport): ArmWords =>
  design.everyDays
    ? {
        with: `massage every ${design.everyDays[0]} days`,
        without: `massage every ${design.everyDays[1]} days`,
      }
    : { with: 'with massage', without: 'without massage' };

function resultLines({ question, result }: TestReport, arms: ArmWords): string[] {
  if (!result) return [];
  const by = `by ${short(question.important)} or more`;
  const [better, within, worse] = threeNumbers(result.chances);
  const { unshrunk, randomisation, phi, sigma } = result.details;
  return [
    `- Out of 100: better ${by} ${better}, in between ${within}, worse ${by} ${worse}.`,
    `- ${upper(arms.with)} minus ${arms.without}: ${points(result.effect.mean)} (95% credible interval ${range(result.effect.interval)}), drawn towards the prior.`,
    unshrunk
      ? `- Without a prior: ${points(unshrunk.estimate)} (restricted maximum likelihood; Kenward and Roger's 95% confidence interval ${range(unshrunk.interval)}, ${short(unshrunk.df)} degrees of freedom).`
      : '- Without a prior: the ratings do not allow an estimate.',
    randomisation
      ? `- Randomisation test: p = ${countedIn(randomisation)}/${randomisation.schedules}, two-sided, on the difference of the means of periods (${points(randomisation.difference)}).`
      : '- Randomisation test: one side has no rating.',
    `- Two days in a row correlate by ${phi.toFixed(2)}; standard deviation ${short(sigma)} points.`,
  ];
}

function fixedLines({ question, fixed }: TestReport): string[] {
  const { outcome, better, scale, important } = question;
  return [
    `- Primary outcome: ${plain(outcome)}, rated from ${scale.from} to ${scale.to}, ${better} is better.`,
    `- The smallest change that matters: ${short(important)} point${important === 1 ? '' : 's'}.`,
    `- Also asked: ${fixed.secondary.map(plain).join(', ') || 'nothing'}.`,
    `- Said beforehand: ${fixed.told === undefined ? NOT_KNOWN : plain(fixed.told)}`,
    `- SHA-256 of all this, made before the first day: ${fixed.hash === undefined ? NOT_KNOWN : `\`${fixed.hash}\``}`,
  ];
}

function designLines({ design, periods }: TestReport, arms: ArmWords): string[] {
  const { inPairs, longestRun, allowed, periodDays, seed } = design;
  const rule = inPairs
    ? 'pairs of one each, in an order by chance'
    : `half of each, at most ${longestRun} alike in a row`;
  return [
    `- ${design.periods} periods of ${periodDays} days, ${arms.with} or ${arms.without}; ${rule}.`,
    `- Drawn uniformly from all ${allowed} schedules that keep to this, by a seeded generator; seed: ${seed === '' ? 'not given' : plain(seed)}.`,
    `- Drawn: ${periods.map(({ arm }) => (arm === 'with' ? 1 : 0)).join('')} (1 ${arms.with}). Each kind is repeated ${design.periods / 2} times.`,
    design.everyDays
      ? '- One session is planned in each such stretch of days.'
      : '- One session is planned in each week with massage; the other weeks are ordinary care, and rescue sessions are allowed.',
  ];
}

const periodTable = (periods: readonly ReportedPeriod[], arms: ArmWords): string[] => [
  '| period | from | to | | ratings by day (– none) | missing | sessions |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...periods.map(
    ({ arm, from, to, ratings, missing, sessions }, i) =>
      `| ${i + 1} | ${from} | ${to} | ${arms[arm]} | ${ratings
        .map((one) => (one === null ? '–' : short(one)))
        .join(' ')} | ${missing} | ${sessions ? sessions.join(', ') : 'not known'} |`,
  ),
];

const completionLine = ({ completion }: TestReport, arms: ArmWords): string =>
  `Rated: ${completion.with.rated} of ${completion.with.days} days ${arms.with}, ${completion.without.rated} of ${completion.without.days} days ${arms.without}.`;

function sessionLines({ sessions, design }: TestReport): string[] {
  if (!sessions) return [];
  const { missed, rescue, additional } = sessions;
  return [
    `- Planned and not given: ${missed.map(({ from, to }) => `${from} to ${to}`).join(', ') || 'none'}.`,
    ...(design.everyDays
      ? []
      : [`- Rescue sessions in weeks without: ${rescue.join(', ') || 'none'}.`]),
    `- More than planned: ${additional.join(', ') || 'none'}.`,
  ];
}

function changeLines({ changes, ended, medicineChanges }: TestReport): string[] {
  return [
    changes
      ? `- Departures from the plan: ${changes.map(({ day, text }) => `${day} ${plain(text)}`).join('; ') || 'none noted'}.`
      : `- Departures from the plan: ${NOT_KNOWN}`,
    ...(ended ? [`- Ended on ${ended.day}: ${plain(ended.why)}.`] : []),
    medicineChanges
      ? `- Changes of medicine: ${medicineChanges.join(', ') || 'none noted'}.${medicineChanges.length > 0 ? ' The days from each have a level of their own.' : ''}`
      : `- Changes of medicine: ${NOT_KNOWN}`,
  ];
}

function harmLines({ reactions }: TestReport): string[] {
  if (!reactions) return [];
  if (reactions.length === 0) return ['No session was noted.'];
  return reactions.map(
    ({ way, sessions, reactions: count, unknown }) =>
      `- ${plain(way)}: a reaction after ${count} of ${sessions} sessions; ${unknown} cannot be judged.`,
  );
}

/** A sentence somebody wrote, kept from becoming a table or a heading. */
const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[|`*_#<>[\]\\]/gu, (sign) => `\\${sign}`)
    .trim();
/** At most one decimal, and never −0. */
const short = (value: number): string => String(Math.round(value * 10) / 10 || 0);
const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const points = (value: number): string => {
  const size = Math.abs(value).toFixed(2);
  return Number(size) === 0 ? '0 points' : `${value < 0 ? '−' : '+'}${size} points`;
};
const range = ([low, high]: readonly [number, number]): string =>
  `${points(low).replace(' points', '')} to ${points(high).replace(' points', '')}`;
