/** The people of the practice: inviting, sharing, closing. */
import {
  type AccountRole,
  acceptInvitation,
  closeAccount,
  type Done,
  endShare,
  invite,
  inviteAgain,
  type Person,
  people,
  ROLES,
  readInvitation,
  shareRecord,
} from '@assuage/accounts';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';
import { client, email, name, password, secret } from './fields.ts';
import type { Mail } from './sign-in.ts';

/** Shown once: the link for the person, to be handed over when no mail goes out. */
export interface InvitationView {
  readonly address: string;
  readonly expires: string;
  readonly mailed: boolean;
}
export interface InvitedView {
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
}

const INVITED_ROLES = ROLES.filter((role) => role !== 'link');
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366));
const NewPerson = v.strictObject({
  name,
  email,
  role: v.picklist(INVITED_ROLES, `must be one of: ${INVITED_ROLES.join(', ')}`),
  clients: v.pipe(v.array(client), v.maxLength(100, 'must not have more than 100 clients')),
  shareDays: v.exactOptional(days),
});
const PersonPath = v.object({ id: client });
const SharePath = v.object({ id: client, client });

export function peopleRoutes({
  access,
  sendMail,
}: {
  readonly access: Access;
  readonly sendMail: ((mail: Mail) => void) | undefined;
}) {
  const viewOf = (
    site: { readonly origin: string; readonly name: string },
    to: string,
    invitation: { readonly secret: string; readonly expires: string },
  ): InvitationView => {
    const address = `${site.origin}/invitation#${invitation.secret}`;
    sendMail?.({
      to,
      subject: `Your account at ${site.name}`,
      text: `You are invited to Assuage at ${site.name}. Open this link within a week to choose a password:\n\n${address}\n`,
    });
    return { address, expires: invitation.expires, mailed: sendMail !== undefined };
  };

  return new Hono()
    .get('/api/people', async (c) => {
      await access.permit(c, 'manage-accounts');
      const { accounts } = await access.asked(c);
      const everyone: Person[] = await people(accounts);
      return c.json(everyone);
    })
    .post('/api/people', parsed('json', NewPerson), async (c) => {
      const actor = await access.permit(c, 'manage-accounts');
      const { accounts } = await access.asked(c);
      const person = c.req.valid('json');
      if ((person.role === 'guest' || person.role === 'client') && person.clients.length === 0)
        throw ApiError.invalid([
          { where: 'body.clients', message: `a ${person.role} needs a client whose record to see` },
        ]);
      const by = actor.kind === 'nobody' ? '' : actor.id;
      const invited = orRefuse(await invite(accounts, by, person));
      return c.json(viewOf(accounts.site, invited.account.email, invited), 201);
    })
    .post('/api/people/:id/invitation', parsed('param', PersonPath), async (c) => {
      const actor = await access.permit(c, 'manage-accounts');
      const { accounts } = await access.asked(c);
      const { id } = c.req.valid('param');
      const by = actor.kind === 'nobody' ? '' : actor.id;
      const invited = orRefuse(await inviteAgain(accounts, by, id));
      const email = (await people(accounts)).find((person) => person.id === id)?.email ?? '';
      return c.json(viewOf(accounts.site, email, invited), 201);
    })
    .delete('/api/people/:id', parsed('param', PersonPath), async (c) => {
      await access.permit(c, 'manage-accounts');
      const { accounts } = await access.asked(c);
      orRefuse(await closeAccount(accounts, c.req.valid('param').id));
      return c.json({ closed: true });
    })
    .put(
      '/api/people/:id/clients/:client',
      parsed('param', SharePath),
      parsed('json', v.strictObject({ days: v.exactOptional(days) })),
      async (c) => {
        const { id, client: shared } = c.req.valid('param');
        await access.permit(c, 'share-record', { client: shared });
        const { accounts } = await access.asked(c);
        orRefuse(await shareRecord(accounts, id, shared, c.req.valid('json').days));
        return c.json({ shared: true });
      },
    )
    .delete('/api/people/:id/clients/:client', parsed('param', SharePath), async (c) => {
      const { id, client: shared } = c.req.valid('param');
      await access.permit(c, 'share-record', { client: shared });
      const { accounts } = await access.asked(c);
      await endShare(accounts, id, shared);
      return c.json({ shared: false });
    })
    .post('/api/invitation', parsed('json', v.strictObject({ secret })), async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts } = await access.asked(c);
      const invited = await readInvitation(accounts, c.req.valid('json').secret);
      if (!invited)
        throw new ApiError(
          'not-found',
          'This invitation is used up or too old. Ask for a new one.',
        );
      const view: InvitedView = { name: invited.name, email: invited.email, role: invited.role };
      return c.json(view);
    })
    .post(
      '/api/invitation/accept',
      parsed('json', v.strictObject({ secret, password })),
      async (c) => {
        await access.permit(c, 'sign-in');
        const { accounts } = await access.asked(c);
        const { secret: invitation, password: typed } = c.req.valid('json');
        const { email: person } = orRefuse(await acceptInvitation(accounts, invitation, typed));
        return c.json({ email: person });
      },
    );
}

function orRefuse<Value>(done: Done<Value>): Value {
  if (done.ok) return done.value;
  throw new ApiError('conflict', done.message);
}
