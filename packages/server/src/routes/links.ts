/** Links for clients: made and revoked by the practice, opened by whoever has one. */
import {
  actorOfLink,
  type ClientLink,
  clientLinks,
  LINK_PURPOSES,
  type LinkPurpose,
  MOST_LINK_DAYS,
  makeClientLink,
  revokeClientLink,
} from '@assuage/accounts';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { giveCookie } from '../access/cookies.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';
import { client, secret } from './fields.ts';

/** Shown once: the address to hand over. */
export interface NewLinkView {
  readonly address: string;
  readonly expires: string;
}
/** All that a link tells whoever opens it: no health fact, and no family name. */
export interface OpenedLink {
  readonly purpose: LinkPurpose;
  readonly client: string;
}

const ClientPath = v.object({ id: client });
const NewLink = v.pipe(
  v.strictObject({
    purpose: v.picklist(LINK_PURPOSES, `must be one of: ${LINK_PURPOSES.join(', ')}`),
    days: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.forward(
    v.check(
      ({ purpose, days }) => days <= MOST_LINK_DAYS[purpose],
      ({ input: { purpose } }) => `must be at most ${MOST_LINK_DAYS[purpose]} for ${purpose}`,
    ),
    ['days'],
  ),
);

export function linkRoutes({ access }: { readonly access: Access }) {
  return new Hono()
    .get('/api/clients/:id/links', parsed('param', ClientPath), async (c) => {
      const { id } = c.req.valid('param');
      await access.permit(c, 'make-links', { client: id });
      const { accounts } = await access.asked(c);
      const links: ClientLink[] = await clientLinks(accounts, id);
      return c.json(links);
    })
    .post(
      '/api/clients/:id/links',
      parsed('param', ClientPath),
      parsed('json', NewLink),
      async (c) => {
        const { id } = c.req.valid('param');
        const actor = await access.permit(c, 'make-links', { client: id });
        const { accounts } = await access.asked(c);
        const by = actor.kind === 'nobody' ? '' : actor.id;
        const made = await makeClientLink(accounts, by, { client: id, ...c.req.valid('json') });
        const view: NewLinkView = {
          address: `${accounts.site.origin}/link#${made.secret}`,
          expires: made.expires,
        };
        return c.json(view, 201);
      },
    )
    .delete(
      '/api/clients/:id/links/:link',
      parsed('param', v.object({ id: client, link: client })),
      async (c) => {
        const { id, link } = c.req.valid('param');
        await access.permit(c, 'make-links', { client: id });
        const { accounts } = await access.asked(c);
        if (!(await revokeClientLink(accounts, id, link)))
          throw new ApiError('not-found', 'This link has ended already.');
        return c.json({ revoked: true });
      },
    )
    .post('/api/link/open', parsed('json', v.strictObject({ link: secret })), async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts } = await access.asked(c);
      const { link } = c.req.valid('json');
      const opened = await actorOfLink(accounts, link);
      if (!opened)
        throw new ApiError(
          'not-found',
          'This link does not work any more. Ask the practice for a new one.',
        );
      await access.turnedOut(c, opened, opened.clients[0]);
      giveCookie(c, accounts.site, 'link', link);
      const view: OpenedLink = { purpose: opened.purpose, client: opened.clients[0] };
      return c.json(view);
    });
}
