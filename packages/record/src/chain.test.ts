import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, seal, verifyChain } from './chain.ts';
import type { Entry, NewEntry } from './entries.ts';
import { anyEntries, ENTERED } from './testing/entries.ts';

const chained = (entries: readonly NewEntry[]): Entry[] => {
  const sealed: Entry[] = [];
  for (const entry of entries)
    sealed.push(
      seal(entry, { practice: 'a', entered: ENTERED, previous: sealed.at(-1)?.hash ?? null }),
    );
  return sealed;
};
const anyJournal = anyEntries.map(chained);
const withIndex = (least: number) =>
  anyJournal
    .filter((journal) => journal.length > least)
    .chain((journal) =>
      fc.tuple(fc.constant(journal), fc.integer({ min: 0, max: journal.length - 1 - least })),
    );

describe('the hash chain', () => {
  test('of an untouched journal holds', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        expect(verifyChain(journal)).toEqual({ ok: true, entries: journal.length });
      }),
    );
  });

  test('shows that one entry was changed, and which', () => {
    const changes: ((entry: Entry) => Entry)[] = [
      (entry) => ({ ...entry, on: '2020-01-01T00:00' }),
      (entry) => ({ ...entry, entered: '2020-01-01T00:00:00.000Z' }),
      (entry) => ({ ...entry, practice: 'b' }),
      (entry) => ({ ...entry, by: { ...entry.by, name: `${entry.by.name}!` } }),
      (entry) => ({ ...entry, body: { ...entry.body, extra: 1 } }) as unknown as Entry,
    ];
    fc.assert(
      fc.property(withIndex(0), fc.constantFrom(...changes), ([journal, i], change) => {
        const changed = journal.map((entry, j) => (i === j ? change(entry) : entry));
        expect(verifyChain(changed)).toMatchObject({ ok: false, entry: journal[i]?.id });
      }),
    );
  });

  test('shows that an entry was removed before others', () => {
    fc.assert(
      fc.property(withIndex(1), ([journal, i]) => {
        expect(verifyChain(journal.toSpliced(i, 1)).ok).toBe(false);
      }),
    );
  });

  test('shows that two entries were swapped', () => {
    fc.assert(
      fc.property(withIndex(1), ([journal, i]) => {
        const [first, second] = journal.slice(i, i + 2) as [Entry, Entry];
        expect(verifyChain(journal.toSpliced(i, 2, second, first)).ok).toBe(false);
      }),
    );
  });
});

describe('canonical JSON', () => {
  test('is the same text whatever the order of the keys', () => {
    expect(canonical({ b: 1, a: { d: [1, 'x'], c: null } })).toBe(
      '{"a":{"c":null,"d":[1,"x"]},"b":1}',
    );
  });

  test('reads back as the value it came from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
