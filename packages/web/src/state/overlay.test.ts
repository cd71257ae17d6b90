import { expect, test } from 'vitest';
import { newEntry } from './entries.ts';
import { withUnsent } from './overlay.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

test('a test that was fixed or stopped is shown before the server has heard of it', () => {
  const by = { name: 'Jo Field', role: 'therapist' } as const;
  const { id } = EMPTY_RECORD.client;
  const trial = newEntry('trial', id, by, {
    question: { measure: 'nrs-pain', important: 1 },
    secondary: [],
    release: 'a',
    start: '2026-02-02',
    plan: {
      compares: 'weeks',
      periodDays: 7,
      design: { kind: 'pairs', pairs: 1 },
      schedule: [1, 0],
    },
    seed: '',
    told: '',
    hash: '',
  });
  const stop = newEntry('trial-change', id, by, {
    trial: trial.id,
    change: 'ended',
    why: 'harm',
    note: 'Bruises.',
  });
  const [fixed] = withUnsent(EMPTY_RECORD, [trial]).trials;
  expect(fixed).toMatchObject({ entry: trial.id, start: '2026-02-02', changes: [] });
  const [stopped] = withUnsent(EMPTY_RECORD, [trial, stop]).trials;
  expect(stopped?.changes).toMatchObject([{ change: 'ended', why: 'harm', on: stop.on }]);
  // Another entry leaves the tests as they are.
  const note = newEntry('goal', id, by, { words: 'Walk', state: 'open' });
  expect(withUnsent(EMPTY_RECORD, [note]).trials).toEqual([]);
});
