import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, type Statement } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { standingOf } from './derive.ts';
import { newEntry } from './entries.ts';
import { withUnsent, writtenAt } from './overlay.ts';
import { clearable, departable, groupReasons, liftedToday } from './reasons.ts';
import type { ClientRecord } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const engine = compileEngine(loaded.knowledge);
const TODAY = '2026-03-02';
const NOW = new Date(2026, 2, 2, 9, 42);
const jo = { name: 'Jo Field', role: 'therapist' } as const;

const recordSaying = (...facts: readonly string[]): ClientRecord => ({
  ...EMPTY_RECORD,
  listed: { condition: true, medicine: true },
  statements: facts.map(
    (fact): Statement => ({ fact, answer: 'yes', by: 'Ana', at: `${TODAY}T09:00` }),
  ),
});
const lupus = recordSaying('lupus');
const standing = standingOf(engine, lupus, TODAY);
const first = standing.reasons.find(
  ({ stated, always, kind }) => stated && !always && kind !== 'care',
);
if (!first) throw new Error('lupus should limit something');

describe('reasons', () => {
  it('of one rule on the same ground are told once, with every limit kept', () => {
    const groups = groupReasons(standing.reasons);
    expect(groups.length).toBeLessThan(standing.reasons.length);
    expect(groups.flatMap(({ limits }) => limits.map(({ limit }) => limit)).sort()).toEqual(
      standing.reasons.map(({ limit }) => limit).sort(),
    );
    for (const { reason, limits } of groups)
      for (const { says } of limits) expect(reason.says).toContain(says);
  });
});

describe('a departure', () => {
  it('is possible from a limit, never when the session is stopped', () => {
    expect(departable(engine, standing.reasons, 'adapt').map(({ limit }) => limit)).toContain(
      first.limit,
    );
    expect(departable(engine, standing.reasons, 'not-today')).toEqual([]);
    const clot = standingOf(engine, recordSaying('one-leg-swollen'), TODAY);
    const stops = clot.reasons.filter(({ kind, stated }) => kind === 'decision' && stated);
    expect(stops.length).toBeGreaterThan(0);
    expect(departable(engine, stops, 'adapt')).toEqual([]);
    expect(clearable(engine, stops)).toEqual([]);
  });

  it('counts in the page before the server has answered, for its day only, and stays in sight', () => {
    const entry = newEntry(
      'departure',
      lupus.client.id,
      jo,
      { limits: [first.limit], reason: 'It helped before' },
      NOW,
    );
    const departed = withUnsent(lupus, [entry]);
    const limits = (record: ClientRecord, today: string) =>
      standingOf(engine, record, today).reasons.map(({ limit }) => limit);
    expect(limits(departed, TODAY)).not.toContain(first.limit);
    expect(limits(departed, '2026-03-03')).toContain(first.limit);
    const [lifted] = liftedToday(engine, departed, standing.profile, TODAY);
    expect(lifted?.says).toEqual([first.says]);
    expect(lifted?.permission).toMatchObject({ by: 'Jo Field', reason: 'It helped before' });
    expect(lifted && writtenAt(lifted.permission)).toBe('2026-03-02T09:42:00.000');
    expect(liftedToday(engine, departed, standing.profile, '2026-03-03')).toEqual([]);
  });
});

describe('entries on their way', () => {
  it('count as answers and lists at once', () => {
    const fact = newEntry('fact', lupus.client.id, jo, {
      statements: [
        { fact: 'one-leg-swollen', answer: 'yes', by: 'Jo Field', at: `${TODAY}T09:43` },
      ],
      listed: { medicine: false },
    });
    const overlaid = withUnsent(lupus, [fact]);
    expect(standingOf(engine, overlaid, TODAY).envelope.known).toBe('refer-now');
    expect(overlaid.listed).toEqual({ condition: true, medicine: false });
  });
});
