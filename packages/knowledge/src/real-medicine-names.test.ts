/** The shipped names of medicines: how many, and whether typing finds them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from './node/read.ts';
import { createSearch, type Match } from './search.ts';
import { editDistance, normalise } from './words.ts';

const read = readKnowledge();
if (!read.ok) throw new Error('the knowledge has mistakes: run knowledge check');
const { knowledge } = read;
const search = createSearch(knowledge);
const lines = knowledge.medicineNames;
const words = lines.flatMap(({ words, classes }) => words.map((word) => ({ word, classes })));

/** What the picker of medicines shows. */
const MOST = 6;
const shown = (typed: string): Match[] => {
  const { exact, suggestions } = search.find(typed, ['medicine']);
  return [...exact, ...suggestions].slice(0, MOST);
};
const leadsTo = (match: Match, classes: readonly string[]): boolean =>
  match.kind !== 'place' && match.ids.join() === classes.join();
/** 0 while it is being typed, otherwise the number of slips. */
const slips = (typed: string, word: string): number =>
  normalise(word).startsWith(normalise(typed))
    ? 0
    : editDistance(normalise(typed), normalise(word));

test('at least 320 medicines are known by name, each in a class that is there', () => {
  expect(new Set(lines.map(({ words }) => normalise(words[0] ?? ''))).size).toBeGreaterThanOrEqual(
    320,
  );
  const classes = new Set(knowledge.medicines.map(({ id }) => id));
  expect(lines.flatMap((line) => line.classes.filter((id) => !classes.has(id)))).toEqual([]);
});

test('every name typed without a slip leads to all its classes and to no others', () => {
  const missed = words.filter(({ word, classes }) => {
    const { exact } = search.find(word, ['medicine']);
    return !(exact.length === 1 && exact.every((match) => leadsTo(match, classes)));
  });
  expect(missed).toEqual([]);
});

describe('a bare word is read in the stricter sense where routes differ', () => {
  test.each([
    ['fentanyl', ['fentanyl-patch']],
    ['fentanyl lozenge', ['opioids']],
    ['buprenorphine', ['opioids']],
    ['buprenorphine patch', ['buprenorphine-patch']],
    ['hydrocortisone', ['corticosteroids']],
    ['hydrocortisone cream', ['topical-steroids']],
    ['betamethasone', ['corticosteroids']],
    ['clonidine patch', ['transdermal-patches', 'blood-pressure-medicines']],
    ['sulfasalazine', ['conventional-dmards']],
    ['iloprost', ['vasodilators']],
  ])('%s', (word, classes) => {
    expect(shown(word)[0]).toMatchObject({ ids: classes });
  });
});

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const slip = fc.record({
  at: fc.nat(),
  letter,
  kind: fc.constantFrom('insert', 'leave out', 'replace', 'swap'),
});
type Slip = typeof slip extends fc.Arbitrary<infer S> ? S : never;
function slipped(word: string, { at, letter: other, kind }: Slip): string {
  const i = at % word.length;
  const [before, here, after] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)];
  if (kind === 'insert') return before + other + here + after;
  if (kind === 'leave out') return before + after;
  if (kind === 'replace') return before + other + after;
  return before + after.charAt(0) + here + after.slice(1);
}

test('with two slips a name of six letters or more is shown, unless six others are as near; with one slip every name', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...words),
      fc.array(slip, { minLength: 1, maxLength: 2 }),
      ({ word, classes }, made) => {
        const most = normalise(word).length >= 6 ? 2 : 1;
        const typed = made.slice(0, most).reduce(slipped, word.toLowerCase());
        // A letter put between two that were swapped makes three slips of two.
        fc.pre(normalise(typed).length > 2 && slips(typed, word) <= most);
        const matches = shown(typed);
        if (matches.some((match) => leadsTo(match, classes))) return;
        const distance = slips(typed, word);
        expect(matches.length, `${typed} for ${word}`).toBe(MOST);
        for (const other of matches)
          expect(
            slips(typed, other.word),
            `${typed} for ${word}: ${other.word}`,
          ).toBeLessThanOrEqual(distance);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('one slip hides almost none of them behind words that are as near', () => {
  const typed = words
    .filter(({ word }) => normalise(word).length >= 6)
    .map(({ word, classes }) => ({
      typed: slipped(word.toLowerCase(), { at: 2, letter: 'x', kind: 'swap' }),
      classes,
    }));
  const found = typed.filter((one) => shown(one.typed).some((m) => leadsTo(m, one.classes)));
  expect(found.length / typed.length).toBeGreaterThan(0.99);
});

test('a keystroke is answered well within a frame', () => {
  const texts = words.filter((_, i) => i % 7 === 0).map(({ word }) => `${word.slice(0, 7)}x`);
  for (const text of texts) search.find(text, ['medicine']);
  const started = performance.now();
  for (const text of texts) search.find(text, ['medicine']);
  expect((performance.now() - started) / texts.length).toBeLessThan(5);
});
