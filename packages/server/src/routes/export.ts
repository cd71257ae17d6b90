/** Files that take records elsewhere: a client's own copy, and everything of the practice. */
import {
  clientArchive,
  Id,
  type Journal,
  type NameOf,
  type Practice,
  practiceFile,
} from '@assuage/record';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';

export interface ExportParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly practice: () => Practice;
  readonly nameOf: NameOf;
  readonly today: () => string;
}

const ClientPath = v.object({ id: Id });

export function exportRoutes({ access, journal, practice, nameOf, today }: ExportParts) {
  return new Hono()
    .get('/api/clients/:id/archive', parsed('param', ClientPath), async (c) => {
      const { id: client } = c.req.valid('param');
      await access.permit(c, 'export-client', { client });
      const entries = await journal.entries(practice().id, client);
      if (entries.length === 0) throw new ApiError('client-not-found', 'No client has this id.');
      // Without a name: a list of downloads is seen by others.
      const archive = await clientArchive(entries, practice().name, nameOf, (sha256) =>
        journal.fileContent(practice().id, client, sha256),
      );
      return download(c, `record-${today()}.zip`, Uint8Array.from(archive));
    })
    .get('/api/export', async (c) => {
      await access.permit(c, 'export-practice');
      // In pieces: with photos and scans, all of it is more than a computer has memory.
      const pieces = streamOf(practiceFile(journal, practice(), nameOf));
      return download(c, `assuage-all-${today()}.zip`, pieces);
    });
}

function download(
  c: Context,
  name: string,
  file: Uint8Array<ArrayBuffer> | ReadableStream,
): Response {
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(file, 200, { 'Content-Type': 'application/zip' });
}

/** `ReadableStream.from`, which the browser's types of the interface do not know. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
