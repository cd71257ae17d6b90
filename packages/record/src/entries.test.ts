import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NewEntry } from './entries.ts';
import { ana, appointment, entry, facts, statement } from './testing/entries.ts';

const problems = (input: unknown): string[] => {
  const result = v.safeParse(NewEntry, input);
  return result.success
    ? []
    : result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
};
const withBody = (written: NewEntry, more: object) => ({
  ...written,
  body: { ...written.body, ...more },
});

describe('an entry', () => {
  test('is taken as it was written', () => {
    const written = facts(1, statement('hot-joint', 'yes', { places: ['wrist-right'] }));
    expect(v.parse(NewEntry, written)).toEqual(written);
  });

  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '0068-04-12', 'yesterday', '', 12])(
    'with the impossible date of birth %j is refused',
    (born) => {
      expect(problems(withBody(ana(), { born }))).toEqual([expect.stringContaining('body.born')]);
    },
  );

  test('may be dated on 29 February of a leap year', () => {
    expect(problems(withBody(ana(), { born: '2024-02-29' }))).toEqual([]);
  });

  test.each([
    '2026-03-01',
    '2026-03-01T24:00',
    '2026-03-01T09:60',
    '2026-02-30T09:00',
    '2026-03-01T09:42Z',
    '2026-03-01 09:42',
  ])('at the impossible time %s is refused', (starts) => {
    expect(problems(appointment(1, starts))).toEqual([
      `body.starts: "${starts}" is not a time: write it as 2026-03-01T09:42, without a zone`,
    ]);
  });

  test.each(['2026-03-01T09:42', '2026-03-01T09:42:10', '2026-03-01T00:00:00.000'])(
    'at the time %s is taken',
    (starts) => {
      expect(problems(appointment(1, starts))).toEqual([]);
    },
  );

  // The last two are in every JavaScript object.
  test.each(['diary', 'constructor', '__proto__'])(
    'of the unknown kind %s is refused with the kinds there are',
    (kind) => {
      expect(problems({ ...ana(), kind }).join()).toMatch(
        new RegExp(`"${kind}" is not a kind of entry: .*"check-in".*"amendment"`),
      );
    },
  );

  test('with a key that nobody knows is refused, so that nothing is silently lost', () => {
    expect(problems(withBody(ana(), { allergies: 'nuts' }))).toHaveLength(1);
    expect(problems({ ...ana(), hash: 'made up' })).toHaveLength(1);
  });

  test.each([
    ['a random id', '7f2e4c1a-9b3d-4e5f-8a6b-1c2d3e4f5a6b'],
    ['an id in capitals', '019A0000-0000-7000-8000-00000000000C'],
    ['a name', 'ana'],
  ])('with %s instead of a UUID of version 7 is refused', (_, id) => {
    expect(problems({ ...ana(), id })).toEqual(['id: must be a UUID of version 7, in lower case']);
  });

  test('of a newer version is refused', () => {
    expect(problems({ ...ana(), v: 2 })).toEqual(['v: only versions up to 1 are known']);
  });

  test('keeps everything a plan says, also what has no name here', () => {
    const plan = {
      decision: 'adapt' as const,
      minutes: 30,
      segments: [
        { places: ['neck'], technique: 'holding', pressure: 0, minutes: 30, why: { text: 'calm' } },
      ],
      aftercare: ['Drink a glass of water.'],
    };
    const envelope = { decision: 'adapt' as const, limits: [], questions: [] };
    const written = entry(1, 'plan', { release: 'abc', plan, envelope });
    expect(v.parse(NewEntry, written).body).toEqual({ release: 'abc', plan, envelope });
  });

  test.each([Number.POSITIVE_INFINITY, Number.NaN, '10'])(
    'with the number %s as a value is refused',
    (value) => {
      expect(problems(facts(1, statement('dose', 'yes', { value })))).toHaveLength(1);
    },
  );

  test('with several mistakes names them all', () => {
    expect(problems(withBody(ana(), { name: ' ', born: '2026-02-30' }))).toHaveLength(2);
  });

  test.each(['2019', '2019-03', '2019-03-14'])('says since when something is known: %s', (when) => {
    const source = { kind: 'diagnosed-by', who: 'Dr Okafor', when };
    expect(problems(facts(1, statement('gout', 'yes', { source, word: 'Podagra' })))).toEqual([]);
  });

  test.each(['2019-13', '2019-02-30', 'last year', '19'])('known since %j is refused', (when) => {
    const source = { kind: 'letter', when };
    expect(problems(facts(1, statement('gout', 'yes', { source })))).toEqual([
      expect.stringContaining('write it as 2019, 2019-03 or 2019-03-14'),
    ]);
  });

  test('of consent to work on sensitive places names the places', () => {
    const consent = entry(1, 'consent', {
      what: 'sensitive-places',
      places: [],
      given: true,
      from: { name: 'Ana Silva', as: 'client' },
      how: 'typed',
      note: '',
    });
    expect(problems(consent)).toEqual(['body.places: must name at least one']);
    expect(problems(withBody(consent, { what: 'dancing' })).join()).toMatch(
      /"dancing" is nothing that consent is kept for: .*"massage"/,
    );
  });

  test('of an adverse event says what happened and what was done', () => {
    const event = entry(1, 'adverse-event', {
      session: null,
      happened: '2026-03-01T18:00',
      what: ' ',
      severity: 'mild',
      done: '',
      reported: [],
    });
    expect(problems(event)).toEqual([
      'body.what: must say what happened',
      'body.done: must say what was done, even if it was nothing',
    ]);
    expect(problems(withBody(event, { severity: 'awful' })).join()).toContain(
      'must be one of: mild, moderate, severe',
    );
  });

  test('of a reaction keeps soreness between 0 and 10, and "not asked" apart from 0', () => {
    const reaction = entry(1, 'reaction', {
      session: null,
      feeling: 'same',
      soreness: null,
      hours: null,
      what: '',
    });
    expect(problems(reaction)).toEqual([]);
    expect(problems(withBody(reaction, { soreness: 11 }))).toEqual([
      'body.soreness: must be at most 10',
    ]);
  });

  test.each([
    ['goal', { words: '', state: 'open' }, 'body.words: must not be empty'],
    ['note', { text: ' ' }, 'body.text: must not be empty'],
    ['letter', { to: 'Dr Okafor', text: '', how: 'post' }, 'body.text: must not be empty'],
    [
      'emergency-opening',
      { account: 'jo', reason: '' },
      'body.reason: opening in an emergency needs its reason',
    ],
  ] as const)('of the kind %s that says nothing is refused', (kind, body, message) => {
    expect(problems(entry(1, kind, body))).toEqual([message]);
  });

  test('of contact data refuses what is no e-mail address', () => {
    const written = withBody(ana(), { contact: { phone: '555 0100', email: 'ana at home' } });
    expect(problems(written)).toEqual(['body.contact.email: must be an e-mail address']);
  });
});
