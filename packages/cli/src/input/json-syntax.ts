/** Where a text stops being JSON. `JSON.parse` does not always say, and people need the line. */

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/uy;
const BLANK = /[ \t\n\r]*/y;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

export interface JsonMistake {
  readonly at: number;
  readonly message: string;
}

/** @returns the first mistake, or nothing for valid JSON */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  const done = (): Wanted => (open.length === 0 ? 'end' : 'comma');
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const [, mark, string] = match;
    const next = after(wanted, mark, string !== undefined, open, done);
    if (next === undefined) break;
    wanted = next;
    at = TOKEN.lastIndex;
  }
  BLANK.lastIndex = at;
  BLANK.exec(text);
  const end = BLANK.lastIndex;
  if (end === text.length && wanted === 'end') return undefined;
  return { at: end, message: describe(text.slice(end), wanted, open.at(-1)) };
}

/** What may follow a token, or nothing when the token may not stand here. Keeps `open` up to date. */
function after(
  wanted: Wanted,
  mark: string | undefined,
  isString: boolean,
  open: ('{' | '[')[],
  done: () => Wanted,
): Wanted | undefined {
  const inside = open.at(-1);
  const close = (): Wanted => {
    open.pop();
    return done();
  };
  switch (wanted) {
    case 'value':
    case 'value or ]':
      if (mark === '{' || mark === '[') {
        open.push(mark);
        return mark === '{' ? 'key or }' : 'value or ]';
      }
      if (mark === ']' && wanted === 'value or ]') return close();
      return mark === undefined ? done() : undefined;
    case 'key':
    case 'key or }':
      if (mark === '}' && wanted === 'key or }') return close();
      return isString ? 'colon' : undefined;
    case 'colon':
      return mark === ':' ? 'value' : undefined;
    case 'comma':
      if (mark === ',') return inside === '{' ? 'key' : 'value';
      if ((mark === '}' && inside === '{') || (mark === ']' && inside === '[')) return close();
      return undefined;
    case 'end':
      return undefined;
  }
}

function describe(rest: string, wanted: Wanted, inside: '{' | '[' | undefined): string {
  const closing = inside === '[' ? ']' : '}';
  const should: Record<Wanted, string> = {
    value: 'a value should stand here',
    'value or ]': 'a value or "]" should stand here',
    key: 'a name in double quotes should stand here',
    'key or }': 'a name in double quotes or "}" should stand here',
    colon: 'a colon should stand here',
    comma: `a comma or "${closing}" should stand here`,
    end: 'nothing more should stand here',
  };
  if (rest.startsWith('"') && wanted !== 'comma' && wanted !== 'colon' && wanted !== 'end')
    return 'the text that begins with this double quote has no proper end, or a \\ in it is wrong';
  const found =
    rest === ''
      ? 'the text ends'
      : `found "${rest.split(/[\s,\]}]/u, 1)[0]?.slice(0, 20) || rest[0]}"`;
  return `${should[wanted]}, but ${found}`;
}
