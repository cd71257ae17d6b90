import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal } from './chain.ts';
import { foldClient } from './client-record.ts';
import type { NewEntry } from './entries.ts';
import {
  ana,
  anyEntries,
  appointment,
  ENTERED,
  entry,
  facts,
  fileBody,
  idNo,
  PHOTO,
  statement,
  trial,
} from './testing/entries.ts';

const received = (entries: readonly NewEntry[]) =>
  entries.map((written) => seal(written, { practice: 'a', entered: ENTERED, previous: null }));
const fold = (...entries: NewEntry[]) => foldClient(received(entries));
const session = entry(5, 'session', {
  plan: null,
  asPlanned: true,
  segments: [],
  pressure: 2,
  minutes: 45,
  response: 'Comfortable.',
  painAfter: 2,
  soap: { s: '', o: '', a: '', p: '' },
  signed: { by: 'Jo Field', at: '2026-03-01T10:45' },
});

describe('a file in a client record', () => {
  const added = entry(2, 'file', fileBody(PHOTO, 'Knee'));
  const titled = (n: number, title: string) =>
    entry(n, 'file-change', { file: idNo(2), change: 'title', title });
  const withdrawn = entry(
    5,
    'file-change',
    { file: idNo(2), change: 'withdrawn', reason: 'Of somebody else' },
    { on: '2026-03-02T10:00' },
  );

  test('stands under its newest title, and the first one is known', () => {
    expect(fold(ana(1), titled(4, 'Left knee'), added, titled(3, 'Right knee'))?.files).toEqual([
      expect.objectContaining({ entry: idNo(2), title: 'Left knee', firstTitle: 'Knee' }),
    ]);
    const [untouched] = fold(ana(1), added)?.files ?? [];
    expect(untouched).not.toHaveProperty('firstTitle');
    expect(untouched).not.toHaveProperty('withdrawn');
  });

  test('that was withdrawn says who did, when and why', () => {
    expect(fold(ana(1), added, withdrawn)?.files).toMatchObject([
      { withdrawn: { by: 'Jo Field', on: '2026-03-02T10:00', reason: 'Of somebody else' } },
    ]);
  });
});

describe('a client record', () => {
  test('is the same in whatever order the entries arrive', () => {
    const shuffled = anyEntries.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([entries, otherwise]) => {
        expect(foldClient(received(otherwise))).toEqual(foldClient(received(entries)));
      }),
    );
  });

  test('is nothing while no entry says who the client is', () => {
    expect(fold(appointment(1, '2026-03-02T10:00'))).toBeUndefined();
  });

  test('takes the newest word on who the client is', () => {
    const renamed = { ...ana(2, 'Ana Costa'), on: '2026-03-02T09:00' };
    expect(fold(renamed, ana(1))?.client.name).toBe('Ana Costa');
  });

  test('keeps every statement, oldest first', () => {
    const record = fold(
      ana(1),
      facts(2, statement('fever', 'yes', { at: '2026-03-01T11:00' })),
      facts(3, statement('fever', 'no', { at: '2026-03-01T08:00' })),
    );
    expect(record?.statements.map(({ at, answer }) => [at, answer])).toEqual([
      ['2026-03-01T08:00', 'no'],
      ['2026-03-01T11:00', 'yes'],
    ]);
  });

  test('says that nothing is listed until somebody says so, list by list', () => {
    expect(fold(ana(1))?.listed).toEqual({ condition: false, medicine: false });
    const asked = entry(2, 'fact', { statements: [], listed: { medicine: true } });
    expect(fold(ana(1), asked)?.listed).toEqual({ condition: false, medicine: true });
  });

  test('shows a correction beside the session that it corrects', () => {
    const correction = entry(6, 'amendment', { amends: idNo(5), text: 'It was the left arm.' });
    const record = fold(ana(1), correction, session);
    expect(record?.sessions[0]?.amendments.map(({ text }) => text)).toEqual([
      'It was the left arm.',
    ]);
    expect(record?.sessions[0]?.minutes).toBe(45);
  });

  test('turns a departure into a permission for its day, signed by who recorded it', () => {
    const departure = entry(2, 'departure', { limits: ['a/pressure'], reason: 'Asked for it.' });
    expect(fold(ana(1), departure)?.permissions).toEqual([
      {
        kind: 'departure',
        limits: ['a/pressure'],
        reason: 'Asked for it.',
        by: 'Jo Field',
        on: '2026-03-01',
        entry: idNo(2),
      },
    ]);
  });

  test('turns a clearance into a permission of its clinician', () => {
    const clearance = entry(2, 'clearance', {
      limits: ['a/decision'],
      by: 'Dr Okafor',
      from: '2026-03-01',
      until: '2026-06-01',
      note: 'By letter.',
    });
    expect(fold(ana(1), clearance)?.permissions).toMatchObject([
      { kind: 'clearance', by: 'Dr Okafor', until: '2026-06-01', entry: idNo(2) },
    ]);
  });

  test('takes back what a clinician cleared before from the day they say no, and shows both', () => {
    const clearance = entry(2, 'clearance', {
      limits: ['a/heat', 'b/pressure'],
      by: 'Dr Okafor',
      from: '2026-01-01',
      until: '2026-06-01',
      note: '',
    });
    const refusal = entry(3, 'refusal', {
      limits: ['a/heat'],
      clinician: 'Dr Okafor',
      from: '2026-03-01',
      until: '2026-09-01',
      note: 'By phone.',
    });
    const record = fold(refusal, ana(1), clearance);
    expect(record?.permissions).toMatchObject([
      { limits: ['a/heat'], until: '2026-02-28' },
      { limits: ['b/pressure'], until: '2026-06-01' },
    ]);
    expect(record?.clearances).toMatchObject([{ limits: ['a/heat', 'b/pressure'] }]);
    expect(record?.refusals).toMatchObject([{ clinician: 'Dr Okafor', entry: idNo(3) }]);
  });

  test('shows when a refusal was taken back; what it ended needs a new clearance', () => {
    const clearance = entry(2, 'clearance', {
      limits: ['a/heat'],
      by: 'Dr Okafor',
      from: '2026-01-01',
      until: '2026-06-01',
      note: '',
    });
    const refusal = entry(3, 'refusal', {
      clinician: 'Dr Khan',
      from: '2026-03-01',
      until: '2026-09-01',
      note: '',
    });
    const end = entry(
      4,
      'refusal-end',
      { refusal: idNo(3), clinician: 'Dr Khan', note: '' },
      { on: '2026-03-05T09:00' },
    );
    const record = fold(end, refusal, clearance, ana(1));
    expect(record?.refusals).toMatchObject([
      { entry: idNo(3), ended: { on: '2026-03-05T09:00', clinician: 'Dr Khan' } },
    ]);
    expect(record?.permissions).toMatchObject([{ until: '2026-02-28' }]);
  });

  test('says who called a list complete, and nothing once it no longer is', () => {
    const listed = (n: number, medicine: boolean, on: string) =>
      entry(n, 'fact', { statements: [], listed: { medicine } }, { on });
    const yes = listed(2, true, '2026-03-01T09:00');
    const no = listed(3, false, '2026-03-02T09:00');
    expect(fold(ana(1), yes)?.listedBy).toEqual({
      medicine: { by: 'Jo Field', at: '2026-03-01T09:00' },
    });
    expect(fold(no, ana(1), yes)?.listedBy).toEqual({});
  });

  test('keeps how a fact is known, and the word it was said in', () => {
    const source = { kind: 'diagnosed-by', who: 'Dr Okafor', when: '2019' } as const;
    const said = facts(2, statement('gout', 'yes', { source, word: 'Podagra' }));
    expect(fold(ana(1), said)?.statements).toMatchObject([{ source, word: 'Podagra' }]);
  });

  test('shows a within-person test with what became of it, and the newest choice of measures', () => {
    const away = entry(4, 'trial-change', { trial: idNo(2), change: 'noted', text: 'Away' });
    const other = entry(5, 'trial-change', { trial: idNo(9), change: 'noted', text: 'Of another' });
    const choose = (n: number, dropped: string[]) =>
      entry(n, 'measure-choice', { chosen: [], dropped });
    const record = fold(other, away, choose(7, ['nrs-mood']), trial(2), choose(6, []), ana(1));
    expect(record?.trials).toMatchObject([
      { entry: idNo(2), start: '2026-03-02', changes: [{ text: 'Away' }] },
    ]);
    expect(record?.measureChoice).toMatchObject({
      dropped: ['nrs-mood'],
      by: { name: 'Jo Field' },
    });
    expect(fold(ana(1))).toMatchObject({ trials: [], measureChoice: undefined });
  });

  test('shows the appointments that stand; a moved one as its new one', () => {
    const moved = entry(4, 'appointment-change', {
      appointment: idNo(2),
      change: 'moved',
      to: idNo(3),
      askedBy: 'client',
      note: '',
    });
    const record = fold(
      moved,
      ana(1),
      appointment(2, '2026-03-02T10:00'),
      appointment(3, '2026-03-09T10:00'),
    );
    expect(record?.appointments.map(({ starts }) => starts)).toEqual(['2026-03-09T10:00']);
    expect(record?.appointmentChanges).toMatchObject([
      { change: 'moved', by: { name: 'Jo Field' } },
    ]);
  });

  test('shows a goal as it was changed last', () => {
    const goal = entry(2, 'goal', { words: 'Lift my grandson', state: 'open' });
    const dropped = entry(
      3,
      'goal',
      { words: 'Lift my grandson', state: 'dropped', changes: idNo(2) },
      { on: '2026-03-20T09:00' },
    );
    const reached = entry(
      4,
      'goal',
      { words: 'Lift my grandson', state: 'reached', changes: idNo(2) },
      { on: '2026-04-01T09:00' },
    );
    expect(fold(reached, dropped, ana(1), goal)?.ownGoals).toEqual([
      {
        entry: idNo(2),
        on: '2026-03-01T09:42',
        words: 'Lift my grandson',
        state: 'reached',
        changed: { on: '2026-04-01T09:00', by: 'Jo Field' },
      },
    ]);
  });

  test('keeps when a session was done apart from when it was entered', () => {
    const late = { ...session, on: '2026-02-20T10:00' };
    expect(fold(ana(1), late)?.sessions[0]).toMatchObject({
      on: '2026-02-20T10:00',
      entered: ENTERED,
    });
  });
});

describe('consent to work on sensitive places', () => {
  const places = ['chest-right', 'buttock-left'];
  const intake = (n: number, on: string, consents: string[]) =>
    entry(
      n,
      'intake',
      {
        statements: [],
        listed: { condition: true, medicine: true },
        goals: [],
        positions: ['supine'],
        consents,
      },
      { on },
    );
  const consent = (n: number, on: string, given: boolean, until?: string) =>
    entry(
      n,
      'consent',
      {
        what: 'sensitive-places',
        places: ['buttock-left'],
        given,
        from: { name: 'Ana Silva', as: 'client' },
        ...(until === undefined ? {} : { until }),
        how: 'spoken',
        note: '',
      },
      { on },
    );
  const agreed = (...entries: NewEntry[]) => fold(ana(1), ...entries)?.agreedPlaces;

  test('ends when it is withdrawn, whichever is entered first', () => {
    const withdrawn = consent(3, '2026-03-02T09:00', false);
    expect(agreed(withdrawn, intake(2, '2026-03-01T09:00', places))).toEqual([
      { place: 'chest-right' },
    ]);
  });

  test('given again later counts again, until the day that was said', () => {
    const entries = [
      intake(2, '2026-03-01T09:00', places),
      consent(3, '2026-03-02T09:00', false),
      consent(4, '2026-03-03T09:00', true, '2026-04-03'),
    ];
    expect(agreed(...entries)).toContainEqual({ place: 'buttock-left', until: '2026-04-03' });
  });

  test('keeps its end when an intake names it again before, and has none when it is agreed anew', () => {
    const given = consent(2, '2026-03-01T09:00', true, '2026-04-03');
    expect(agreed(given, intake(3, '2026-04-03T09:00', places))).toContainEqual({
      place: 'buttock-left',
      until: '2026-04-03',
    });
    expect(agreed(given, intake(3, '2026-04-04T09:00', places))).toContainEqual({
      place: 'buttock-left',
    });
  });

  test('ends for the places that a newer intake does not name', () => {
    const given = consent(2, '2026-03-01T09:00', true);
    expect(agreed(given, intake(3, '2026-03-02T09:00', []))).toEqual([]);
  });
});
