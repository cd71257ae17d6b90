/** The two cookies. No script reads them, and no other site sends them. */
import type { Site } from '@assuage/accounts';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

type Kind = 'session' | 'link';

/** What people type to reach the practice: only over HTTPS do browsers keep a cookie from eavesdroppers. */
const isSecure = ({ origin }: Site): boolean => origin.startsWith('https:');
/** `__Host-`: the browser takes it over HTTPS only, and for this host only. */
const nameOf = (site: Site, kind: Kind): string =>
  `${isSecure(site) ? '__Host-' : ''}assuage-${kind}`;

export const readCookie = (c: Context, site: Site, kind: Kind): string | undefined =>
  getCookie(c, nameOf(site, kind));

/** Without an end of its own: it goes with the browser, and the server ends it earlier. */
export const giveCookie = (c: Context, site: Site, kind: Kind, secret: string): void =>
  setCookie(c, nameOf(site, kind), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(site),
  });

export const takeCookie = (c: Context, site: Site, kind: Kind): void => {
  deleteCookie(c, nameOf(site, kind), { path: '/', secure: isSecure(site) });
};
