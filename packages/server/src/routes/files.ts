/** Files and photos of a client's record: what arrives is judged by its bytes, what leaves is never run. */
import {
  CalendarDate,
  FILE_SUBJECTS,
  type FileType,
  fileNameOf,
  fileTypeOf,
  Id,
  type Journal,
  JournalError,
  LocalTime,
  MOST_FILE_BYTES,
  type NewEntry,
  sha256Of,
} from '@assuage/record';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { Records } from '../access/records.ts';
import { ApiError } from '../errors.ts';
import { FILE_TOO_LARGE } from '../guard.ts';
import { parsed } from '../parse.ts';
import { name } from './fields.ts';

export interface FileParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly records: Records;
  /** The id of the practice. */
  readonly practice: () => string;
}

const ClientPath = v.object({ id: Id });
const FilePath = v.object({ id: Id, file: Id });
const Upload = v.strictObject({
  /** Of the entry, made on the device: sent twice, it is one file. */
  id: Id,
  on: LocalTime,
  title: name,
  what: v.picklist(FILE_SUBJECTS, `must be one of: ${FILE_SUBJECTS.join(', ')}`),
  dated: CalendarDate,
  /** Of the bytes as the device has them, in hexadecimal. */
  sha256: v.pipe(v.string('must be text'), v.maxLength(64, 'must be a SHA-256 in hexadecimal')),
  content: v.pipe(
    v.string('must be text'),
    v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64 (RFC 4648, section 4)'),
  ),
});

/** What browsers show; the rest is for other programs. */
const SHOWN: ReadonlySet<FileType> = new Set(['image/jpeg', 'image/png', 'image/webp']);

export function fileRoutes({ access, journal, records, practice }: FileParts) {
  return new Hono()
    .post(
      '/api/clients/:id/files',
      parsed('param', ClientPath),
      // Before ten million bytes are read.
      async (c, next) => {
        await access.permit(c, 'add-file', { client: c.req.valid('param').id });
        await next();
      },
      parsed('json', Upload),
      async (c) => {
        const { id: client } = c.req.valid('param');
        const { id, on, title, what, dated, sha256, content } = c.req.valid('json');
        const { actor } = await access.asked(c);
        const bytes = Buffer.from(content, 'base64');
        const type = typeOf(bytes, sha256);
        const entry: NewEntry = {
          id,
          client,
          kind: 'file',
          v: 1,
          on,
          by: { name: actor.kind === 'nobody' ? '' : actor.name, role: 'therapist' },
          body: { title, what, dated, type, bytes: bytes.length, sha256 },
        };
        const record = await records.append(c, [entry], client, {
          inBody: (where) => where.replace(/^\[0\](\.body)?/, 'body'),
          contents: [bytes],
        });
        return c.json(record, 201);
      },
    )
    .get('/api/clients/:id/files/:file', parsed('param', FilePath), async (c) => {
      const { id: client, file: entry } = c.req.valid('param');
      await access.permit(c, 'read-file', { client });
      const { files } = await records.recordFor(c, client);
      const file = files.find((one) => one.entry === entry);
      if (!file) throw new ApiError('not-found', 'There is no such file in this record.');
      const content = await journal.fileContent(practice(), client, file.sha256);
      if (!content)
        throw new JournalError('damaged', `What the file ${entry} held is not in the database.`);
      // Without its title: a list of downloads is seen by others.
      const called = fileNameOf({ ...file, title: 'file' });
      c.header(
        'Content-Disposition',
        `${SHOWN.has(file.type) ? 'inline' : 'attachment'}; filename="${called}"`,
      );
      return c.body(Uint8Array.from(content), 200, {
        'Content-Type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
      });
    });
}

/** @throws ApiError that says why these bytes are not kept */
function typeOf(bytes: Uint8Array, sha256: string): FileType {
  const refused = (message: string): ApiError =>
    new ApiError('invalid', message, [{ where: 'body.content', message }]);
  if (bytes.length === 0) throw refused('This file is empty, so it was not saved.');
  if (bytes.length > MOST_FILE_BYTES) throw new ApiError('too-large', FILE_TOO_LARGE);
  if (sha256Of(bytes) !== sha256)
    throw refused(
      'What arrived is not the file that was sent (its SHA-256 is another). Nothing was saved: add it again.',
    );
  const type = fileTypeOf(bytes);
  if (type === undefined)
    throw refused(
      'Files of this kind are not kept. Kept are photos (JPEG, PNG, WebP, HEIC), PDF and plain text, whatever their names say. A document of another program can be saved as PDF first.',
    );
  return type;
}
