import { estimate } from '@assuage/outcomes';
import type { NewEntry } from '@assuage/record';
import { expect, test } from 'vitest';
import { startApp, TODAY } from '../testing/parts.ts';

const SCHEDULE = [1, 0, 0, 1, 1, 0, 1, 0, 1, 0] as const;
const START = Date.UTC(2025, 0, 6);
const DAY = 86_400_000;
const dayOf = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10);
const id = (client: number, n = 0): string =>
  `019a0000-0000-7000-8000-${(client * 1000 + n).toString(16).padStart(12, '0')}`;

/** 1 point lower with massage, and a little up and down that differs from person to person. */
const ratingsOf = (client: number): number[] =>
  Array.from(
    { length: 70 },
    (_, day) => 6 - (SCHEDULE[Math.floor(day / 7)] ?? 0) + ((day * day + client * day) % 5) - 2,
  );

function recordOf(client: number): NewEntry[] {
  const of = (n: number, kind: string, on: string, body: object) =>
    ({
      id: id(client, n),
      client: id(client),
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
  ];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const asked = (client: number, query = 'measure=nrs-pain&compares=weeks') =>
  `http://localhost/api/clients/${id(client)}/prior?${query}`;

test('from ten finished tests of other people on, the next one begins with what they showed', async () => {
  const { app, journal } = await startApp();
  for (const client of range(1, 10))
    await journal.append('a', recordOf(client), `${TODAY}T00:00:00.000Z`);
  // Of the ten, one is the person who asks.
  expect(await (await app.request(asked(10))).json()).toEqual({ prior: null });

  await journal.append('a', recordOf(11), `${TODAY}T00:00:00.000Z`);
  const effects = range(1, 10).map((client) => {
    const y = ratingsOf(client);
    const fit = estimate({
      t: y.map((_, day) => day),
      y,
      x: y.map((_, day) => [1, SCHEDULE[Math.floor(day / 7)] ?? 0, day / 69 - 0.5]),
    })?.effect(1, 0.95);
    return { y: fit?.estimate ?? Number.NaN, v: (fit?.standardError ?? Number.NaN) ** 2 };
  });
  // N(mean, spread² + SE²), spread² = var(y) − mean(v), by hand; never narrower than half a point.
  const mean = effects.reduce((sum, { y }) => sum + y, 0) / 10;
  const variance = effects.reduce((sum, { y }) => sum + (y - mean) ** 2, 0) / 9;
  const spread = Math.max(0, variance - effects.reduce((sum, { v }) => sum + v, 0) / 10);
  const sd = Math.max(0.5, Math.sqrt(spread + variance / 10));
  const { prior } = (await (await app.request(asked(11))).json()) as {
    prior: Record<'mean' | 'sd' | 'people', number>;
  };
  expect(prior.people).toBe(10);
  expect(prior.mean).toBeCloseTo(mean, 9);
  expect(prior.sd).toBeCloseTo(sd, 9);
  // Nobody's test of another kind counts.
  const cadence = await app.request(asked(11, 'measure=nrs-pain&compares=cadence-14'));
  expect(await cadence.json()).toEqual({ prior: null });
});

test('what is asked for must exist', async () => {
  const { app } = await startApp();
  const unknown = await app.request(asked(1, 'measure=nrs-pane&compares=weeks'));
  expect(unknown.status).toBe(404);
  expect(await unknown.text()).toContain('nrs-pane');
  const wrong = await app.request(asked(1, 'measure=nrs-pain&compares=months'));
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('must be one of: weeks, cadence-14, cadence-28');
});
