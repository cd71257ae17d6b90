// The finished tests of several clients put together, as the owner of a practice does at the command line.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { estimate } from '@assuage/outcomes';
import { type NewEntry, openJournal } from '@assuage/record';
import { seededRandom } from '@assuage/statistics';
import { describe, expect, onTestFinished, test } from 'vitest';
import { assuage } from './assuage.ts';

const ENTERED = '2025-06-01T09:00:00.000Z';
const START = Date.UTC(2025, 0, 6);
const DAY = 86_400_000;
const SCHEDULE = [1, 0, 0, 1, 1, 0, 1, 0, 1, 0] as const;

const id = (client: number, n: number): string =>
  `019a0000-0000-7000-8000-${(client * 1000 + n).toString(16).padStart(12, '0')}`;
const dayOf = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10);

/** Ten weeks of ratings, 1.2 points lower in the weeks with massage but for the noise. */
function ratingsOf(client: number): number[] {
  const random = seededRandom(`client ${client}`);
  return Array.from({ length: 70 }, (_, day) => {
    const on = SCHEDULE[Math.floor(day / 7)] ?? 0;
    return Math.max(0, Math.min(10, Math.round(6 - 1.2 * on + 1.3 * random.normal())));
  });
}

/** What nlme would say of the same ratings: `estimate` is proved against it. */
function effectOf(client: number): { y: number; v: number } {
  const y = ratingsOf(client);
  const fit = estimate({
    t: y.map((_, day) => day),
    y,
    x: y.map((_, day) => [1, SCHEDULE[Math.floor(day / 7)] ?? 0, day / 69 - 0.5]),
  })?.effect(1, 0.95);
  return { y: fit?.estimate ?? Number.NaN, v: (fit?.standardError ?? Number.NaN) ** 2 };
}

function recordOf(client: number, stopped = false): NewEntry[] {
  const of = (n: number, kind: string, on: string, body: object) =>
    ({
      id: id(client, n),
      client: id(client, 0),
      kind,
      v: 1,
      on: `${on}T09:00`,
      by: { name: 'Jo Field', role: 'therapist' },
      body,
    }) as unknown as NewEntry;
  return [
    of(0, 'client', '2025-01-01', { name: `Client ${client}`, born: '1970-01-01' }),
    of(1, 'trial', '2025-01-02', {
      question: { measure: 'nrs-pain', important: 1 },
      secondary: [],
      release: 'r1',
      start: dayOf(0),
      plan: {
        compares: 'weeks',
        periodDays: 7,
        design: { kind: 'balanced', periods: 10, longestRun: 2 },
        schedule: SCHEDULE,
      },
      seed: 'a seed',
      told: '10 weeks will miss some.',
      hash: '0'.repeat(64),
    }),
    ...ratingsOf(client).map((value, day) =>
      of(2 + day, 'score', dayOf(day), {
        measure: 'nrs-pain',
        release: 'r1',
        answers: { 'nrs-pain': value },
        filled: 'by-client',
        note: '',
      }),
    ),
    ...(stopped
      ? [
          of(200, 'trial-change', dayOf(60), {
            trial: id(client, 1),
            change: 'ended',
            why: 'harm',
            note: '',
          }),
        ]
      : []),
  ];
}

async function practice(clients: readonly number[], stopped: readonly number[] = []) {
  const data = mkdtempSync(join(tmpdir(), 'assuage-results-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const journal = await openJournal(join(data, 'assuage.sqlite'));
  const [first = 1, ...others] = clients;
  await journal.found(
    { id: 'harbour', name: 'Harbour', therapist: { name: 'Jo Field', training: [] }, demo: false },
    recordOf(first, stopped.includes(first)),
    ENTERED,
  );
  for (const client of others)
    await journal.append('harbour', recordOf(client, stopped.includes(client)), ENTERED);
  await journal.close();
  return {
    file: (name: string) => join(data, name),
    run: (...args: string[]) => assuage(['results', ...args, '--data', data]),
    add: async (...more: number[]) => {
      const again = await openJournal(join(data, 'assuage.sqlite'));
      for (const client of more) await again.append('harbour', recordOf(client), ENTERED);
      await again.close();
    },
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('the finished tests of a practice', () => {
  test('are put together from their unshrunk effects, and those that were stopped are named', async () => {
    const { run } = await practice(range(1, 12), [3]);
    const { code, stdout } = await run('list');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Pain (nrs-pain, weeks): weeks with massage less weeks without, lower is',
    );
    expect(stdout).toMatch(
      /12 people with a finished test, 1 of them stopped early \(1 for\s+harm\)/,
    );
    expect(stdout).toMatch(/On average −1\.\d\d points, 95 in 100 from −1\.\d\d to −/);
    expect(stdout).toMatch(/Of 10 people like these, about \d+ would have pain better by 1 point/);
    expect(stdout).toContain('For the next test here, before its first rating: −1.');
    expect(stdout).not.toContain('Client');
  });

  test('of two people are not put together', async () => {
    const { run } = await practice([1, 2]);
    expect((await run('list')).stdout).toContain('Two people are not put together.');
  });

  test('are none where nobody had a test, and no records are not taken for none', async () => {
    const data = mkdtempSync(join(tmpdir(), 'assuage-results-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const nothing = await assuage(['results', 'list', '--data', data]);
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toContain('there are no records here');
    const journal = await openJournal(join(data, 'assuage.sqlite'));
    const [client] = recordOf(1);
    const harbour = {
      id: 'harbour',
      name: 'Harbour',
      therapist: { name: 'Jo Field', training: [] },
    };
    await journal.found({ ...harbour, demo: false }, client ? [client] : [], ENTERED);
    await journal.close();
    const none = await assuage(['results', 'list', '--data', data]);
    expect(none).toMatchObject({ code: 0 });
    expect(none.stdout).toContain('None yet. A test is begun on the page of a client.');
  });

  test('leave the practice as four sums, and not again for people that differ by a few', async () => {
    const { run, file, add } = await practice(range(1, 6));
    const out = file('harbour.json');
    expect(await run('release', '--out', out)).toMatchObject({ code: 0 });
    const effects = range(1, 6).map(effectOf);
    const sum = (f: (one: { y: number; v: number }) => number) =>
      effects.reduce((all, one) => all + f(one), 0);
    const site = JSON.parse(readFileSync(out, 'utf8')) as Record<string, number>;
    expect(site).toMatchObject({
      site: 'harbour',
      practice: 'Harbour',
      measure: 'nrs-pain',
      compares: 'weeks',
      k: 6,
    });
    expect(site.sumY).toBeCloseTo(
      sum(({ y }) => y),
      4,
    );
    expect(site.sumYY).toBeCloseTo(
      sum(({ y }) => y * y),
      4,
    );
    expect(site.sumV).toBeCloseTo(
      sum(({ v }) => v),
      4,
    );
    expect(Object.keys(site)).toHaveLength(8);

    await add(7);
    const again = await run('release', '--out', file('again.json'));
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(
      'Nothing was written: these are the people of an earlier release but for 1: 5 or more must differ.',
    );
    expect(existsSync(file('again.json'))).toBe(false);
    await add(8, 9, 10, 11);
    expect(await run('release', '--out', file('again.json'))).toMatchObject({ code: 0 });
  });

  test('of four people do not leave it', async () => {
    const { run, file } = await practice(range(1, 4));
    const { code, stderr } = await run('release', '--out', file('few.json'));
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing was written: 4 people are too few: 5 or more.');
    expect(existsSync(file('few.json'))).toBe(false);
  });
});

describe('the sums of several practices', () => {
  // R: t.test over all effects, and rma(method = "HE"); the sums are those of four sites, to four digits.
  const SITES = [
    { k: 15, sumY: 2.44, sumYY: 2.3686, sumV: 0.827 },
    { k: 12, sumY: 3.19, sumYY: 1.6845, sumV: 0.949 },
    { k: 11, sumY: 2.3, sumYY: 2.82, sumV: 0.703 },
    { k: 10, sumY: 4.54, sumYY: 3.7232, sumV: 0.848 },
  ];
  const written = (sites: readonly object[]): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'assuage-sites-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return sites.map((site, i) => {
      const path = join(folder, `site-${i + 1}.json`);
      const about = {
        site: `s${i + 1}`,
        practice: `Site ${i + 1}`,
        measure: 'nrs-pain',
        compares: 'weeks',
      };
      writeFileSync(path, JSON.stringify({ ...about, ...site }));
      return path;
    });
  };

  test('are pooled as R pools them', async () => {
    const { code, stdout } = await assuage([
      'results',
      'pool',
      ...written(SITES),
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const pooled = JSON.parse(stdout) as Record<string, number>;
    expect(pooled).toMatchObject({ practices: 4, people: 48 });
    expect(pooled.mean).toBeCloseTo(0.259791666666667, 10);
    expect(pooled.se).toBeCloseTo(0.0571047078452988, 10);
    expect(pooled.low).toBeCloseTo(0.144911812369577, 10);
    expect(pooled.high).toBeCloseTo(0.374671520963756, 10);
    expect(pooled.tau2).toBeCloseTo(0.0872129875886525, 10);
    const text = await assuage(['results', 'pool', ...written(SITES)]);
    expect(text.stdout).toContain('48 people of 4 practices: nrs-pain, weeks');
    expect(text.stdout).toContain('on average 0.26 points, 95 in 100 from 0.14 to 0.37');
  });

  test('that cannot be added are refused, each with its reason', async () => {
    const [a = '', b = '', c = '', d = ''] = written([
      SITES[0] ?? {},
      { ...SITES[1], site: 's1' },
      { ...SITES[2], measure: 'nrs-sleep' },
      { ...SITES[3], k: 3.5, sumV: -1 },
    ]);
    const { code, stderr, stdout } = await assuage(['results', 'pool', a, b, c, d]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('the practice "Site 2" is in twice: its people would count twice');
    expect(stderr).toContain('is of nrs-sleep, weeks; the first file is of nrs-pain, weeks');
    expect(stderr).toContain('k: must be a whole number');
    expect(stderr).toContain('sumV: must not be negative');
    const [small = ''] = written([{ ...SITES[0], k: 4 }]);
    expect((await assuage(['results', 'pool', small])).stderr).toContain('fewer than 5 people');
  });
});
