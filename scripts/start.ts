// `npm start`: builds the interface when its build is missing or older than its sources, then
// starts the server. Arguments are passed on: `npm start -- --port 8080`.
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const built = statSync(join(root, 'packages/web/dist/index.html'), { throwIfNoEntry: false });
const sources = globSync(
  [
    'packages/*/src/**/*',
    'packages/web/{index.html,package.json,vite.config.ts}',
    'knowledge/**/*',
  ],
  { cwd: root },
);
const isOld = (path: string) => statSync(join(root, path)).mtimeMs > (built?.mtimeMs ?? 0);
// Only what is wrong: the list of built files says nothing to the person who starts the app.
if (built === undefined || sources.some(isOld))
  run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);

run(process.execPath, ['packages/cli/bin/assuage.js', 'serve', ...process.argv.slice(2)]);

/** Runs a command to its end, and ends this script with it when it fails. */
function run(command: string, args: readonly string[]) {
  // npm is a .cmd file on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
