/** What PostgreSQL and the way to it can say, in words for a person. */
import { JournalError, type JournalErrorCode } from '../../journal.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SQLSTATE = {
  /** another writer was there at the same time: the same work may be tried again */
  again: /^(23505|40001|40P01)$/,
  /** connection lost, server starting or stopping, too many connections */
  away: /^(08...|57P0[1-5]|53300)$/,
  diskFull: /^53100$/,
  readOnly: /^25006$/,
  damaged: /^XX00[12]$/,
  noRight: /^(42501|28...)$/,
  noDatabase: /^3D000$/,
};
/** Of the socket, and of the address. */
const NETWORK = /^(ECONN|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOST|ENET)/;
/** Words of the driver for a connection that ended, which carry no code. */
const ENDED =
  /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect|client was closed/i;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isAway = (error: unknown): boolean =>
  SQLSTATE.away.test(codeOf(error)) ||
  NETWORK.test(codeOf(error)) ||
  (error instanceof Error && ENDED.test(error.message)) ||
  (error instanceof AggregateError && error.errors.some(isAway));

export const mayTryAgain = (error: unknown): boolean => SQLSTATE.again.test(codeOf(error));

/** @param where the server and the database, without a password */
export function inWords(
  error: unknown,
  code: Extract<JournalErrorCode, 'cannot-open' | 'cannot-read' | 'cannot-write'>,
  where: string,
): unknown {
  if (error instanceof JournalError || !(error instanceof Error)) return error;
  const why = reasonFor(error, where);
  if (why === undefined && code !== 'cannot-open') return error;
  if (SQLSTATE.damaged.test(codeOf(error)))
    return new JournalError('damaged', why ?? error.message, { cause: error });
  const lead = code === 'cannot-write' ? 'Nothing was confirmed as saved: ' : '';
  return new JournalError(
    code,
    `${lead}${why ?? `${where} cannot be opened (${error.message}).`}`,
    { cause: error },
  );
}

function reasonFor(error: Error, where: string): string | undefined {
  const state = codeOf(error);
  if (isAway(error))
    return `${where} cannot be reached. It is tried again with the next request; sending the same entries again is safe. If this lasts, check that PostgreSQL runs and can be reached from here.`;
  if (SQLSTATE.diskFull.test(state))
    return `the disk of ${where} is full. Make room on it and send the same entries again.`;
  if (SQLSTATE.readOnly.test(state))
    return `${where} takes no changes (it may be a copy of another server). Use the address of the server that does.`;
  if (SQLSTATE.damaged.test(state))
    return `${where} is damaged (${error.message}). Restore the newest backup, and keep the damaged database: parts of it can often be saved.`;
  if (SQLSTATE.noRight.test(state))
    return `${where} refuses this user (${error.message}). Check the user and the password, and that the user owns the database.`;
  if (SQLSTATE.noDatabase.test(state))
    return `${where} does not exist. Make it first, for example with: createdb NAME`;
  return undefined;
}
