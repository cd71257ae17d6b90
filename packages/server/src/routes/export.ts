/** Files that take records elsewhere: a client's own copy, and everything of the practice. */
import {
  clientArchive,
  exportPractice,
  Id,
  type Journal,
  type NameOf,
  type Practice,
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
      return download(c, `record-${today()}.zip`, archive);
    })
    .get('/api/export', async (c) => {
      await access.permit(c, 'export-practice');
      const chunks: Uint8Array[] = [];
      await exportPractice(journal, practice(), nameOf, (bytes) => chunks.push(bytes));
      return download(c, `assuage-all-${today()}.zip`, Buffer.concat(chunks));
    });
}

function download(c: Context, name: string, bytes: Uint8Array): Response {
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(Uint8Array.from(bytes), 200, { 'Content-Type': 'application/zip' });
}
