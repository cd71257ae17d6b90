/**
 * `npm run bench:verdicts`: how often the verdicts are right and wrong on invented diaries whose truth is known,
 * beside the two simplest rivals, and how fast they are. `--people 200` makes it quick; the tables of
 * docs/statistics.md are of 2,000, and take half an hour.
 */
import { cpus } from 'node:os';
import { judgeSecondary, judgeTest, type TestResult } from '@assuage/outcomes';
import { seededRandom } from '@assuage/statistics';
import { posteriorOf } from '../packages/outcomes/src/verdict/bayes.ts';
import { estimate } from '../packages/outcomes/src/verdict/reml.ts';
import { type Invented, inventDiary, PAIN, type World } from './diaries.ts';
import { leastSquaresP, type Row, welchP } from './rivals.ts';
import { timeAll } from './timing.ts';

const asked = process.argv.indexOf('--people');
const PEOPLE = asked < 0 ? 2_000 : Number(process.argv[asked + 1]);
const RHOS = [0, 0.3, 0.6];

const say = (...lines: readonly string[]): void => console.log(lines.join('\n'));
const percent = (share: number): string =>
  100 * share < 9.95 ? (100 * share).toFixed(1) : (100 * share).toFixed(0);

function judged({ days, trial, today }: Invented): TestResult | undefined {
  const verdict = judgeTest(PAIN, days, trial, today);
  return verdict.level === 'test' ? verdict.result : undefined;
}

function rowsOf({ trial, days }: Invented): Row[] {
  const first = Date.parse(trial.start) / 86_400_000;
  return days.map(({ t, value }) => [
    t,
    value,
    trial.schedule[Math.floor((t - first) / trial.periodDays)] ?? 0,
  ]);
}

const isClaim = ({ finding }: TestResult): boolean =>
  finding !== undefined && /^(better|worse)/.test(finding);

interface Rates {
  readonly welch: number;
  readonly leastSquares: number;
  readonly kenwardRoger: number;
  readonly randomisation: number;
  readonly claims: number;
  readonly covered: number;
}

function ratesIn(world: World, people: number): Rates {
  const counts = [0, 0, 0, 0, 0, 0];
  const count = (i: number, is: boolean | undefined): void => {
    if (is) counts[i] = (counts[i] ?? 0) + 1;
  };
  for (let person = 0; person < people; person += 1) {
    const invented = inventDiary(world, `${JSON.stringify(world)} ${person}`);
    const rows = rowsOf(invented);
    const result = judged(invented);
    count(0, welchP(rows) < 0.05);
    count(1, leastSquaresP(rows) < 0.05);
    if (!result) continue;
    const { unshrunk, randomisation } = result.details;
    count(2, unshrunk && unshrunk.p < 0.05);
    count(3, randomisation && randomisation.p < 0.05);
    count(4, isClaim(result));
    const [low, high] = result.effect.interval;
    count(5, low <= world.effect && world.effect <= high);
  }
  const [welch, leastSquares, kenwardRoger, randomisation, claims, covered] = counts.map(
    (n) => n / people,
  );
  return { welch, leastSquares, kenwardRoger, randomisation, claims, covered } as Rates;
}

function table(
  title: string,
  { effect, periodDays }: Pick<World, 'effect' | 'periodDays'>,
  weeks: readonly number[],
  people: number,
): void {
  const length = periodDays ? { periodDays } : {};
  say(
    '',
    `${title}, % of ${people.toLocaleString('en')} people; each cell: correlation 0 / 0.3 / 0.6`,
    '',
    '| weeks (ratings) | flares | Welch t-test | least squares | REML, Kenward–Roger | randomisation test | the verdict | interval holds the truth |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const week of weeks)
    for (const flares of [false, true]) {
      const cells = RHOS.map((rho) =>
        ratesIn({ weeks: week, rho, flares, effect, ...length }, people),
      );
      const row = (of: (rates: Rates) => number): string =>
        cells.map((rates) => percent(of(rates))).join(' / ');
      say(
        `| ${[
          `${week} (${6 * week})`,
          flares ? 'yes' : 'no',
          row((one) => one.welch),
          row((one) => one.leastSquares),
          week < 4 ? '–' : row((one) => one.kenwardRoger),
          week < 4 ? '–' : row((one) => one.randomisation),
          row((one) => one.claims),
          week < 4 ? '–' : row((one) => one.covered),
        ].join(' | ')} |`,
      );
    }
}

/** Effects drawn from the prior: of those told "70%", 70 % should be better. */
function calibration(weeks: number): void {
  const bins = Array.from({ length: 10 }, () => ({ people: 0, stated: 0, true: 0 }));
  const byOne = Array.from({ length: 10 }, () => ({ people: 0, stated: 0, true: 0 }));
  const put = (into: typeof bins, stated: number, isTrue: boolean): void => {
    const bin = into[Math.min(9, Math.floor(10 * stated))];
    if (!bin) return;
    bin.people += 1;
    bin.stated += stated;
    bin.true += isTrue ? 1 : 0;
  };
  const { normal } = seededRandom(`effects ${weeks}`);
  for (let person = 0; person < 2 * PEOPLE; person += 1) {
    const effect = normal();
    const world = { weeks, rho: RHOS[person % 3] ?? 0, flares: person % 2 === 0, effect };
    const result = judged(inventDiary(world, `calibration ${weeks} ${person}`));
    if (!result) continue;
    put(bins, result.chances.anyBetter, effect < 0);
    put(byOne, result.chances.better, effect <= -1);
  }
  say(
    '',
    `What was said and what was true after ${weeks} weeks; effects drawn from N(0, 1)`,
    '',
    '| said | better at all: people | said on average | true | better by 1 point: people | said on average | true |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  );
  bins.forEach((bin, i) => {
    const cells = [bin, byOne[i] ?? bin].flatMap(({ people, stated, true: held }) =>
      people === 0
        ? ['0', '–', '–']
        : [String(people), percent(stated / people), percent(held / people)],
    );
    say(`| ${10 * i}–${10 * (i + 1)} % | ${cells.join(' | ')} |`);
  });
}

/** Somebody who looks at the end of every week, from the fourth on, at a test of twelve. */
function looking(rho: number): string {
  const people = Math.ceil(PEOPLE / 4);
  let ever = 0;
  for (let person = 0; person < people; person += 1) {
    const world = { weeks: 12, rho, flares: true, effect: 0 };
    const invented = inventDiary(world, `looking ${rho} ${person}`);
    const first = Date.parse(invented.trial.start);
    for (let week = 4; week < 12; week += 1) {
      const today = new Date(first + 7 * week * 86_400_000).toISOString().slice(0, 10);
      const days = invented.days.filter(({ day }) => day < today);
      const result = judged({ ...invented, days, today });
      if (result?.stopEarly === undefined) continue;
      ever += 1;
      break;
    }
  }
  return percent(ever / people);
}

/** What an effect that lasts does to periods of one week and of two, in points of a true effect of −2. */
function lingering(): void {
  const people = Math.ceil(PEOPLE / 4);
  say(
    '',
    `Twelve weeks, a true effect of −2 points that lasts, correlation 0.3, flares; ${people} people: % with a claim, means of the posterior and without the prior`,
    '',
    '| half of it is gone after | periods of 7 days | without their first three days | periods of 14 days |',
    '| --- | --- | --- | --- |',
  );
  for (const halfLife of [undefined, 1, 2, 3, 5]) {
    const ways: readonly { readonly periodDays?: 14; readonly leftOut: number }[] = [
      { leftOut: 0 },
      { leftOut: 3 },
      { periodDays: 14, leftOut: 0 },
    ];
    const cells = ways.map(({ periodDays, leftOut }) => {
      let [claims, mean, unshrunk] = [0, 0, 0];
      for (let person = 0; person < people; person += 1) {
        const world: World = {
          weeks: 12,
          rho: 0.3,
          flares: true,
          effect: -2,
          ...(periodDays && { periodDays }),
          ...(halfLife && { halfLife }),
        };
        const invented = inventDiary(world, `lasting ${halfLife} ${periodDays} ${person}`);
        const first = Date.parse(invented.trial.start) / 86_400_000;
        const days = invented.days.filter(
          ({ t }) => (t - first) % invented.trial.periodDays >= leftOut,
        );
        const result = judged({ ...invented, days });
        if (!result) continue;
        if (isClaim(result)) claims += 1;
        mean += result.effect.mean;
        unshrunk += result.details.unshrunk?.estimate ?? 0;
      }
      const means = [mean, unshrunk].map((sum) => (sum / people).toFixed(2));
      return `${percent(claims / people)} %, ${means.join(', ')}`;
    });
    say(`| ${halfLife ? `${halfLife} days` : 'at once'} | ${cells.join(' | ')} |`);
  }
}

/** How often one of five secondary outcomes that massage does nothing to is given words, with Holm and without. */
function secondary(rho: number): string {
  const people = Math.ceil(PEOPLE / 4);
  const found = [0, 0];
  for (let person = 0; person < people; person += 1) {
    const world = { weeks: 8, rho, flares: true, effect: 0 };
    const first = inventDiary(world, `secondary ${rho} ${person}`);
    const outcomes = Array.from({ length: 5 }, (_, i) => ({
      question: PAIN,
      days: inventDiary(world, `secondary ${rho} ${person}`, ` outcome ${i}`).days,
    }));
    const results = judgeSecondary(outcomes, first.trial, first.today).map(({ result }) => result);
    const isSure = (one: (typeof results)[number]) =>
      one !== undefined && Math.min(one.chances.anyBetter, 1 - one.chances.anyBetter) <= 0.025;
    if (results.some(isSure)) found[0] = (found[0] ?? 0) + 1;
    if (results.some((one) => one?.finding)) found[1] = (found[1] ?? 0) + 1;
  }
  return found.map((count) => percent(count / people)).join(' and ');
}

async function speed(): Promise<void> {
  say(`${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.version}`);
  const sixty = inventDiary({ weeks: 10, rho: 0.3, flares: true, effect: -1 }, 'speed');
  const rows = rowsOf(sixty);
  const series = {
    t: rows.map(([t]) => t),
    y: rows.map(([, y]) => y),
    x: rows.map(([t, , on]) => [1, on, t - (rows[0]?.[0] ?? 0)]),
  };
  const priors = [5, 1, 2].map((sd, i) => ({ mean: i === 0 ? 5 : 0, sd }));
  const timings = await timeAll([
    { name: 'Welch t-test', run: () => welchP(rows) },
    { name: 'least squares with trend', run: () => leastSquaresP(rows) },
    { name: 'CAR(1) by REML', run: () => estimate(series) },
    { name: '  with Kenward–Roger', run: () => estimate(series)?.effect(1, 0.95) },
    { name: 'Bayes, 48 by 48 nodes', run: () => posteriorOf(series, priors, [0, 1, 0]) },
    { name: 'the whole verdict', run: () => judged(sixty) },
  ]);
  say('', `60 ratings${' '.repeat(18)}milliseconds, median      least`);
  for (const { name, median, least } of timings)
    say(
      name.padEnd(28) +
        (median / 1000).toFixed(4).padStart(20) +
        (least / 1000).toFixed(4).padStart(11),
    );

  const started = performance.now();
  const many = Math.min(10_000, 5 * PEOPLE);
  for (let i = 0; i < many; i += 1)
    judged(inventDiary({ weeks: 10, rho: 0.3, flares: true, effect: 0 }, `many ${i}`));
  say(
    '',
    `${many.toLocaleString('en')} people's verdicts one after another: ${((performance.now() - started) / 1000).toFixed(0)} s, ` +
      `at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
}

/** In the order of docs/statistics.md. `--only speed,calibration` picks. */
const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  speed,
  nothing: () => table('Claims when massage does nothing', { effect: 0 }, [2, 4, 6, 8, 10], PEOPLE),
  one: () => table('Claims when massage takes 1 point', { effect: -1 }, [4, 8, 10, 12], PEOPLE / 4),
  two: () =>
    table('Claims when massage takes 2 points', { effect: -2 }, [4, 8, 10, 12], PEOPLE / 4),
  fortnights: () => {
    for (const effect of [0, -1, -2])
      table(
        `Periods of 14 days: claims when massage takes ${-effect} points`,
        { effect, periodDays: 14 },
        [8, 12, 16],
        PEOPLE / 4,
      );
  },
  cadence: () => {
    for (const [effect, people] of [
      [0, PEOPLE],
      [-1, PEOPLE / 4],
      [-2, PEOPLE / 4],
    ] as const)
      table(
        `Cadence, 28 days to a period: claims when more massage takes ${-effect} points`,
        { effect, periodDays: 28 },
        [16, 24, 32],
        people,
      );
  },
  lingering,
  secondary: () =>
    say(
      '',
      'Words for at least one of five secondary outcomes after 8 weeks without any effect, without Holm and with: ' +
        RHOS.map((rho) => `${secondary(rho)} % (correlation ${rho})`).join('; '),
    ),
  calibration: () => calibration(8),
  looking: () =>
    say(
      '',
      'Looking every week from the fourth to the eleventh of twelve, no effect, flares: "stopping early ' +
        `looks justified" to ${RHOS.map(looking).join(' / ')} % (correlation 0 / 0.3 / 0.6)`,
    ),
};

const only = process.argv.indexOf('--only');
const picked = only < 0 ? Object.keys(PARTS) : (process.argv[only + 1] ?? '').split(',');
for (const name of picked) await PARTS[name]?.();
