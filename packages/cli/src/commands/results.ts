/** `assuage results …`: what the finished tests of a practice's clients say together, and with those of others. */
import {
  displayFor,
  type Effect,
  type Fit,
  pool,
  predictionInterval,
  siteSummary,
} from '@assuage/evidence';
import type { Measures } from '@assuage/knowledge';
import {
  type Compared,
  comparedIn,
  effectOf,
  mayRelease,
  type PersonTest,
  practicePrior,
  sumsOf,
  testsOf,
} from '@assuage/outcomes';
import type { Engine } from '@assuage/safety';
import { tCdf } from '@assuage/statistics';
import { diskTrouble, writeWhole } from '../input/whole-file.ts';
import { bullet, fold } from '../report/layout.ts';
import { fail, ok, type Result } from '../result.ts';
import { auditCommandLine } from './command-line-audit.ts';
import { inPractice, type Opened, type PracticeRequest } from './opened.ts';
import { type SiteFile, siteText } from './site-file.ts';

/** What the tests are read with. */
export interface ResultsContext {
  readonly engine: Pick<Engine, 'fact'>;
  readonly measures: Measures;
  /** `YYYY-MM-DD` */
  readonly today: string;
}
export interface ReleaseRequest extends PracticeRequest {
  /** The id of the rating. */
  readonly measure: string;
  readonly compares: Compared;
  /** Where the sums are written. */
  readonly file: string;
}

/** One person's newest finished test. */
interface Finished {
  readonly client: string;
  /** Unshrunk, in points: with massage less without. */
  readonly effect: Effect;
  readonly stopped: 'harm' | 'otherwise' | undefined;
}
/** All tests of one rating that compare the same. */
interface Group {
  readonly measure: string;
  readonly compares: Compared;
  readonly question: PersonTest['primary']['question'];
  readonly finished: Finished[];
  /** Finished with too few ratings to be judged. */
  tooFew: number;
  running: number;
}

/** From so many people on, what is to be expected of a further one is said. */
const ENOUGH_PEOPLE = 10;

/** @returns what to print */
export const listResults = (
  request: PracticeRequest,
  context: ResultsContext,
): Promise<Result<string, string>> =>
  inPractice(request, async (at) => {
    const groups = await groupsIn(at, context);
    const head = `${at.practice.name}: within-person tests`;
    if (groups.length === 0)
      return ok(`${head}\n  None yet. A test is begun on the page of a client.\n`);
    const lines = groups.flatMap((group) => ['', ...groupText(group)]);
    return ok(
      `${[head, ...lines, '', fold('Each test is of one person, who knew what was given. People who agreed to a test are not all people.')].join('\n')}\n`,
    );
  });

/** @returns what to print */
export const releaseResults = (
  request: ReleaseRequest,
  context: ResultsContext,
): Promise<Result<string, string>> =>
  inPractice(request, async (at) => {
    const { measure, compares, file } = request;
    const groups = await groupsIn(at, context);
    const group = groups.find((one) => one.measure === measure && one.compares === compares);
    const finished = group?.finished ?? [];
    const people = finished.map(({ client }) => client);
    const allowed = mayRelease(people, await earlierReleases(at, measure, compares));
    if (!allowed.ok) return fail(`Nothing was written: ${allowed.why}.`);
    const sums = siteSummary(finished.map(({ effect }) => effect));
    if (!sums.ok) return fail(`Nothing was written: ${sums.why}.`);
    const site: SiteFile = {
      site: at.practice.id,
      practice: at.practice.name,
      measure,
      compares,
      ...sums.value,
    };
    // Before the file: sums that are out and not remembered could be told apart from later ones.
    await auditCommandLine(
      at.journal,
      at.practice.id,
      'assuage results release',
      'release-results',
      {
        measure,
        compares,
        people,
      },
    );
    try {
      await writeWhole(file, async (sink) => sink(new TextEncoder().encode(siteText(site))));
    } catch (error) {
      const trouble = diskTrouble(error);
      if (trouble === undefined) throw error;
      return fail(`${file}: ${trouble}. Nothing was written.`);
    }
    return ok(
      `Four sums over ${people.length} people are in ${file}: how many, and of their effects, squared effects and variances. Nothing of a single person is in it.\n`,
    );
  });

/** The people of every release so far, as the audit remembers them. */
async function earlierReleases(
  { journal, practice }: Opened,
  measure: string,
  compares: Compared,
): Promise<string[][]> {
  const lines = await journal.inAccounts(practice.id, (rows) =>
    rows
      .selectFrom('audit')
      .select('details')
      .where('practice', '=', practice.id)
      .where('action', '=', 'release-results')
      .execute(),
  );
  return lines
    .map(
      ({ details }) =>
        JSON.parse(details) as Record<'measure' | 'compares', string> & { people: string[] },
    )
    .filter((one) => one.measure === measure && one.compares === compares)
    .map(({ people }) => people);
}

/** One record at a time: a practice of any size fits in memory. */
async function groupsIn({ journal, practice }: Opened, context: ResultsContext): Promise<Group[]> {
  const { foldClient } = await import('@assuage/record');
  const { measures, engine, today } = context;
  const isMedicine = (fact: string): boolean => engine.fact(fact)?.kind === 'medicine';
  const groups = new Map<string, Group>();
  for await (const entries of journal.received(practice.id)) {
    const record = foldClient(entries);
    if (!record) continue;
    const counted = new Set<string>();
    // The newest first.
    for (const test of testsOf(measures, record, isMedicine, today)) {
      if (test.phase === 'planned') continue;
      const group = groupOf(groups, test);
      if (test.phase === 'running') group.running += 1;
      else if (!counted.has(keyOf(test))) {
        const effect = effectOf(test);
        if (effect) {
          counted.add(keyOf(test));
          group.finished.push({ client: record.client.id, effect, stopped: stopOf(test) });
        } else group.tooFew += 1;
      }
    }
  }
  return [...groups.values()].sort((a, b) =>
    `${a.measure} ${a.compares}` < `${b.measure} ${b.compares}` ? -1 : 1,
  );
}

const keyOf = ({ fixed, trial }: PersonTest): string =>
  `${fixed.question.measure} ${comparedIn(trial)}`;

function groupOf(groups: Map<string, Group>, test: PersonTest): Group {
  const known = groups.get(keyOf(test));
  if (known) return known;
  const { fixed, trial, primary } = test;
  const group: Group = {
    measure: fixed.question.measure,
    compares: comparedIn(trial),
    question: primary.question,
    finished: [],
    tooFew: 0,
    running: 0,
  };
  groups.set(keyOf(test), group);
  return group;
}

const stopOf = ({ ended }: PersonTest): Finished['stopped'] =>
  ended && (ended.why === 'harm' ? 'harm' : 'otherwise');

const ARMS: Readonly<Record<Compared, string>> = {
  weeks: 'weeks with massage less weeks without',
  'cadence-14': 'massage every week less every 2 weeks',
  'cadence-28': 'massage every week less every 4 weeks',
};

function groupText(group: Group): string[] {
  const { measure, compares, question, finished, tooFew, running } = group;
  const harmed = finished.filter(({ stopped }) => stopped === 'harm').length;
  const stopped = finished.filter((one) => one.stopped !== undefined).length;
  const head = `${question.outcome} (${measure}, ${compares}): ${ARMS[compares]}, ${question.better} is better`;
  return [
    fold(head.charAt(0).toUpperCase() + head.slice(1)),
    bullet(
      `${count(finished.length, 'person', 'people')} with a finished test${stopped === 0 ? '' : `, ${stopped} of them stopped early (${harmed} for harm)`}; ${running} running; ${tooFew} with too few ratings`,
    ),
    ...togetherText(group),
  ];
}

function togetherText({ question, finished }: Group): string[] {
  const effects = finished.map(({ effect }) => effect);
  const k = effects.length;
  const display = displayFor(k);
  if (k < 2) return [];
  if (!display.pooled) return [bullet('Two people are not put together.')];
  const fit = pool(effects);
  if (!fit.ok) return [bullet(`They cannot be put together: ${fit.why}.`)];
  const { coefficients, tau2 } = fit.value;
  const [{ estimate, low, high }] = coefficients;
  const next = display.prediction ? predictionInterval(fit.value, 'k-1') : undefined;
  return [
    bullet(
      `On average ${signed(estimate)} points, 95 in 100 from ${signed(low)} to ${signed(high)}${display.veryFew ? '; very few people' : ''}`,
    ),
    bullet(
      `People differ by ${tau2 === 0 ? 'no more than chance' : `${short(Math.sqrt(tau2))} points`}`,
    ),
    ...(next?.ok
      ? [
          bullet(
            `One more person like these: a rough range from ${signed(next.value.low)} to ${signed(next.value.high)}`,
          ),
        ]
      : []),
    ...(k >= ENOUGH_PEOPLE
      ? [bullet(expectedText(question, fit.value)), bullet(priorText(effects))]
      : []),
  ];
}

/** By the distribution of the prediction interval. */
function expectedText({ better, important, outcome }: Group['question'], fit: Fit): string {
  const [{ estimate, se }] = fit.coefficients;
  const spread = Math.sqrt(se ** 2 + fit.tau2);
  const bound = better === 'lower' ? -important : important;
  const side = better === 'lower' ? 'lower' : 'upper';
  const share = tCdf((bound - estimate) / spread, fit.effects.length - 1, side);
  return `Of 10 people like these, about ${Math.round(10 * share)} would have ${outcome} better by ${short(important)} ${important === 1 ? 'point' : 'points'} or more`;
}

function priorText(effects: readonly Effect[]): string {
  const { mean, sd } = practicePrior(sumsOf(effects));
  return `For the next test here, before its first rating: ${signed(mean)} points, give or take ${short(sd)}`;
}

const count = (many: number, one: string, several: string): string =>
  `${many} ${many === 1 ? one : several}`;
const short = (value: number): string => String(Math.round(value * 10) / 10);
const signed = (value: number): string => {
  const size = Math.abs(value).toFixed(2);
  return Number(size) === 0 ? '0' : `${value < 0 ? '−' : '+'}${size}`;
};
