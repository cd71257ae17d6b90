/** What protects every answer: only this computer may ask, and the page may load only its own files. */
import { MOST_FILE_BYTES } from '@assuage/record';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { ApiError } from './errors.ts';

const NAMES_OF_THIS_COMPUTER = new Set(['127.0.0.1', 'localhost']);

/**
 * Refuses requests that a page of another origin makes the browser send: under a name that was
 * pointed at this computer (DNS rebinding), or across sites.
 *
 * @param origin the practice's address behind its proxy; left out: this computer's own
 */
export const onlyFrom =
  (origin: string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const url = new URL(c.req.url);
    const ours = origin ?? url.origin;
    const isOurName =
      origin === undefined
        ? NAMES_OF_THIS_COMPUTER.has(url.hostname)
        : url.host === new URL(origin).host;
    if (!isOurName)
      throw new ApiError(
        'not-allowed',
        origin === undefined
          ? 'Assuage answers only at 127.0.0.1, on this computer.'
          : `Assuage answers only at ${origin}.`,
      );
    const from = c.req.header('origin');
    if (from !== undefined && from !== ours)
      throw new ApiError('not-allowed', 'Assuage answers only to its own page.');
    await next();
  };

const MOST_BYTES = 1_000_000;
/** A file travels as text, four letters for three bytes, with a little around it. */
const MOST_BYTES_WITH_FILE = Math.ceil(MOST_FILE_BYTES / 3) * 4 + 10_000;
const TAKES_A_FILE = /^\/api\/(clients\/[^/]+\/files|imports|imports\/preview|review)$/;

/** Refuses a body that is too long by what it announces, so that nothing of it is read; all browsers announce it. */
export const limitBody: MiddlewareHandler = async (c, next) => {
  if (c.req.header('transfer-encoding') !== undefined)
    throw new ApiError('length-needed', 'Say how long the body is (Content-Length).');
  const bytes = Number(c.req.header('content-length') ?? 0);
  if (TAKES_A_FILE.test(c.req.path)) {
    if (bytes > MOST_BYTES_WITH_FILE) throw new ApiError('too-large', FILE_TOO_LARGE);
  } else if (bytes > MOST_BYTES)
    throw new ApiError('too-large', 'This is more than 1 MB, so it was not saved.');
  await next();
};

export const FILE_TOO_LARGE =
  'This file is larger than 10 MB, so it was not saved. Take the photo at a lower resolution, or save the pages in two files.';

/**
 * What people added is shown, and never run: no script, no style, nothing loaded, an origin of its own. Around
 * `guardHeaders`, whose policy it replaces.
 */
export const sandboxed: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
};

const SELF = ["'self'"];
const NOTHING = ["'none'"];

export const guardHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: NOTHING,
    scriptSrc: SELF,
    styleSrc: SELF,
    imgSrc: ["'self'", 'data:'],
    fontSrc: SELF,
    connectSrc: SELF,
    manifestSrc: SELF,
    workerSrc: SELF,
    baseUri: NOTHING,
    formAction: SELF,
    frameAncestors: NOTHING,
    objectSrc: NOTHING,
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Loopback has no HTTPS to insist on.
  strictTransportSecurity: false,
});
