/** A client's link: opens one form without an account, until it expires or is revoked. */
import type { Context } from './context.ts';
import { type Actor, LINK_PURPOSES, type LinkPurpose } from './rights.ts';
import { endTicket, findTicket, makeTicket } from './tickets.ts';

/** How long one may work, in days: a within-person test of 12 weeks asks for a rating on every day of it. */
export const MOST_LINK_DAYS: Readonly<Record<LinkPurpose, number>> = {
  'check-in': 60,
  intake: 60,
  ratings: 84,
};

export interface ClientLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly client: string;
  readonly created: string;
  readonly expires: string;
  readonly ended: string | null;
}

/** @returns the secret for the part of the address after `#`, which browsers send to no server and in no referrer */
export const makeClientLink = (
  context: Context,
  by: string,
  { client, purpose, days }: { client: string; purpose: LinkPurpose; days: number },
): Promise<{ id: string; secret: string; expires: string }> =>
  context.run((rows) =>
    makeTicket(context, rows, { purpose, client, madeBy: by, minutes: days * 24 * 60 }),
  );

/** Whoever opened the link; undefined when it is not good any more. */
export const actorOfLink = (
  context: Context,
  secret: string,
): Promise<(Actor & { kind: 'link' }) | undefined> =>
  context.run(async (rows) => {
    const ticket = await findTicket(context, rows, secret, LINK_PURPOSES);
    const purpose = LINK_PURPOSES.find((known) => known === ticket?.purpose);
    if (!ticket?.client || !purpose) return undefined;
    return {
      kind: 'link',
      id: ticket.id,
      name: `Client's link for ${purpose}`,
      role: 'link',
      purpose,
      clients: [ticket.client],
    };
  });

export const clientLinks = (context: Context, client: string): Promise<ClientLink[]> =>
  context.run(async (rows) => {
    const found = await rows
      .selectFrom('ticket')
      .select(['id', 'purpose', 'created', 'expires', 'ended'])
      .where('practice', '=', context.practice)
      .where('client', '=', client)
      .where('purpose', 'in', LINK_PURPOSES)
      .orderBy('id', 'desc')
      .execute();
    return found.flatMap(({ purpose, ...link }) => {
      const known = LINK_PURPOSES.find((one) => one === purpose);
      return known ? [{ ...link, purpose: known, client }] : [];
    });
  });

/** @returns false when it had ended before, or belongs to another client */
export const revokeClientLink = async (
  context: Context,
  client: string,
  id: string,
): Promise<boolean> => {
  const links = await clientLinks(context, client);
  return (
    links.some((link) => link.id === id) && context.run((rows) => endTicket(context, rows, id))
  );
};
