/** A diary in JSON → its settings and ratings, or every mistake with its line. */
import type { Schedule } from '@assuage/outcomes';
import * as v from 'valibot';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../result.ts';
import type { DiaryMistake, ReadSettings } from './diary-settings.ts';
import { findJsonMistake } from './json-syntax.ts';

const number = v.pipe(v.number('must be a number'), v.finite('must be a number'));
const text = v.pipe(
  v.string('must be words in quotes'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(80, 'has at most 80 letters'),
);
const day = v.string('must be a day, such as "2026-03-01"');

const SCHEMA = v.strictObject(
  {
    outcome: v.optional(text),
    better: v.optional(v.picklist(['lower', 'higher'], 'must be "lower" or "higher"')),
    scale: v.optional(v.strictObject({ from: number, to: number }, 'has "from" and "to"')),
    important: v.optional(number),
    since: v.optional(day),
    test: v.optional(
      v.strictObject(
        {
          start: day,
          periodDays: v.optional(v.picklist([7, 14], 'must be 7 or 14')),
          schedule: v.optional(
            v.array(
              v.picklist([0, 1], 'must be 1 (with massage) or 0 (without)'),
              'must be a list of 1 (with massage) and 0 (without)',
            ),
          ),
          seed: v.optional(text),
          periods: v.optional(number),
          longestRun: v.optional(v.picklist([2, 3], 'must be 2 or 3')),
          pairs: v.optional(v.boolean('must be true or false')),
        },
        'must have a "start" and a "schedule"',
      ),
    ),
    ratings: v.array(
      v.strictObject({ day, value: number }, 'must be { "day": …, "value": … }'),
      'must be a list of { "day": …, "value": … }',
    ),
  },
  'must be an object with "ratings"',
);

const TOO_DEEP = 'lists within lists go too deep; a diary needs two levels at most';

export function readDiaryJson(json: string): Result<ReadSettings, DiaryMistake[]> {
  const lines = new LineCounter();
  const syntax = findJsonMistake(json);
  if (syntax) {
    const line = json.slice(0, syntax.at).split('\n').length;
    return fail([{ line, message: `not valid JSON: ${syntax.message}` }]);
  }
  const document = parsed(json, lines);
  if (!document) return fail([{ line: 1, message: TOO_DEEP }]);
  const [broken] = document.errors;
  if (broken) {
    const isTwice = broken.code === 'DUPLICATE_KEY';
    const message = isTwice ? 'a name is given twice' : TOO_DEEP;
    return fail([{ line: lines.linePos(broken.pos[0]).line, message }]);
  }
  /** Of what is found at the path, or of the nearest thing around it. */
  const lineAt = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as
        | { readonly range?: readonly number[] }
        | undefined;
      if (node?.range?.[0] !== undefined) return Math.max(1, lines.linePos(node.range[0]).line);
    }
    return 1;
  };

  const checked = v.safeParse(SCHEMA, JSON.parse(json));
  if (!checked.success)
    return fail(
      checked.issues.map((issue) => {
        const path = (issue.path ?? []).map(({ key }) => key as string | number);
        const name = path
          .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${key}`))
          .join('');
        const message =
          issue.expected === 'never'
            ? 'is not known here'
            : issue.received === 'undefined'
              ? 'is missing'
              : issue.message;
        return { line: lineAt(path), message: `${name.slice(1) || 'the file'}: ${message}` };
      }),
    );
  const { ratings, test, ...settings } = checked.output;
  const schedule: Schedule | undefined = test?.schedule;
  return ok({
    settings: { ...settings, ...(test && { test: { ...test, schedule } }) },
    ratings: ratings.map((rating, i) => ({ ...rating, line: lineAt(['ratings', i]) })),
  });
}

/** With the place of every value; undefined when lists within lists go too deep. */
function parsed(json: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(json, {
      lineCounter,
      prettyErrors: false,
      schema: 'json',
      logLevel: 'error',
    });
  } catch (error) {
    // The parser works by recursion.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
