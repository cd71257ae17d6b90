// `npm test`: every check of the repository, one after the other. A failing step does not stop the
// next, so that one run shows all that is wrong. The last line counts the steps and the tests.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** A check: an npm script, run once what it needs is there. */
type Step = { readonly name: string; readonly script: readonly string[]; readonly needs?: string };

type Count = { passed: number; failed: number };

/** The part of vitest's JSON report that is read here. */
type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

const root = join(import.meta.dirname, '..');
const cli = 'packages/cli/src/bin.ts';

const steps: readonly Step[] = [
  { name: 'lint', script: ['lint'] },
  { name: 'types', script: ['types'] },
  { name: 'boundaries', script: ['boundaries'] },
  { name: 'unused', script: ['unused'] },
  { name: 'knowledge', script: ['assuage', 'knowledge', 'check'], needs: cli },
  // The browser tests open the built interface.
  { name: 'build', script: ['build'], needs: 'packages/web/index.html' },
];

const count: Count = { passed: 0, failed: 0 };
const failedSteps: string[] = [];

for (const step of steps) {
  if (step.needs !== undefined && !existsSync(join(root, step.needs))) {
    console.log(`- ${step.name}: not run, there is no ${step.needs} yet`);
    continue;
  }
  const start = performance.now();
  const { code, output } = await run('npm', ['run', '--silent', ...step.script], 'quietly');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code === 0) {
    count.passed += 1;
    console.log(`✓ ${step.name} (${seconds} s)`);
  } else {
    count.failed += 1;
    failedSteps.push(step.name);
    console.log(`✗ ${step.name} (${seconds} s): npm run ${step.script.join(' ')}\n\n${output}`);
  }
}

const tests = await runTests();
count.passed += tests.passed;
count.failed += tests.failed;

if (failedSteps.length > 0) console.log(`Failed steps: ${failedSteps.join(', ')}.`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

/** Runs vitest with its own output, and counts from its report. */
async function runTests(): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'assuage-test-'));
  try {
    const file = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await run('vitest', ['run', ...reporters], 'openly');
    const count: Count = { passed: 0, failed: 0 };
    const report: Report = existsSync(file)
      ? JSON.parse(await readFile(file, 'utf8'))
      : { testResults: [] };
    for (const { name, status, assertionResults } of report.testResults) {
      const failed = assertionResults.filter((test) => test.status === 'failed').length;
      count.passed += assertionResults.filter((test) => test.status === 'passed').length;
      count.failed += failed;
      if (status === 'failed' && failed === 0) {
        console.log(`✗ ${relative(root, name)} could not be run to its end`);
        count.failed += 1;
      }
    }
    // An error outside any test, or no test at all.
    if (code !== 0 && count.failed === 0) {
      console.log('✗ vitest failed although no test did: see above');
      count.failed += 1;
    }
    return count;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs a command to its end, showing its output or giving it back. */
function run(
  command: string,
  args: readonly string[],
  how: 'quietly' | 'openly',
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: how === 'quietly' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
      // npm and vitest are .cmd files on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
