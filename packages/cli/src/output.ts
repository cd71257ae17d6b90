/** What the command writes, and the code that it ends with. */
import { EXIT, type ExitCode } from './exit.ts';

const MOST_MESSAGES = 100;

export const print = (text: string): void => {
  process.stdout.write(text);
};
export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
export const leaveWith = (code: ExitCode): void => {
  process.exitCode = code;
};

/** What the caller can mend: one message to a line, nothing on standard output. */
export function refuse(messages: readonly string[]): void {
  complain(messages.slice(0, MOST_MESSAGES).join('\n'));
  const more = messages.length - MOST_MESSAGES;
  if (more > 0) complain(`… and ${more} more`);
  leaveWith(EXIT.badInput);
}
