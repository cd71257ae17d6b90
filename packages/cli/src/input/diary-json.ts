/** A diary in JSON → its settings and ratings, or every mistake with its line. */
import type { Schedule } from '@assuage/outcomes';
import { FixedTrial } from '@assuage/record';
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
const note = v.pipe(
  v.string('must be words in quotes'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(2000, 'has at most 2000 letters'),
);
const day = v.string('must be a day, such as "2026-03-01"');

const better = v.optional(v.picklist(['lower', 'higher'], 'must be "lower" or "higher"'));
const scale = v.optional(v.strictObject({ from: number, to: number }, 'has "from" and "to"'));
const ratings = v.array(
  v.strictObject({ day, value: number }, 'must be { "day": …, "value": … }'),
  'must be a list of { "day": …, "value": … }',
);
const isTrue = v.boolean('must be true or false');

const SCHEMA = v.strictObject(
  {
    outcome: v.optional(text),
    better,
    scale,
    important: v.optional(number),
    also: v.optional(
      v.pipe(
        v.array(
          v.strictObject({ outcome: text, better, scale, important: v.optional(number), ratings }),
          'must be a list of { "outcome": …, "ratings": … }',
        ),
        v.maxLength(5, 'has at most 5 outcomes'),
      ),
    ),
    since: v.optional(day),
    test: v.optional(
      v.strictObject(
        {
          start: day,
          periodDays: v.optional(v.picklist([7, 14, 28], 'must be 7, 14 or 28')),
          everyDays: v.optional(
            v.strictTuple(
              [v.literal(7), v.picklist([14, 28])],
              'must be [7, 14] or [7, 28]: days from one massage to the next',
            ),
          ),
          schedule: v.optional(
            v.array(
              v.picklist([0, 1], 'must be 1 (with massage) or 0 (without)'),
              'must be a list of 1 (with massage) and 0 (without)',
            ),
          ),
          seed: v.optional(text),
          periods: v.optional(number),
          longestRun: v.optional(v.picklist([2, 3], 'must be 2 or 3')),
          pairs: v.optional(isTrue),
        },
        'must have a "start" and a "schedule"',
      ),
    ),
    fixed: v.optional(FixedTrial),
    sessions: v.optional(
      v.array(
        v.union(
          [day, v.strictObject({ day, way: v.optional(text), reaction: v.optional(isTrue) })],
          'must be a day, or { "day": …, "way": …, "reaction": … }',
        ),
        'must be a list of days',
      ),
    ),
    changes: v.optional(
      v.array(
        v.strictObject({ day, text: note }, 'must be { "day": …, "text": … }'),
        'must be a list of { "day": …, "text": … }',
      ),
    ),
    ended: v.optional(v.strictObject({ day, why: note }, 'must be { "day": …, "why": … }')),
    ratings,
  },
  'must be an object with "ratings"',
);

/** What a session is called when the file does not say. */
const WAY = 'massage';
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
  const lined = (
    list: readonly { day: string; value: number }[],
    path: readonly (string | number)[],
  ) => list.map((rating, i) => ({ ...rating, line: lineAt([...path, i]) }));
  const { ratings, also = [], test, fixed, sessions, changes, ended, ...settings } = checked.output;
  const schedule: Schedule | undefined = test?.schedule;
  return ok({
    settings: {
      ...settings,
      also: also.map(({ ratings: _, ...one }) => one),
      ...(test && { test: { ...test, schedule } }),
    },
    ratings: lined(ratings, ['ratings']),
    also: also.map((one, i) => lined(one.ratings, ['also', i, 'ratings'])),
    sessions: sessions?.map((session, i) => {
      const line = lineAt(['sessions', i]);
      if (typeof session === 'string') return { day: session, way: WAY, line };
      const { reaction } = session;
      return {
        day: session.day,
        way: session.way ?? WAY,
        line,
        ...(reaction !== undefined && { hadReaction: reaction }),
      };
    }),
    changes,
    ended,
    fixed,
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
