/**
 * `npm run bench:ways`: how often a comparison of two ways of working names the better one, the worse one, or is set
 * aside because a person was worse after a session, on invented people whose truth is known. `--people 100` makes it
 * quick; the table of docs/statistics.md is of 1,000.
 */
import { compareWays, type DiaryDay, drawOrder, type GivenSession } from '@assuage/outcomes';
import { seededRandom } from '@assuage/statistics';
import { PAIN } from './diaries.ts';

const asked = process.argv.indexOf('--people');
const PEOPLE = asked < 0 ? 1_000 : Number(process.argv[asked + 1]);

/** Of single days, with a correlation from one to the next; of the three days after one session; of days rated. */
const DAY = { sd: 1.5, phi: 0.4 };
const SESSION_SD = 0.5;
const RATED = 0.85;
const FIRST = Date.UTC(2026, 0, 5) / 86_400_000;
const dayOf = (t: number): string => new Date(t * 86_400_000).toISOString().slice(0, 10);

/** A session a week; after either way the days are 1 point better, and after the first so much more. */
function invent(gap: number, blocks: number, seed: string) {
  const random = seededRandom(seed);
  const order = drawOrder(['first', 'second'], blocks, `${seed} order`);
  const days: DiaryDay[] = [];
  const sessions: GivenSession[] = order.map((way, week) => ({
    day: dayOf(FIRST + 7 * week),
    way,
  }));
  let noise = DAY.sd * random.normal();
  for (const [week, way] of order.entries()) {
    const response = -1 - (way === 'first' ? gap : 0) + SESSION_SD * random.normal();
    for (let weekday = 0; weekday < 7; weekday += 1) {
      noise = DAY.phi * noise + DAY.sd * Math.sqrt(1 - DAY.phi ** 2) * random.normal();
      const isAfter = weekday >= 1 && weekday <= 3;
      const value = Math.round(5 + noise + (isAfter ? response : 0));
      const t = FIRST + 7 * week + weekday;
      if (random.uniform() < RATED)
        days.push({ t, day: dayOf(t), value: Math.min(10, Math.max(0, value)) });
    }
  }
  return { days, sessions };
}

console.log(`${PEOPLE} people each; shares of all of them`);
console.log(
  '| true gap | sessions | first named | second named | set aside |\n| --- | --- | --- | --- | --- |',
);
for (const gap of [0, 0.5, 1, 2])
  for (const blocks of [6, 8, 10]) {
    const verdicts = Array.from({ length: PEOPLE }, (_, person) => {
      const { days, sessions } = invent(gap, blocks, `${gap} ${blocks} ${person}`);
      const verdict = compareWays(PAIN, days, sessions, ['first', 'second']);
      return verdict.state === 'compared' ? (verdict.better ?? 'neither') : verdict.state;
    });
    const share = (of: string): string =>
      `${((100 * verdicts.filter((one) => one === of).length) / PEOPLE).toFixed(0)} %`;
    console.log(
      `| ${gap} | ${2 * blocks} | ${share('first')} | ${share('second')} | ${share('suspended')} |`,
    );
  }
