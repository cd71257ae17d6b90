/** Secrets that are good for one purpose until they expire, are used up or revoked. */
import { type Context, inFuture, instant, newId, type Rows } from './context.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { AccountTables, TicketPurpose } from './tables.ts';

export interface TicketFor {
  readonly purpose: TicketPurpose;
  readonly account?: string;
  readonly client?: string;
  readonly details?: object;
  readonly madeBy: string;
  readonly minutes: number;
}
export type Ticket = AccountTables['ticket'];

/** @returns the secret, which is kept nowhere, and the id under which the ticket can be revoked */
export async function makeTicket(
  context: Context,
  rows: Rows,
  { purpose, account, client, details = {}, madeBy, minutes }: TicketFor,
  secret = newSecret(),
): Promise<{ secret: string; id: string; expires: string }> {
  const id = newId();
  const expires = inFuture(context, minutes, 'minutes');
  await rows
    .insertInto('ticket')
    .values({
      practice: context.practice,
      hash: hashOfSecret(secret),
      id,
      purpose,
      account: account ?? null,
      client: client ?? null,
      details: JSON.stringify(details),
      made_by: madeBy,
      created: instant(context),
      expires,
      ended: null,
    })
    .execute();
  return { secret, id, expires };
}

/** The ticket while it is good; it stays so. */
export const findTicket = (
  context: Context,
  rows: Rows,
  secret: string,
  purposes: readonly TicketPurpose[],
): Promise<Ticket | undefined> =>
  rows
    .selectFrom('ticket')
    .selectAll()
    .where('practice', '=', context.practice)
    .where('hash', '=', hashOfSecret(secret))
    .where('purpose', 'in', purposes)
    .where('ended', 'is', null)
    .where('expires', '>', instant(context))
    .executeTakeFirst();

/** The ticket, used up by this: of two who come with the same secret, one gets it. */
export async function takeTicket(
  context: Context,
  rows: Rows,
  secret: string,
  purpose: TicketPurpose,
): Promise<Ticket | undefined> {
  const ticket = await findTicket(context, rows, secret, [purpose]);
  return ticket && (await endTicket(context, rows, ticket.id)) ? ticket : undefined;
}

/** @returns false when it had ended before, or never was */
export async function endTicket(context: Context, rows: Rows, id: string): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('ticket')
    .set({ ended: instant(context) })
    .where('practice', '=', context.practice)
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
