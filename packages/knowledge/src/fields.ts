/** Parts of knowledge files that several kinds of file share. */
import * as v from 'valibot';

export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'),
);
export const sentence = v.pipe(v.string(), v.trim(), v.minLength(3, 'must not be empty'));
export const word = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

export const GOALS = [
  'pain',
  'stiffness',
  'sleep',
  'stress',
  'fatigue',
  'range-of-motion',
] as const;
/** How sure a finding is, in rising order. */
export const CERTAINTIES = ['very-low', 'low', 'moderate', 'high'] as const;

/** Where a statement comes from: a file in `knowledge/sources/` and the place inside that source. */
export const Citation = v.strictObject({
  source: id,
  locator: sentence,
  says: v.optional(sentence),
});
export type Citation = v.InferOutput<typeof Citation>;
