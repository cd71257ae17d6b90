import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NewEntry } from './entries.ts';
import { ana } from './testing/entries.ts';
import { OLD_BODIES } from './testing/old-entries.ts';
import { currentVersion, type Upgrades, upgraded } from './upgrade.ts';

describe('an entry of an older version', () => {
  const { client: _, ...common } = ana();
  const written = ([kind, version, body]: (typeof OLD_BODIES)[number]) => ({
    ...ana(),
    ...common,
    kind,
    v: version,
    body: JSON.parse(body) as unknown,
  });

  test('is read in the newest one, whichever it was written in, once or again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OLD_BODIES), (old) => {
        const read = v.parse(NewEntry, written(old));
        expect([read.kind, read.v]).toEqual([old[0], currentVersion(old[0])]);
        expect(v.parse(NewEntry, read)).toEqual(read);
      }),
    );
  });

  test('is kept as an example for every kind and every version there ever was', () => {
    const kinds = NewEntry.pipe[2].options.map(({ entries }) => entries.kind.literal);
    expect(OLD_BODIES.map(([kind, version]) => `${kind} ${version}`).sort()).toEqual(
      kinds
        .flatMap((kind) =>
          Array.from({ length: currentVersion(kind) }, (_, i) => `${kind} ${i + 1}`),
        )
        .sort(),
    );
  });
});

describe('upgrading', () => {
  /** Each step says which it was. */
  const stepsOf = (count: number): Upgrades => ({
    note: Array.from({ length: count }, (_, i) => (body) => [...(body as string[]), `to ${i + 2}`]),
  });
  const note = (version: number) => ({ kind: 'note', v: version, body: [] as string[] });

  test('takes every step from the version of an entry to the newest, in order', () => {
    expect(upgraded(note(2), stepsOf(3))).toEqual({ kind: 'note', v: 4, body: ['to 3', 'to 4'] });
  });

  test('leaves other kinds, the newest version, and versions that nobody knows as they are', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.oneof(fc.integer(), fc.double()), (count, version) => {
        const known = Number.isInteger(version) && version >= 1 && version <= count;
        expect(upgraded(note(version), stepsOf(count)).body).toHaveLength(
          known ? count + 1 - version : 0,
        );
        const fact = { kind: 'fact', v: version, body: [] };
        expect(upgraded(fact, stepsOf(count))).toBe(fact);
      }),
    );
  });
});
