/** Entries for tests: single ones, and any set of them. */
import fc from 'fast-check';
import type { BodyOf, EntryKind, NewEntry } from '../entries.ts';
import { sha256Of } from '../files.ts';
import type { Practice } from '../journal.ts';

export const CLIENT = '019a0000-0000-7000-8000-00000000000c';
export const OTHER_CLIENT = '019a0000-0000-7000-8000-0000000000cc';
export const ENTERED = '2026-03-01T09:00:00.000Z';

export const practice = (id: string): Practice => ({
  id,
  name: `Practice ${id}`,
  therapist: { name: 'Jo Field', training: [] },
  demo: false,
});

/** Ids in the order of their numbers. */
export const idNo = (n: number): string =>
  `019a0000-0000-7000-8000-1${n.toString(16).padStart(11, '0')}`;

export function entry<const Kind extends EntryKind>(
  n: number,
  kind: Kind,
  body: BodyOf<Kind>,
  more: Partial<Pick<NewEntry, 'client' | 'on' | 'by'>> = {},
): NewEntry {
  return {
    id: idNo(n),
    client: CLIENT,
    kind,
    v: 1,
    on: '2026-03-01T09:42',
    by: { name: 'Jo Field', role: 'therapist' },
    ...more,
    body,
  } as unknown as NewEntry;
}

export const ana = (n = 1, name = 'Ana Silva', client = CLIENT): NewEntry =>
  entry(n, 'client', { name, born: '1968-04-12' }, { client });

export const appointment = (n: number, starts: string, client = CLIENT): NewEntry =>
  entry(n, 'appointment', { starts, minutes: 60 }, { client });

export const statement = (fact: string, answer: 'yes' | 'no' | 'unknown', more: object = {}) => ({
  fact,
  answer,
  by: 'Ana Silva',
  at: '2026-03-01T09:42',
  ...more,
});

export const facts = (n: number, ...statements: ReturnType<typeof statement>[]): NewEntry =>
  entry(n, 'fact', { statements });

/** A within-person test of two ways of working. */
export const trial = (n: number, client = CLIENT): NewEntry =>
  entry(
    n,
    'trial',
    {
      question: { measure: 'nrs-pain', important: 1 },
      secondary: [],
      release: 'r1',
      start: '2026-03-02',
      plan: {
        compares: 'ways',
        ways: [{ pressure: 2 }, { pressure: 3 }],
        blocks: 1,
        order: [0, 1],
      },
      seed: '0b1c',
      told: 'Too few to say.',
      hash: '0'.repeat(64),
    },
    { client },
  );

/** What the files in these tests hold. */
export const LETTER = new TextEncoder().encode(
  'Dear colleague, no concerns about massage. Dr Okafor\n',
);
/** The beginning of a JPEG file. */
export const PHOTO = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1]);

export const fileBody = (content: Uint8Array, title = 'Letter from Dr Okafor'): BodyOf<'file'> => ({
  title,
  what: content === PHOTO ? 'photo' : 'letter',
  dated: '2026-02-20',
  type: content === PHOTO ? 'image/jpeg' : 'text/plain',
  bytes: content.length,
  sha256: sha256Of(content),
});
export const file = (n: number, content: Uint8Array, client = CLIENT): NewEntry =>
  entry(n, 'file', fileBody(content), { client });

/** Few, so that entries often share one. */
const time = fc.constantFrom('2026-02-01T09:00', '2026-02-01T15:00', '2026-02-14T09:00');
const word = fc.constantFrom('fever', 'rash', 'lupus', 'hot-joint');
const anyStatement = fc.record({
  fact: word,
  answer: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
  by: fc.constantFrom('Ana Silva', 'Jo Field'),
  at: time,
});
const statements = fc.array(anyStatement, { maxLength: 4 });

const number = fc.integer({ min: 0, max: 9 });
const day = fc.constantFrom('2026-02-01', '2026-02-10', '2026-02-14');
const from = fc.constant({ name: 'Ana Silva', as: 'client' as const });

/** One entry, of most kinds, of one client. Its id is its own. */
const anyContent: fc.Arbitrary<Pick<NewEntry, 'kind' | 'body'>> = fc.oneof(
  fc.record({
    kind: fc.constant('client' as const),
    body: fc.record(
      { name: fc.string({ minLength: 1 }), born: fc.constant('1970-01-01') },
      { requiredKeys: ['name'] },
    ),
  }),
  fc.record({
    kind: fc.constant('appointment' as const),
    body: fc.record({ starts: time, minutes: fc.constantFrom(30, 60) }),
  }),
  fc.record({
    kind: fc.constant('intake' as const),
    body: fc.record({
      statements,
      listed: fc.record({ condition: fc.boolean(), medicine: fc.boolean() }),
      goals: fc.subarray(['pain' as const, 'sleep' as const]),
      positions: fc.subarray(['prone' as const, 'seated' as const]),
      consents: fc.subarray(['chest-right', 'buttock-left']),
    }),
  }),
  fc.record({
    kind: fc.constant('fact' as const),
    body: fc.record({ statements, listed: fc.record({ medicine: fc.boolean() }) }),
  }),
  fc.record({
    kind: fc.constant('departure' as const),
    body: fc.record({ limits: fc.constant(['a/pressure']), reason: fc.string({ minLength: 1 }) }),
  }),
  fc.record({
    kind: fc.constant('amendment' as const),
    body: fc.record({ amends: number.map(idNo), text: fc.string() }),
  }),
  fc.record({
    kind: fc.constant('consent' as const),
    body: fc.record({
      what: fc.constant('sensitive-places' as const),
      places: fc.subarray(['chest-right', 'buttock-left'], { minLength: 1 }),
      given: fc.boolean(),
      from,
      until: day,
      how: fc.constantFrom('typed' as const, 'paper' as const),
      note: fc.constant(''),
    }),
  }),
  fc.record({
    kind: fc.constant('clearance' as const),
    body: fc.record({
      limits: fc.subarray(['a/pressure', 'b/heat'], { minLength: 1 }),
      by: fc.constant('Dr Okafor'),
      from: day,
      until: day,
      note: fc.constant(''),
    }),
  }),
  fc.record({
    kind: fc.constant('refusal' as const),
    body: fc.record({
      limits: fc.subarray(['a/pressure', 'b/heat'], { minLength: 1 }),
      clinician: fc.constant('Dr Okafor'),
      from: day,
      until: day,
      note: fc.constant(''),
    }),
  }),
  fc.record({
    kind: fc.constant('refusal-end' as const),
    body: fc.record({
      refusal: number.map(idNo),
      clinician: fc.constantFrom('Dr Okafor', 'Dr Khan'),
      note: fc.constant(''),
    }),
  }),
  fc.record({
    kind: fc.constant('appointment-change' as const),
    body: fc.record({
      appointment: number.map(idNo),
      change: fc.constantFrom('cancelled' as const, 'missed' as const),
      askedBy: fc.constantFrom('client' as const, 'practice' as const),
      late: fc.boolean(),
      note: fc.constant(''),
    }),
  }),
  fc.record({
    kind: fc.constant('goal' as const),
    body: fc.record(
      {
        words: fc.string({ minLength: 1 }),
        state: fc.constantFrom('open' as const, 'reached' as const, 'dropped' as const),
        changes: number.map(idNo),
      },
      { requiredKeys: ['words', 'state'] },
    ),
  }),
  fc.record({
    kind: fc.constant('reaction' as const),
    body: fc.record({
      session: fc.constant(null),
      feeling: fc.constantFrom('better' as const, 'worse' as const),
      soreness: number,
      hours: number,
      what: fc.string(),
    }),
  }),
  fc.record({
    kind: fc.constant('score' as const),
    body: fc.record({
      measure: fc.constant('nrs-pain'),
      release: fc.constant('r1'),
      answers: fc.record({ 'nrs-pain': number }),
      filled: fc.constantFrom('by-client' as const, 'read-aloud' as const),
      note: fc.string(),
    }),
  }),
  fc.record({
    kind: fc.constant('measure-choice' as const),
    body: fc.record({
      chosen: fc.subarray(['rses', 'rand-36']),
      dropped: fc.subarray(['nrs-mood']),
    }),
  }),
  fc.record({
    kind: fc.constant('way-decision' as const),
    body: fc.record({
      ways: fc.constant([{ pressure: 3 }]),
      decision: fc.constant('suggest-again' as const),
      reason: fc.constant('A cold'),
    }),
  }),
  fc.record({
    kind: fc.constant('trial-change' as const),
    body: fc.record({
      trial: number.map(idNo),
      change: fc.constant('noted' as const),
      text: fc.constant('Away for a week'),
    }),
  }),
  fc.record({
    kind: fc.constant('adverse-event' as const),
    body: fc.record({
      session: fc.constant(null),
      happened: time,
      what: fc.string({ minLength: 1 }),
      severity: fc.constantFrom('mild' as const, 'severe' as const),
      done: fc.string({ minLength: 1 }),
      reported: fc.array(fc.record({ to: fc.constant('Dr Okafor'), on: day }), { maxLength: 2 }),
    }),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    body: fc.record(
      { text: fc.string({ minLength: 1 }), privateTo: fc.constantFrom('jo', 'sam') },
      { requiredKeys: ['text'] },
    ),
  }),
  fc.record({
    kind: fc.constant('letter' as const),
    body: fc.record({
      to: fc.constant('Dr Okafor'),
      text: fc.string({ minLength: 1 }),
      how: fc.constantFrom('email' as const, 'post' as const),
    }),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    body: fc.constantFrom(LETTER, PHOTO).map((content) => fileBody(content)),
  }),
  fc.record({
    kind: fc.constant('file-change' as const),
    body: fc.oneof(
      fc.record({
        file: number.map(idNo),
        change: fc.constant('title' as const),
        title: fc.constantFrom('X-ray', 'The left knee'),
      }),
      fc.record({
        file: number.map(idNo),
        change: fc.constant('withdrawn' as const),
        reason: fc.constant('of somebody else'),
      }),
    ),
  }),
  fc.record({
    kind: fc.constant('emergency-opening' as const),
    body: fc.record({
      account: fc.constantFrom('jo', 'sam'),
      reason: fc.string({ minLength: 1 }),
    }),
  }),
);

/** A journal's worth of entries of one client; the first says who the client is. */
export const anyEntries: fc.Arbitrary<NewEntry[]> = fc
  .array(fc.tuple(anyContent, time), { maxLength: 12 })
  .map((contents) => [
    ana(0),
    ...contents.map(([content, on], i) => ({ ...ana(i + 1), ...content, on }) as NewEntry),
  ]);
