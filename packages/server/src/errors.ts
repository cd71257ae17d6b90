/** How every refusal looks: what is wrong, where, and each single problem. */

import type { Problem } from '@assuage/record';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type ErrorCode =
  | 'malformed-json'
  | 'not-json'
  | 'invalid'
  | 'too-large'
  | 'length-needed'
  | 'client-not-found'
  | 'conflict'
  | 'not-found'
  | 'not-allowed'
  | 'sign-in-needed'
  | 'not-permitted'
  | 'wrong'
  | 'locked'
  | 'set-up-needed'
  | 'not-saved'
  | 'internal';

export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    /** In words for the person who sees it. */
    readonly message: string;
    /** `body[0].body.statements[2].fact`, `query.date`, `path.id`, or empty. */
    readonly where: string;
    readonly issues: readonly Problem[];
  };
}

const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  'malformed-json': 400,
  'not-json': 415,
  invalid: 400,
  'too-large': 413,
  'length-needed': 411,
  'client-not-found': 404,
  conflict: 409,
  'not-found': 404,
  'not-allowed': 403,
  'sign-in-needed': 401,
  'not-permitted': 403,
  wrong: 403,
  locked: 429,
  'set-up-needed': 409,
  'not-saved': 500,
  internal: 500,
};

/** A refusal; `app.ts` turns it into the answer. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly Problem[];

  constructor(code: ErrorCode, message: string, issues: readonly Problem[] = []) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.issues = issues;
  }

  /** One refusal for any number of problems: the first is the message. */
  static invalid(issues: readonly Problem[]): ApiError {
    const [first, ...others] = issues;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return new ApiError('invalid', `${first?.where}: ${first?.message}${more}`, issues);
  }
}

export const answerError = (c: Context, { code, message, issues }: ApiError): Response =>
  c.json(
    { error: { code, message, where: issues[0]?.where ?? '', issues } } satisfies ErrorBody,
    STATUS[code],
    { 'Cache-Control': 'no-store' },
  );
