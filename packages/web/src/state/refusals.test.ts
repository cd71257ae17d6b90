import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, isAtLeastAsStrict, withOthersNo } from '@assuage/safety';
import { expect, test } from 'vitest';
import { standingOf } from './derive.ts';
import { withUnsent } from './overlay.ts';
import type { BodyOf, ClientRecord, NewEntry } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const engine = compileEngine(loaded.knowledge);
const TODAY = '2026-03-10';

const said = { by: 'Kim', at: `${TODAY}T08:00` };
const healthy: ClientRecord = {
  ...EMPTY_RECORD,
  statements: [
    ...withOthersNo(
      engine,
      { facts: new Map(), listed: { condition: true, medicine: true } },
      said.by,
      said.at,
    ).facts.values(),
  ],
  listed: { condition: true, medicine: true },
};
const refusal = (body: Partial<BodyOf<'refusal'>> = {}): NewEntry => ({
  id: '019a0000-0000-7000-8000-00000000000f',
  client: healthy.client.id,
  kind: 'refusal',
  v: 1,
  on: `${TODAY}T09:00`,
  by: { name: 'Jo Field', role: 'therapist' },
  body: { clinician: 'Dr Khan', from: TODAY, until: '2026-04-10', note: '', ...body },
});

test('a clinician who refuses massage is asked first, on every day until the last', () => {
  const before = standingOf(engine, healthy, TODAY).envelope;
  expect(before.known).toBe('go');
  const refused = withUnsent(healthy, [refusal()]);
  const after = standingOf(engine, refused, TODAY).envelope;
  expect([after.decision, after.known]).toEqual(['clear-first', 'clear-first']);
  expect(isAtLeastAsStrict(after, before)).toBe(true);
  const takenBack = {
    ...refused,
    refusals: refused.refusals.map((each) => ({
      ...each,
      ended: { on: `${TODAY}T12:00`, clinician: 'Dr Khan' },
    })),
  };
  expect(standingOf(engine, takenBack, TODAY).envelope.known).toBe('go');
  expect(standingOf(engine, refused, '2026-03-09').envelope.known).not.toBe('clear-first');
});

test('a refusal that is still on its way already takes back a clearance', () => {
  const cleared: ClientRecord = {
    ...healthy,
    permissions: [
      {
        kind: 'clearance',
        limits: ['a/heat', 'b/pressure'],
        by: 'Dr Khan',
        from: '2026-01-01',
        until: '2026-12-31',
        entry: 'c',
      },
    ],
  };
  const { permissions } = withUnsent(cleared, [refusal({ limits: ['a/heat'] })]);
  expect(permissions).toMatchObject([
    { limits: ['a/heat'], until: '2026-03-09' },
    { limits: ['b/pressure'], until: '2026-12-31' },
  ]);
});
