import { expect, test } from 'vitest';
import { parseDocumentTree } from './document.ts';
import type { Tree } from './tree.ts';

type Plain = string | null | Plain[] | { [key: string]: Plain };

function plain(tree: Tree): Plain {
  if (tree.kind === 'empty') return null;
  if (tree.kind === 'word') return tree.text;
  if (tree.kind === 'list') return tree.items.map(plain);
  return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
}
const read = (text: string, file = 'client.yaml'): Plain | string[] => {
  const tree = parseDocumentTree(text, file);
  return tree.ok ? plain(tree.value) : tree.error.map(({ line, message }) => `${line}: ${message}`);
};

test('values stay the words that were written', () => {
  expect(
    read(
      'born: 1979-04-02\nothers: no\nill: No\ndose: 10\nweeks: 1e1\nq: "yes"\nempty:\nn: null\n',
    ),
  ).toEqual({
    born: '1979-04-02',
    others: 'no',
    ill: 'No',
    dose: '10',
    weeks: '1e1',
    q: 'yes',
    empty: null,
    n: null,
  });
});

test('JSON is read whatever its white space and escapes', () => {
  const text = '{\n\t"client":"Zo\\u00eb \\/ \\ud83d\\ude00",\n\t"list" : [ true , 1.5,null ]\n}';
  expect(read(text, 'client.json')).toEqual({ client: 'Zoë / 😀', list: ['true', '1.5', null] });
  expect(read(text, '(standard input)')).toEqual(read(text, 'client.json'));
});

test('a JSON file must be JSON, and so must what looks like JSON', () => {
  expect(read('{ client: Ana }')).toEqual({ client: 'Ana' });
  expect(read('{ client: Ana }', 'a.json')).toEqual([
    '1: column 3: not valid JSON: a name in double quotes or "}" should stand here, but found "client:"',
  ]);
  expect(read('{"client": "Ana",\n "goals": ["pain",]}')).toEqual([
    '2: column 19: not valid JSON: a value should stand here, but found "]"',
  ]);
});

test.each([
  ['goals: [pain\nminutes: 60', '2: column 1: not valid YAML:'],
  ['client: "Ana\nborn: 1', 'not valid YAML:'],
  ['\tclient: Ana', 'not valid YAML:'],
  ['a: 1\n---\nb: 2', '2: column 1: not valid YAML: more than one document'],
  ['client: !!js x', 'not valid YAML: Unresolved tag'],
])('malformed YAML is named with line and column: %j', (text, start) => {
  const result = read(text);
  expect(Array.isArray(result) && String(result[0])).toContain(start);
});

test.each(['', ' \n\t', '# nothing\n', '---\n'])('%j is empty', (text) => {
  expect(read(text)).toEqual(['1: this file is empty']);
});

test('a key that is given twice is a mistake at any depth', () => {
  expect(read('today:\n  fever: no\n  rash: no\n  fever: yes\n')).toEqual([
    '4: "fever" is given twice: also on line 2',
  ]);
  expect(read('{"a": 1,\n"a": 1}')).toEqual(['2: "a" is given twice: also on line 1']);
});

test('references, merge keys and lists as keys are not read', () => {
  expect(read('a: &x 1\nb: *x\n')).toEqual([
    '2: write the value out: references such as "*x" are not read here',
  ]);
  expect(read('? [a, b]\n: c\n')).toEqual(['1: what stands before a colon must be a word']);
});

test('control characters do not reach the terminal', () => {
  expect(read('client: "a\\e[31mred\\u0007"')).toEqual({ client: 'a [31mred' });
});

test.each([
  ['brackets', '['.repeat(100_000)],
  ['braces', '{"a":'.repeat(50_000)],
  ['dashes', `${'- '.repeat(1_000)}x`],
  ['lines', Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}a:`).join('\n')],
])('%s that nest too deeply are refused, quickly', (_, text) => {
  const result = read(text);
  expect(Array.isArray(result) && String(result[0])).toContain('too deep');
});

test('more words than any client has are refused', () => {
  const result = read(`conditions: [${'RA,'.repeat(5_000)}]`);
  expect(result).toEqual(['1: too long: a client file has at most 2000 words']);
});
