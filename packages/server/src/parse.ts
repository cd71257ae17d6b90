/** Requests → typed values, or one refusal that names everything wrong. */
import type { Problem } from '@assuage/record';
import type { Env, HonoRequest, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { ApiError } from './errors.ts';

/** Deeper than any entry; without a bound, a small text of brackets exhausts the stack. */
const MOST_LEVELS = 40;

type Target = 'param' | 'query' | 'json';

/** Parses one part of the request for the handlers after it, and tells the typed client its type. */
export function parsed<Part extends Target, Schema extends v.GenericSchema<unknown, object>>(
  part: Part,
  schema: Schema,
): MiddlewareHandler<
  Env,
  string,
  {
    in: { [Key in Part]: v.InferOutput<Schema> };
    out: { [Key in Part]: v.InferOutput<Schema> };
  }
> {
  return async (c, next) => {
    const { where, read } = PARTS[part];
    c.req.addValidatedData(part, parseAs(schema, await read(c.req), where));
    await next();
  };
}

const PARTS: Record<Target, { where: string; read: (request: HonoRequest) => unknown }> = {
  param: { where: 'path', read: (request) => request.param() },
  query: { where: 'query', read: (request) => request.query() },
  json: { where: 'body', read: readJson },
};

async function readJson(request: HonoRequest): Promise<unknown> {
  const type = request.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new ApiError('not-json', 'The content type must be application/json.');
  let value: unknown;
  try {
    value = JSON.parse(await request.text());
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : String(error);
    throw new ApiError('malformed-json', `This is not JSON: ${why}`, [
      { where: 'body', message: why },
    ]);
  }
  if (isDeeperThan(value, MOST_LEVELS))
    throw ApiError.invalid([
      { where: 'body', message: `nested deeper than ${MOST_LEVELS} levels` },
    ]);
  return value;
}

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1)));

function parseAs<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  where: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw ApiError.invalid(result.issues.map((issue) => problemOf(issue, where)));
}

function problemOf(issue: v.BaseIssue<unknown>, where: string): Problem {
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  return { where: `${where}${path.join('')}`, message: issue.message };
}
