/** Reading and adding to one client's record, as whoever asks may. */
import { may } from '@assuage/accounts';
import type { Measure } from '@assuage/knowledge';
import {
  type ClientRecord,
  checkEntries,
  foldClient,
  type Journal,
  type NewEntry,
  recordOf,
} from '@assuage/record';
import type { Engine } from '@assuage/safety';
import type { Context } from 'hono';
import { ApiError } from '../errors.ts';
import type { Access } from './access.ts';
import { falseAuthor } from './entry-rights.ts';
import { contactPart, greetingPart, readablePart } from './part-of-record.ts';

export interface RecordParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly engine: Engine;
  readonly measures: readonly Measure[];
  /** The id of the practice. */
  readonly practice: () => string;
  readonly now: () => Date;
  readonly today: () => string;
}

interface AppendOptions {
  /** Turns a place in the list of entries into a place in what was sent. */
  readonly inBody?: (where: string) => string;
  /** What files among the entries hold. */
  readonly contents?: readonly Uint8Array[];
}

export function createRecords(parts: RecordParts) {
  const { access, journal, engine, measures, practice, now, today } = parts;
  /** As much of a record as whoever asks may see. */
  const recordFor = async (c: Context, client: string): Promise<ClientRecord> => {
    const { actor } = await access.asked(c);
    const record = await recordOf(journal, practice(), client);
    if (!record) throw new ApiError('client-not-found', 'No client has this id.');
    if (may(actor, 'read-record', { client })) return readablePart(record, actor, today());
    return actor.kind === 'link' ? greetingPart(record) : contactPart(record);
  };

  const append = async (
    c: Context,
    entries: readonly NewEntry[],
    client: string,
    { inBody = (where) => `body${where}`, contents = [] }: AppendOptions = {},
  ): Promise<ClientRecord> => {
    const { actor } = await access.asked(c);
    const before = await journal.entries(practice(), client);
    const known = new Map(before.map(({ id, kind }) => [id, kind]));
    const strangers = entries.flatMap((entry, i) =>
      entry.client === client
        ? []
        : [{ where: `[${i}].client`, message: `is not ${client}, whose journal this is` }],
    );
    const authors = entries.flatMap((entry, i) => {
      const problem = falseAuthor(entry, actor);
      return problem ? [{ ...problem, where: `[${i}].${problem.where}` }] : [];
    });
    const problems = [...strangers, ...authors];
    if (problems.length === 0)
      problems.push(
        ...checkEntries(entries, {
          engine,
          measures,
          today: today(),
          // Reading a long record costs more than a usual entry is worth.
          trials: entries.some(({ kind }) => kind === 'trial')
            ? (foldClient(before)?.trials ?? [])
            : [],
          kindOf: (id) => known.get(id),
        }),
      );
    if (problems.length > 0)
      throw ApiError.invalid(
        problems.map(({ where, message }) => ({ where: inBody(where), message })),
      );
    await journal.append(practice(), entries, now().toISOString(), contents);
    return recordFor(c, client);
  };

  return { recordFor, append };
}
export type Records = ReturnType<typeof createRecords>;
