/** Backups by themselves while `assuage serve` runs: whenever the newest is older than it may be. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { backupsIn } from './backup.ts';

export interface Schedule {
  readonly folder: string;
  readonly everyHours: number;
  /** What to say to `assuage backup` besides the folder. */
  readonly options: readonly string[];
}

const HOUR_MS = 3_600_000;
/** A computer that slept looks soon after it wakes, and a disk that was away is tried again. */
const LOOK_MS = 600_000;
const PROGRAM = fileURLToPath(new URL('../bin.ts', import.meta.url));

/**
 * Looks now and every ten minutes, until the process ends. The backup runs in a process of its own, so that
 * nobody waits for it.
 *
 * @param complain takes a line for people when a backup failed
 */
export function keepBackups(schedule: Schedule, complain: (line: string) => void): void {
  let running = false;
  const look = () => {
    if (running || !isDue(schedule, new Date())) return;
    running = true;
    const child = spawn(
      process.execPath,
      [PROGRAM, 'backup', schedule.folder, ...schedule.options],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.on('error', (error) => complain(`The backup could not be started: ${error.message}`));
    child.on('close', (code) => {
      running = false;
      if (code !== 0) complain('The backup failed or found faults: read the lines above.');
    });
  };
  look();
  setInterval(look, LOOK_MS).unref();
}

/** By the time in the name of the newest: copying a backup elsewhere changes the time of the file. */
export function isDue({ folder, everyHours }: Schedule, now: Date): boolean {
  const newest = backupsIn(folder).at(-1);
  if (newest === undefined) return true;
  const at = newest.replace(/^\D+(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
  return now.getTime() - Date.parse(at) >= everyHours * HOUR_MS;
}
