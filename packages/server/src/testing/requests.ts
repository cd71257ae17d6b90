/** Requests as nobody should send them, near enough to the right ones to get far. */
import fc from 'fast-check';

export interface WildRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Names and values that have broken programs before. */
const NASTY = [
  '',
  '\u0000',
  '../../etc/passwd',
  '%2e%2e%2f',
  "'; DROP TABLE entry; --",
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '💥',
  '\u202eabc',
  'a'.repeat(5000),
  '9'.repeat(400),
  '-1',
  'NaN',
  'null',
] as const;

const nasty = fc.constantFrom<string>(...NASTY);
const text = fc.oneof(nasty, fc.string({ maxLength: 30 }));
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(1e308, -0, Number.MAX_SAFE_INTEGER),
);

export interface Known {
  /** Addresses with their parameters: `GET /api/clients/:id`. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** Ids that mean something to the server. */
  readonly ids: readonly string[];
  /** Bodies that it would take, to be bent. */
  readonly bodies: readonly unknown[];
}

/** A value in which one thing, at any depth, is another thing. */
function bent(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.oneof(
    text,
    number,
    fc.constant(null),
    fc.boolean(),
    fc.constant([]),
    fc.constant({}),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(text, text, { maxKeys: 3 }),
  );
  if (Array.isArray(value))
    return fc.oneof(
      other,
      ...value.map((item, i) => bent(item).map((new_) => value.with(i, new_))),
    );
  if (typeof value !== 'object' || value === null) return other;
  const members = Object.entries(value);
  return fc.oneof(
    other,
    fc.tuple(text, other).map(([key, more]) => ({ ...value, [key]: more })),
    ...members.map(([key, member]) => bent(member).map((new_) => ({ ...value, [key]: new_ }))),
    ...members.map(([key]) =>
      fc.constant(Object.fromEntries(members.filter(([other]) => other !== key))),
    ),
  );
}

export function wildRequest({ routes, ids, bodies }: Known): fc.Arbitrary<WildRequest> {
  const segment = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: text },
  );
  const body = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...bodies)
        .chain(bent)
        .map((value) => JSON.stringify(value)),
    },
    { weight: 3, arbitrary: fc.constantFrom(...bodies).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.json() },
  );
  const header = fc.dictionary(
    fc.constantFrom(
      'origin',
      'cookie',
      'if-none-match',
      'accept-encoding',
      'user-agent',
      'x-forwarded-for',
    ),
    // What HTTP lets through: a real server never sees the rest.
    fc.string({ unit: fc.constantFrom(...'abcXYZ019 ;=,"*/%()'), maxLength: 60 }),
    { maxKeys: 2 },
  );
  return fc
    .record({
      route: fc.constantFrom(...routes),
      segments: fc.array(segment, { minLength: 4, maxLength: 4 }),
      query: fc.dictionary(
        fc.constantFrom('q', 'date', 'actor', 'from', 'until', 'before', 'outcome', 'x'),
        text,
        { maxKeys: 3 },
      ),
      headers: header,
      type: fc.constantFrom(
        'application/json',
        'application/json',
        'text/plain',
        'application/json; charset=x',
      ),
      body,
    })
    .map(({ route, segments, query, headers, type, body: sent }) => {
      let i = 0;
      const path = route.path.replace(/:\w+/g, () => encodeURIComponent(segments[i++] ?? ''));
      const asked = new URLSearchParams(query).toString();
      const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
      return {
        method: route.method,
        path: asked === '' ? path : `${path}?${asked}`,
        headers: hasBody ? { ...headers, 'content-type': type } : headers,
        body: hasBody ? sent : undefined,
      };
    });
}
