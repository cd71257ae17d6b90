/** What the command says to the program that called it. */
import type { Decision } from '@assuage/knowledge';

export const EXIT = {
  fine: 0,
  internal: 1,
  badInput: 2,
  askFirst: 3,
  notToday: 4,
  getHelp: 5,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_DECISION: Readonly<Record<Decision, ExitCode>> = {
  go: EXIT.fine,
  adapt: EXIT.fine,
  'clear-first': EXIT.askFirst,
  'not-today': EXIT.notToday,
  'refer-soon': EXIT.notToday,
  'refer-now': EXIT.getHelp,
};

/**
 * @param known the decision from what was answered
 * @param untilAnswered the decision while open questions count as yes; never looser than `known`
 */
export function exitForDecision(known: Decision, untilAnswered: Decision): ExitCode {
  const code = BY_DECISION[known];
  return code === EXIT.fine && BY_DECISION[untilAnswered] !== EXIT.fine ? EXIT.askFirst : code;
}

export const EXIT_HELP = `Exit codes:
  0  plan: go ahead, with or without changes · other commands: done, nothing wrong
  1  Assuage itself failed · knowledge check: mistakes were found · db verify: not whole
  2  the command, file or word given is wrong: read the error, nothing was written
  3  plan: ask the care team, or ask the open questions, before any session
  4  plan: no massage today (not today, or see a doctor soon)
  5  plan: stop, get medical help now`;
