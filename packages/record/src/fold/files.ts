/** Files as they stand: under their newest title, and withdrawn or not. */
import type { EntryOf } from '../entries.ts';

export interface Changeable {
  /** The newest title. */
  readonly title: string;
  /** It had this one when it was added; left out: it still has it. */
  readonly firstTitle?: string;
  /** By whom, when and why, first said. Left out: it stands. */
  readonly withdrawn?: { readonly on: string; readonly by: string; readonly reason: string };
}

/** @param changes oldest first */
export const filesIn = <File extends { readonly entry: string; readonly title: string }>(
  files: readonly File[],
  changes: readonly EntryOf<'file-change'>[],
): (File & Changeable)[] =>
  files.map((file) => {
    const its = changes.filter(({ body }) => body.file === file.entry);
    const title = its.reduce(
      (newest, { body }) => (body.change === 'title' ? body.title : newest),
      file.title,
    );
    const [withdrawn] = its.flatMap(({ on, by, body }) =>
      body.change === 'withdrawn' ? [{ on, by: by.name, reason: body.reason }] : [],
    );
    return {
      ...file,
      title,
      ...(title !== file.title && { firstTitle: file.title }),
      ...(withdrawn && { withdrawn }),
    };
  });
