/** Runs the real command as people do, in a process of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const COMMAND = join(ROOT, 'packages/cli/bin/assuage.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Run {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node.js that starts the command. Left out: this one. */
  readonly node?: string;
}

export function assuage(args: readonly string[], { input, node, env }: Run = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(node ?? process.execPath, [COMMAND, ...args], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    // The command may stop reading before all is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
