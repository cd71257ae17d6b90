/** Wrong attempts cost time, more with each: by person, so that a password is not guessed, and by address. */
import { type Context, instant, type Rows } from './context.ts';

interface Patience {
  /** Attempts that cost nothing. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}
const MINUTE = 60_000;
/** A person mistypes; an address may serve a whole clinic. */
const PERSON: Patience = { free: 5, firstWaitMs: MINUTE, longestWaitMs: 60 * MINUTE };
const ADDRESS: Patience = { free: 30, firstWaitMs: MINUTE, longestWaitMs: 15 * MINUTE };
const FORGOTTEN_AFTER_MS = 24 * 60 * MINUTE;

/** Whose attempts are counted: `person:jo@example.org`, `link:jo@example.org` and `address:192.0.2.7`. */
export const personKey = (email: string): string => `person:${email}`;
export const linkKey = (email: string): string => `link:${email}`;
export const addressKey = (address: string): string => `address:${address}`;
const patienceFor = (key: string): Patience => (key.startsWith('address:') ? ADDRESS : PERSON);

/**
 * Counts an attempt before it is made, so that many at once are not more than one after the other.
 * A right one is given back.
 *
 * @returns until when nobody may try, as an instant; undefined when one may try now
 */
export async function takeAttempt(
  context: Context,
  rows: Rows,
  keys: readonly string[],
): Promise<string | undefined> {
  const until = await lockedUntil(context, rows, keys);
  if (until === undefined) await countFailure(context, rows, keys);
  return until;
}

/** The attempt was right, so it is not one of the wrong ones. */
export async function giveBackAttempt(
  { practice }: Context,
  rows: Rows,
  keys: readonly string[],
): Promise<void> {
  await rows
    .updateTable('attempt')
    .set((row) => ({ failures: row('failures', '-', 1) }))
    .where('practice', '=', practice)
    .where('key', 'in', keys)
    .where('failures', '>', 0)
    .execute();
}

async function lockedUntil(
  context: Context,
  rows: Rows,
  keys: readonly string[],
): Promise<string | undefined> {
  const attempts = await rows
    .selectFrom('attempt')
    .selectAll()
    .where('practice', '=', context.practice)
    .where('key', 'in', keys)
    .execute();
  const now = instant(context);
  return attempts
    .map(({ key, failures, last }) =>
      new Date(Date.parse(last) + waitAfter(failures, patienceFor(key))).toISOString(),
    )
    .filter((until) => until > now)
    .sort()
    .at(-1);
}

/** One minute after the first attempt too many, and twice as long after each further one. */
function waitAfter(failures: number, { free, firstWaitMs, longestWaitMs }: Patience): number {
  return failures < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - free));
}

async function countFailure(context: Context, rows: Rows, keys: readonly string[]): Promise<void> {
  const { practice } = context;
  const last = instant(context);
  const forgotten = new Date(context.now().getTime() - FORGOTTEN_AFTER_MS).toISOString();
  await rows
    .deleteFrom('attempt')
    .where('practice', '=', practice)
    .where('last', '<', forgotten)
    .execute();
  for (const key of keys)
    await rows
      .insertInto('attempt')
      .values({ practice, key, failures: 1, last })
      .onConflict((conflict) =>
        conflict
          .columns(['practice', 'key'])
          .doUpdateSet((row) => ({ failures: row('attempt.failures', '+', 1), last })),
      )
      .execute();
}

/** After a right attempt, the person's wrong ones are forgotten; the address's are not. */
export async function forgiveFailures({ practice }: Context, rows: Rows, key: string) {
  await rows
    .deleteFrom('attempt')
    .where('practice', '=', practice)
    .where('key', '=', key)
    .execute();
}
