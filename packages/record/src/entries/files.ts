/** Photos, scans and letters of others, described: their bytes are kept beside the journal. */
import * as v from 'valibot';
import { CalendarDate } from '../dates.ts';
import { FILE_TYPES, MOST_FILE_BYTES } from '../files.ts';
import { between, Id, name, oneOf, sha256, words } from './fields.ts';

export const FILE_SUBJECTS = ['photo', 'scan', 'letter', 'test-result', 'other'] as const;

export const AddedFile = v.strictObject({
  /** In the words of whoever added it; it is no path. */
  title: name,
  what: oneOf(FILE_SUBJECTS),
  /** When the photo was taken or the letter written. */
  dated: CalendarDate,
  /** As its first bytes say. */
  type: oneOf(FILE_TYPES),
  /** How many. */
  bytes: between(1, MOST_FILE_BYTES),
  /** Of its bytes, in hexadecimal: by it they are found. */
  sha256,
});
export const FileChange = v.variant('change', [
  v.strictObject({ file: Id, change: v.literal('title'), title: name }),
  v.strictObject({
    file: Id,
    change: v.picklist(['withdrawn'], 'must be title or withdrawn'),
    reason: words(1000, 'a file that is withdrawn needs the reason'),
  }),
]);
