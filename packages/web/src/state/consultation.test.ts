import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, type Statement } from '@assuage/safety';
import { expect, test } from 'vitest';
import { usualChoices } from './choices.ts';
import { consultationOf } from './consultation.ts';
import { sessionOf, standingOf } from './derive.ts';
import { planBody } from './plan-entry.ts';
import type { ClientRecord } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const engine = compileEngine(loaded.knowledge);
const TODAY = '2026-03-02';
const said = { by: 'Ana', at: `${TODAY}T09:00` };

/** Everything that is asked of everyone was answered no, but for the illness. */
function record(illness: string, more: Partial<ClientRecord> = {}): ClientRecord {
  const yes: Statement[] = [{ fact: illness, answer: 'yes', ...said }];
  const no = engine.facts
    .filter(({ kind, under }) => kind === 'finding' && under.length === 0)
    .map(({ id }): Statement => ({ fact: id, answer: 'no', ...said }));
  return {
    ...EMPTY_RECORD,
    statements: [...no, ...yes].map((one) => ({ ...one, places: [...(one.places ?? [])] })),
    listed: { condition: true, medicine: true },
    goals: ['pain'],
    positions: ['prone', 'supine', 'side-lying', 'semi-reclined', 'seated'],
    avoid: ['foot-right'],
    intakes: [],
    ...more,
  };
}

function documentOf(of: ClientRecord) {
  const standing = standingOf(engine, of, TODAY);
  const { goals, ...choices } = usualChoices(of, TODAY);
  const session = sessionOf(engine, of, standing, { goals, ...choices }, [], TODAY);
  return {
    standing,
    session,
    made: consultationOf({ engine, record: of, standing, session, goals, today: TODAY }),
  };
}

test('the document names what is done, what is left out by wish, and what calls for care', () => {
  const { made, session } = documentOf(record('rheumatoid-arthritis'));
  expect(made.since).toBeUndefined();
  expect(made.techniques.length > 0).toBe(session.plan.segments.length > 0);
  expect(made.leftOut.toLowerCase()).toContain('right foot');
  const about = made.cautions.map((one) => one.about);
  expect(about).toContain('Rheumatoid arthritis');
  for (const { says } of made.cautions) expect(says.length).toBeGreaterThan(0);
});

test('what changed since the last plan is named: reason, techniques, areas, or nothing', () => {
  const first = documentOf(record('osteoarthritis'));
  const body = planBody(first.session.plan, first.standing);
  const noted = {
    entered: `${TODAY}T09:00:00.000Z`,
    by: { name: 'Jo', role: 'therapist' } as const,
  };
  const intake = {
    ...noted,
    entry: 'i',
    on: '2026-02-01T09:00',
    statements: [],
    listed: { condition: true, medicine: true },
    goals: ['pain' as const],
    positions: [],
    consents: [],
  };
  const plan = { ...noted, entry: 'p', on: '2026-02-01T09:30', ...body };
  const withPlan = (segments: typeof body.plan.segments, goals: ClientRecord['goals']) =>
    documentOf(
      record('osteoarthritis', {
        plans: [{ ...plan, plan: { ...plan.plan, segments } }],
        intakes: [{ ...intake, goals }],
        goals: ['pain'],
      }),
    ).made.since;
  expect(withPlan(body.plan.segments, ['pain'])).toEqual({ date: '2026-02-01', changed: [] });
  expect(withPlan([], ['sleep'])?.changed).toEqual(['reason', 'techniques', 'areas']);
  const [one] = body.plan.segments;
  if (!one) throw new Error('nothing is planned');
  expect(
    withPlan([...body.plan.segments, { ...one, places: ['head'] }], ['pain'])?.changed,
  ).toEqual(['areas']);
});
