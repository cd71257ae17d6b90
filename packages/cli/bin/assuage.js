#!/usr/bin/env node
// Starts the command with a Node.js that is new enough: this one, or the one that `npm ci` installed
// with the project. Plain JavaScript, because an old Node.js has to read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const OLDEST = 24;
const isNewEnough = Number.parseInt(process.versions.node, 10) >= OLDEST;

// A server rests most of the time: 80 MB less, for a little more work. It counts only before anything is loaded.
const SMALL = '--optimize-for-size --max-semi-space-size=1 --semi-space-growth-factor=1';
if (process.argv[2] === 'serve') setFlagsFromString(SMALL);
if (isNewEnough) await import('../src/bin.ts');
else {
  const own = ownNode();
  if (own === undefined) {
    console.error(
      `Assuage needs Node.js ${OLDEST} or newer, and this is ${process.version}. ` +
        'Run "npm ci" in the folder of Assuage: it brings its own.',
    );
    process.exitCode = 1;
  } else rerun(own);
}

/** The Node.js among the project's dependencies, wherever npm has put it. */
function ownNode() {
  const require = createRequire(import.meta.url);
  const { platform, arch } = process;
  const names = [
    `node-${platform === 'win32' ? 'win' : platform}-${arch}`,
    `node-bin-${platform}-${arch}`,
  ];
  for (const name of names) {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      const binary = join(folder, 'bin', platform === 'win32' ? 'node.exe' : 'node');
      if (existsSync(binary)) return binary;
    } catch {
      // Not the package of this machine.
    }
  }
  return undefined;
}

function rerun(node) {
  const script = fileURLToPath(import.meta.url);
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal signals both processes itself; a supervisor only this one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Assuage could not start its own Node.js (${node}): ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
