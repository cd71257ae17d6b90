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
  idNo,
  statement,
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
});
