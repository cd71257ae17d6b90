// The command as people and programs meet it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assuage, ROOT } from './assuage.ts';

describe('help', () => {
  test.each([
    [[]],
    [['plan']],
    [['explain']],
    [['score']],
    [['knowledge', 'check']],
    [['knowledge', 'diff']],
    [['knowledge', 'coverage']],
    [['knowledge', 'judgement']],
    [['db', 'verify']],
    [['db', 'rebuild']],
    [['db', 'copy']],
    [['serve']],
  ])('%j has examples', async (command: readonly string[]) => {
    const { code, stdout } = await assuage([...command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:\n');
    expect(stdout).toContain(`assuage ${command.join(' ')}`);
  });

  test('explains every exit code', async () => {
    const { stdout } = await assuage(['plan', '--help']);
    for (const code of [0, 1, 2, 3, 4, 5]) expect(stdout).toMatch(new RegExp(`^  ${code}  `, 'm'));
  });

  test('the client file in the help can be planned with', async () => {
    const { stdout } = await assuage(['plan', '--help']);
    const file = /A small client file:\n((?: {2}.*\n)+)/.exec(stdout)?.[1] ?? '';
    const { code, stderr } = await assuage(['plan', '-'], { input: file.replace(/^ {2}/gm, '') });
    expect(stderr).toBe('');
    expect(code).not.toBe(2);
  });

  test('the version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/cli/package.json'), 'utf8'));
    expect(await assuage(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('plan', () => {
  test('reads standard input, and gives the same plan as from the file', async () => {
    const path = 'examples/ra-hot-wrist.yaml';
    const day = ['--today', '2026-03-02'];
    const fromFile = await assuage(['plan', path, ...day]);
    const fromInput = await assuage(['plan', '-', ...day], {
      input: readFileSync(join(ROOT, path), 'utf8'),
    });
    expect(fromInput).toEqual(fromFile);
    expect(fromFile.stdout).toMatch(/^DECISION: Go ahead, with changes \(adapt\)\n/);
  });

  test('the JSON has the documented keys, and names the knowledge release', async () => {
    const { stdout } = await assuage(['plan', 'examples/ra-hot-wrist.yaml', '--format', 'json']);
    const report = JSON.parse(stdout);
    const readme = readFileSync(join(ROOT, 'packages/cli/README.md'), 'utf8');
    expect(report.format).toBe('assuage-plan-1');
    expect(report.knowledge.release).toMatch(/^[0-9a-f]{12}$/);
    const keys = [report, report.decision, report.limits, report.plan, report.reasons[0]].flatMap(
      Object.keys,
    );
    for (const key of keys) expect(readme, key).toContain(`\`${key}\``);
  });
});

test('explain and knowledge check', async () => {
  const explained = await assuage(['explain', 'warm', 'stones']);
  expect(explained).toMatchObject({ code: 0, stderr: '' });
  expect(explained.stdout).toContain('Hot stone massage');
  const checked = await assuage(['knowledge', 'check']);
  expect(checked.stdout).toMatch(/\d+ cases: \d+ passed, 0 failed/);
  expect(checked.code).toBe(0);
});

test('knowledge judgement lists for people and for programs what no source gives', async () => {
  const { code, stdout, stderr } = await assuage(['knowledge', 'judgement']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const told = /: (\d+) of (\d+) limits\n/.exec(stdout);
  // The source says "very gentle"; the number 2 is nobody's but ours.
  expect(stdout).toContain('fragile-bones-gentle/pressure');

  const json = await assuage(['knowledge', 'judgement', 'knowledge', '--format', 'json']);
  const report = JSON.parse(json.stdout);
  expect(report.format).toBe('assuage-knowledge-judgement-1');
  expect([`${report.judgement}`, `${report.limits}`]).toEqual(told?.slice(1));
  expect((await assuage(['knowledge', 'judgement', 'no-such-folder'])).code).toBe(2);
});

test('npm links the launcher: npm ci takes its path from the lock file', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  const bin = { assuage: 'bin/assuage.js' };
  expect(read('package-lock.json').packages['packages/cli'].bin).toEqual(bin);
  expect(read('packages/cli/package.json').bin).toEqual({ assuage: `./${bin.assuage}` });
  expect(readFileSync(join(ROOT, 'packages/cli', bin.assuage), 'utf8')).toMatch(
    /^#!\/usr\/bin\/env node\n/,
  );
});

const old = oldNode();
test.skipIf(old === undefined)(
  'an old Node.js starts the command with the one of the project (skipped where none is installed)',
  async () => {
    const { code, stdout } = await assuage(['plan', 'examples/healthy-tired-back.yaml'], {
      ...(old === undefined ? {} : { node: old }),
    });
    expect(stdout).toContain('DECISION: Go ahead (go)');
    expect(code).toBe(0);
    expect((await assuage(['plam'], old === undefined ? {} : { node: old })).code).toBe(2);
  },
);

/** A Node.js older than 24 on this machine, if there is one. */
function oldNode(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      const node = join(folder, 'node');
      const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
      if (Number.parseInt(version.slice(1), 10) < 24) return node;
    } catch {
      // No Node.js in this folder.
    }
  }
  return undefined;
}

test('serve says where it is, keeps its records in the folder, and stops when told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assuage-serve-'));
  try {
    const child = spawn(
      process.execPath,
      ['packages/cli/bin/assuage.js', 'serve', '--port', '0', '--data', folder],
      { cwd: ROOT },
    );
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found) resolve(found[0]);
      });
      child.on('close', () => reject(new Error(`ended before it listened: ${said}`)));
    });
    const answer = await fetch(`${url}/api/practice`);
    expect(answer.status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
