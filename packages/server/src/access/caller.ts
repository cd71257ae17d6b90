/** Where a request comes from, in the words of the audit. */
import type { Caller } from '@assuage/accounts';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** @param behindProxy a proxy of the practice says in `X-Forwarded-For` where a request came from */
export function callerOf(c: Context, behindProxy: boolean): Caller {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1) : undefined;
  return {
    address: forwarded?.trim() || addressOf(c),
    device: deviceOf(c.req.header('user-agent') ?? ''),
  };
}

/** Only a request over a socket has one. */
const addressOf = (c: Context): string =>
  (c.env !== undefined && 'incoming' in c.env && getConnInfo(c).remote.address) || 'this program';

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Linux": enough for people to know their own devices by. */
export function deviceOf(agent: string): string {
  const first = (known: typeof BROWSERS) => known.find(([pattern]) => pattern.test(agent))?.[1];
  const [browser, system] = [first(BROWSERS), first(SYSTEMS)];
  if (browser === undefined) return system ? `A program on ${system}` : 'A program';
  return system ? `${browser} on ${system}` : browser;
}
