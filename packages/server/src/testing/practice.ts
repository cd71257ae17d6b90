/** A practice with accounts, and people who sign in to it as a browser does. */
import { acceptInvitation, foundOwner, invite, type Role } from '@assuage/accounts';
import type { EnrolledView } from '../routes/account.ts';
import type { SignedIn } from '../routes/sign-in.ts';
import { codeAt } from './authenticator.ts';
import { startApp } from './parts.ts';

export const PASSWORD = 'green kettle on the stove';
export const OWNER = 'jo@harbour.example';
type AccountRole = Exclude<Role, 'link'>;
type App = Awaited<ReturnType<typeof startApp>>;

export async function startPractice(more: Parameters<typeof startApp>[0] = {}) {
  const app = await startApp({ demo: false, ...more });
  const context = {
    ...app.accounts,
    site: { origin: 'http://localhost:4600', name: 'Practice a' },
  };
  const owner = await foundOwner(context, { name: 'Jo Field', email: OWNER, password: PASSWORD });
  if (!owner.ok) throw new Error(owner.message);
  /** Somebody new, with a password and no second factor yet. */
  const add = async (role: AccountRole, clients: string[] = []): Promise<string> => {
    const email = `${role}@harbour.example`;
    const invited = await invite(context, owner.value.id, {
      name: `The ${role}`,
      email,
      role,
      clients,
    });
    if (!invited.ok) throw new Error(invited.message);
    await acceptInvitation(context, invited.value.secret, PASSWORD);
    return email;
  };
  return { ...app, context, owner: owner.value, add, browser: () => browser(app) };
}

/** Keeps cookies, and sends the headers of a browser. */
export function browser({ app, now }: Pick<App, 'app' | 'now'>) {
  const cookies = new Map<string, string>();
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await app.request(`http://localhost:4600${path}`, {
      method,
      headers: {
        origin: 'http://localhost:4600',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const get = (path: string) => ask('GET', path);
  const post = (path: string, body: unknown = {}) => ask('POST', path, body);
  /** With a new authenticator app as the second factor. */
  const signUp = async (email: string): Promise<{ app: string; codes: readonly string[] }> => {
    const first = (await (
      await post('/api/sign-in', { email, password: PASSWORD })
    ).json()) as SignedIn;
    if (first.level !== 'password') throw new Error('not the first step');
    const offer = (await (await post('/api/account/app/offer')).json()) as { secret: string };
    const code = codeAt(offer.secret, now());
    const enrolled = await post('/api/account/app', { secret: offer.secret, code });
    const { recoveryCodes } = (await enrolled.json()) as EnrolledView;
    return { app: offer.secret, codes: recoveryCodes ?? [] };
  };
  return { ask, get, post, signUp, cookies };
}
