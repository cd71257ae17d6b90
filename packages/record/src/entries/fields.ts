/** What the bodies of entries are made of: texts, lists and numbers with their limits. */
import * as v from 'valibot';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const Id = v.pipe(
  v.string('must be an id'),
  v.regex(UUID_V7, 'must be a UUID of version 7, in lower case'),
);

export const text = (most: number) =>
  v.pipe(v.string('must be text'), v.maxLength(most, `must not be longer than ${most} characters`));
/** Text that says something. */
export const words = (most: number, message = 'must not be empty') =>
  v.pipe(text(most), v.trim(), v.minLength(1, message));
export const name = words(200);
export const note = text(10_000);
export const id = v.pipe(text(100), v.minLength(1, 'must not be empty'));
export const list = <Item extends v.GenericSchema>(item: Item, most = 500) =>
  v.pipe(v.array(item), v.maxLength(most, `must not have more than ${most} items`), v.readonly());
export const ids = list(id);
export const someIds = v.pipe(ids, v.minLength(1, 'must name at least one'));
export const between = (least: number, most: number) =>
  v.pipe(
    v.number(`must be a number from ${least} to ${most}`),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
export const sha256 = v.pipe(
  v.string('must be text'),
  v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
);
export const minutes = between(5, 240);
export const zeroToTen = v.nullable(between(0, 10));
export const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, `must be one of: ${options.join(', ')}`);
