import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseFile } from './file.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from './node/read.ts';

const Anything = v.unknown();
const read = (text: string): unknown => {
  const parsed = parseFile({ path: 'x.yaml', text }, Anything);
  return parsed.ok ? parsed.file.value : parsed.issues;
};

describe('reading a file', () => {
  it('reads every shipped file as the YAML library that gives lines does', () => {
    const { subjects, cases } = readKnowledgeFiles(KNOWLEDGE_FOLDER);
    for (const { path, text } of [...subjects, ...cases])
      expect([path, read(text)]).toEqual([path, parse(text)]);
  });

  it('takes yes and no as words and dates as text, as YAML 1.2 does', () => {
    expect(read('{ a: yes, b: no, c: 2026-01-15, d: 1.5, e: true, f: }')).toEqual({
      a: 'yes',
      b: 'no',
      c: '2026-01-15',
      d: 1.5,
      e: true,
      f: null,
    });
  });

  it('finds the line of a value in a file without mistakes', () => {
    const parsed = parseFile({ path: 'x.yaml', text: 'a: 1\nb:\n  - one\n  - two\n' }, Anything);
    expect(parsed.ok && parsed.file.issue(['b', 1], 'hm')).toEqual({
      file: 'x.yaml',
      line: 4,
      message: 'hm',
    });
  });

  it.each([
    ['a key twice', 'a: 1\na: 2\n', 2],
    ['a bracket without end', 'a: 1\nb: [x\n', 3],
    ['two documents', 'a: 1\n---\nb: 2\n', 2],
  ])('refuses %s, with its line', (_, text, line) => {
    const parsed = parseFile({ path: 'x.yaml', text }, v.looseObject({}));
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.line)).toEqual([line]);
  });
});
