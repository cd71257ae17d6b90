import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import type { KeptPlan } from './plan-entry.ts';
import {
  EMPTY_DRAFT,
  minutesOf,
  missingIn,
  type NoteContext,
  notesOf,
  parseDraft,
  pressureOf,
  type SessionDraft,
  sessionBody,
} from './session-draft.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');

const plan: KeptPlan = {
  entry: '019a0000-0000-7000-8000-00000000000a',
  on: '2026-03-02T09:00',
  entered: '2026-03-01T10:00:00.000Z',
  by: { name: 'Jo Field', role: 'therapist' },
  release: 'test',
  plan: {
    decision: 'adapt',
    minutes: 40,
    segments: [
      { places: ['neck'], technique: 'effleurage', pressure: 2, minutes: 10 },
      { places: ['calf-right'], technique: 'petrissage', pressure: 3, minutes: 30 },
    ],
    ...{ aftercare: [{ text: 'Rest if you need to.', basis: 'judgement', sources: [] }] },
  },
  envelope: { decision: 'adapt', limits: [], questions: [] },
};
const context: NoteContext = {
  engine: compileEngine(loaded.knowledge),
  plan,
  today: '2026-03-02',
  checkIn: {
    entry: '019a0000-0000-7000-8000-00000000000b',
    on: '2026-03-02T08:00',
    entered: '2026-03-01T10:00:00.000Z',
    by: { name: 'Ana', role: 'client' },
    statements: [],
    pain: [{ place: 'calf-right', level: 2 }],
    painNow: 6,
    wish: 'My calf, please.',
    wishes: [],
  },
  said: [{ fact: 'hot-joint', name: 'Hot joint', places: ['wrist-right'] }],
  decision: 'Go ahead, with changes',
};
const signed = { by: 'Jo Field', at: '2026-03-02T10:00' };
const draft = (change: Partial<SessionDraft>): SessionDraft => ({ ...EMPTY_DRAFT, ...change });
const whole = draft({ asPlanned: true, responses: ['Relaxed', 'Sore in places'], painAfter: 3 });

describe('the record of a session', () => {
  it('names everything that is missing before it can be signed', () => {
    expect(missingIn(plan, EMPTY_DRAFT).map(({ field }) => field)).toEqual([
      'done',
      'response',
      'pain-after',
    ]);
    expect(missingIn(plan, whole)).toEqual([]);
    expect(missingIn(plan, { ...whole, painAfter: 'not-asked' })).toEqual([]);
  });

  it('asks for no response when no massage was planned or given', () => {
    const none = { ...plan, plan: { ...plan.plan, segments: [] } };
    expect(missingIn(none, draft({ asPlanned: true }))).toEqual([]);
  });

  it('takes everything from the plan when it was done as planned', () => {
    expect(sessionBody(context, whole, signed)).toMatchObject({
      plan: plan.entry,
      asPlanned: true,
      segments: plan.plan.segments,
      pressure: 3,
      minutes: 40,
      response: 'Relaxed and Sore in places',
      painAfter: 3,
      signed,
    });
  });

  it('holds what differed: areas left out and added, pressure and minutes', () => {
    const added = { places: ['foot-left'], technique: 'holding', pressure: 0, minutes: 5 };
    const differed = { ...whole, asPlanned: false, leftOut: [1], added: [added] };
    expect(sessionBody(context, differed, signed).segments).toEqual([plan.plan.segments[0], added]);
    expect([minutesOf(plan, differed), pressureOf(plan, differed)]).toEqual([15, 2]);
    const said = { ...differed, minutes: 20, pressure: 1 };
    expect([minutesOf(plan, said), pressureOf(plan, said)]).toEqual([20, 1]);
  });

  it('writes the notes from the taps, in plain sentences', () => {
    const notes = notesOf(context, whole);
    expect(notes.s).toContain('Pain 6 of 10 before the session: Right calf.');
    expect(notes.s).toContain('Hot joint: Right wrist.');
    expect(notes.s).toContain('Asked for: My calf, please.');
    expect(notes.o).toContain('Neck: ');
    expect(notes.o).toContain('Response: relaxed and sore in places.');
    expect(notes.o).toContain('Pain 3 of 10 after the session.');
    expect(notes.a).toBe('Go ahead, with changes.');
    expect(notes.p).toBe('Rest if you need to.');
  });

  it('never writes over a note that a hand wrote', () => {
    const written = { ...whole, soap: { a: 'Calmer than last week.' } };
    expect(notesOf(context, written).a).toBe('Calmer than last week.');
    expect(notesOf(context, { ...written, painAfter: 0 }).a).toBe('Calmer than last week.');
  });

  it('begins anew when what was kept has another shape', () => {
    expect(parseDraft(null)).toEqual(EMPTY_DRAFT);
    expect(parseDraft({ asPlanned: true })).toEqual(EMPTY_DRAFT);
    expect(parseDraft(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });
});
