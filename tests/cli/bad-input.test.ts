// Whatever is handed to the real command: a clear error, the right exit code, and nothing on standard output.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { assuage, type Ended } from './assuage.ts';

const folder = mkdtempSync(join(tmpdir(), 'assuage-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const plan = (path: string, input?: string | Uint8Array): Promise<Ended> =>
  assuage(['plan', path, '--format', 'json'], input === undefined ? {} : { input });

function expectRefusal({ code, stdout, stderr }: Ended, ...messages: readonly string[]): void {
  expect(stdout).toBe('');
  for (const message of messages) expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(2);
}

describe('a file that cannot be a client file', () => {
  test.each([
    [
      'malformed YAML',
      'a.yaml',
      'goals: [pain\nminutes: 60\n',
      'a.yaml:2: column 1: not valid YAML',
    ],
    [
      'malformed JSON',
      'a.json',
      '{"client": "Ana",\n "goals": ["pain",]}',
      'a.json:2: column 19: not valid JSON',
    ],
    [
      'an impossible date',
      'b.yaml',
      'client: Ana\nborn: 1979-02-31\n',
      'b.yaml:2: born: there is no such day as "1979-02-31"',
    ],
    [
      'a region that does not exist',
      'c.yaml',
      'pain: { third elbow: mild }\n',
      'c.yaml:1: pain: unknown body place "third elbow"',
    ],
    [
      'two contradictory answers',
      'd.yaml',
      'today:\n  RA: yes\n  rheumatoid arthritis: no\n',
      'd.yaml:3: two answers contradict each other',
    ],
    [
      'a key given twice',
      'e.yaml',
      'minutes: 30\nminutes: 60\n',
      'e.yaml:2: "minutes" is given twice: also on line 1',
    ],
    [
      'a key given twice in JSON',
      'e.json',
      '{"minutes": 30,\n"minutes": 60}',
      'e.json:2: "minutes" is given twice: also on line 1',
    ],
    [
      'a medicine nobody knows',
      'f.yaml',
      'medicines: [xyzzyol]\n',
      'f.yaml:1: unknown medicine "xyzzyol"',
    ],
    [
      'a misspelt medicine',
      'g.yaml',
      'medicines: [Humria]\n',
      'unknown medicine "Humria"; did you mean "Humira"?',
    ],
    [
      'an unknown key',
      'h.yaml',
      'conditons: [RA]\n',
      'h.yaml:1: unknown key "conditons"; did you mean "conditions"',
    ],
    [
      'a birth date to come',
      'i.yaml',
      'born: 2999-01-01\n',
      'i.yaml:1: born: 2999-01-01 is in the future',
    ],
    [
      'a number out of range',
      'j.yaml',
      'details: { steroid weeks: 9999 }\n',
      'j.yaml:1: steroid weeks: 9999 is out of range',
    ],
    ['an empty file', 'k.yaml', '', 'k.yaml:1: this file is empty'],
    [
      'only a list',
      'l.yaml',
      '- RA\n',
      'l.yaml:1: a client file should be lines such as "client: …"',
    ],
  ])('%s', async (_, name, text, message) => {
    expectRefusal(await plan(fileWith(name, text)), message);
  });

  test('everything that is wrong is said at once, with its line', async () => {
    const path = fileWith('many.yaml', 'born: 1979-02-31\nconditions: [rheumatod]\nminutes: 600\n');
    const ended = await plan(path);
    expectRefusal(ended, 'many.yaml:1: ', 'many.yaml:2: ', 'many.yaml:3: ');
    expect(ended.stderr.trim().split('\n')).toHaveLength(3);
  });

  test('a binary file', async () => {
    expectRefusal(
      await plan(fileWith('a.bin', new Uint8Array([0x89, 0x50, 0, 1]))),
      'a.bin: not a text file',
    );
    expectRefusal(
      await plan(fileWith('latin.yaml', new Uint8Array([0x61, 0xe9, 0x61]))),
      'not a text file',
    );
  });

  test('a folder, and a file that is not there', async () => {
    expectRefusal(await plan(folder), 'this is a folder');
    expectRefusal(await plan(join(folder, 'nothing.yaml')), 'nothing.yaml: there is no such file');
  });

  test('a file of 50 MB, quickly', async () => {
    const path = fileWith('big.yaml', 'client: Ana\n');
    truncateSync(path, 50_000_000);
    const start = performance.now();
    expectRefusal(
      await plan(path),
      'big.yaml: too large: 50 MB, and a client file is at most 1 MB',
    );
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('50 MB on standard input, quickly', async () => {
    const start = performance.now();
    expectRefusal(
      await plan('-', 'client: Ana\n'.repeat(4_200_000)),
      '(standard input): too large',
    );
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('brackets within brackets without end', async () => {
    expectRefusal(await plan('-', '['.repeat(500_000)), 'too deep');
  });
});

describe('a command that is not one', () => {
  test.each<{ args: string[]; says: string[] }>([
    { args: ['plam'], says: ["unknown command 'plam'", 'Did you mean plan?'] },
    { args: ['plan'], says: ["missing required argument 'file'"] },
    {
      args: ['plan', 'x.yaml', '--fromat', 'json'],
      says: ["unknown option '--fromat'", 'Did you mean --format?'],
    },
    { args: ['plan', 'x.yaml', '--format', 'xml'], says: ['Allowed choices are text, json'] },
    { args: ['plan', 'x.yaml', '--today', '2026-02-30'], says: ['there is no such day'] },
    { args: ['explain'], says: ["missing required argument 'word'"] },
    { args: ['explain', 'Humria'], says: ['did you mean "Humira"?'] },
    { args: ['knowledge', 'chekc'], says: ["unknown command 'chekc'", 'Did you mean check?'] },
    {
      args: ['knowledge', 'check', 'no/such/folder'],
      says: ['no/such/folder: there is no such folder'],
    },
    { args: ['serve', '--port', '70000'], says: ['A port is a whole number from 0 to 65535'] },
  ])('$args', async ({ args, says }) => {
    expectRefusal(await assuage(args), ...says);
  });
});

test('random bytes are a plan or an error in words, never a stack trace', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { code, stdout, stderr } = await plan('-', bytes);
      expect(stderr).not.toMatch(/^\s+at /m);
      if (code === 2) expect(stdout).toBe('');
      else expect(JSON.parse(stdout)).toHaveProperty('decision');
    }),
    { numRuns: 8 },
  );
});
