import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonMistake } from './json-syntax.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('every JSON text has no mistake', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(3), (text, indent) => {
      const pretty = JSON.stringify(JSON.parse(text), null, indent);
      expect(findJsonMistake(pretty)).toBeUndefined();
    }),
  );
});

test('a text has a mistake exactly when JSON.parse refuses it', () => {
  const almostJson = fc
    .tuple(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('', '"', '{', ']', ',', ':', '0', ' ', 'nul', '\\', '-', '.', '\n'),
    )
    .map(([text, at, change]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + change + text.slice(place + (change === '' ? 1 : 0));
    });
  fc.assert(
    fc.property(almostJson, (text) => {
      expect(findJsonMistake(text) === undefined, text).toBe(isJson(text));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['', 0, 'a value should stand here, but the text ends'],
  ['{"a": x}', 6, 'a value should stand here, but found "x"'],
  ['{"a": 1,}', 8, 'a name in double quotes should stand here, but found "}"'],
  ['{"a" 1}', 5, 'a colon should stand here, but found "1"'],
  ['[1 2]', 3, 'a comma or "]" should stand here, but found "2"'],
  ['{"a": 1', 7, 'a comma or "}" should stand here, but the text ends'],
  ["{'a': 1}", 1, 'a name in double quotes or "}" should stand here, but found "\'a\':"'],
  ['{} {}', 3, 'nothing more should stand here, but found "{"'],
  [
    '{"a": "b}',
    6,
    'the text that begins with this double quote has no proper end, or a \\ in it is wrong',
  ],
])('%s is wrong at %i', (text, at, message) => {
  expect(findJsonMistake(text)).toEqual({ at, message });
});
