/** Clients in from the list of another program: looked at first, then taken, and taken back; and out as vCards. */
import {
  type ClientList,
  cardsOf,
  type Doer,
  FIELDS,
  type Field,
  type JudgedRow,
  judge,
  type Need,
  type PastImport,
  pastImports,
  readClientList,
  type TakenBack,
  takeBack,
  takeClients,
} from '@assuage/contacts';
import { Id, type Journal, type Practice, recordOf } from '@assuage/record';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';

/** What would become of a list, or became of it. */
export interface ImportView {
  readonly kind: ClientList['kind'];
  /** Of a workbook: the sheet that was read, and all with something in them. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly columns: readonly { readonly header: string; readonly field: Field | null }[];
  /** What only a person can say before any row can be understood. */
  readonly needs: Need | null;
  readonly rows: readonly ImportRow[];
  /** The id of the import; null while nothing was written. */
  readonly id: string | null;
}
export interface ImportRow {
  /** Of the file or the sheet, counted from 1. */
  readonly line: number;
  readonly name: string;
  readonly outcome: JudgedRow['outcome'];
  /** Why it is so, and what was left out; may be empty. */
  readonly why: string;
}
export type PastImportView = PastImport;
export type TakenBackView = TakenBack;

export interface ImportParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly practice: () => Practice;
  readonly now: () => Date;
  readonly today: () => string;
}

const ClientPath = v.object({ id: Id });
const Upload = v.strictObject({
  content: v.pipe(
    v.string('must be text'),
    v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64 (RFC 4648, section 4)'),
  ),
  /** By header: what a column means; null: it is not imported. */
  map: v.exactOptional(
    v.record(v.pipe(v.string(), v.maxLength(1000)), v.nullable(v.picklist(FIELDS))),
  ),
  dates: v.exactOptional(v.picklist(['dmy', 'mdy'], 'must be dmy or mdy')),
  sheet: v.exactOptional(v.pipe(v.string('must be text'), v.maxLength(200))),
  /** Leaves out the rows that cannot be taken, instead of taking none. */
  skipBad: v.exactOptional(v.boolean()),
});
type Upload = v.InferOutput<typeof Upload>;

export function importRoutes({ access, journal, practice, now, today }: ImportParts) {
  /** Before ten million bytes are read. */
  const onlyOwner: MiddlewareHandler = async (c, next) => {
    await access.permit(c, 'import-clients');
    await next();
  };

  const doerOf = async (c: Context): Promise<Doer> => {
    const { actor, caller } = await access.asked(c);
    if (actor.kind !== 'account') throw new Error('only an account has this right');
    return { actor, caller, now };
  };

  const judged = async (c: Context, { content, map = {}, ...options }: Upload) => {
    const read = readClientList(Buffer.from(content, 'base64'), {
      ...options,
      map: new Map(Object.entries(map)),
    });
    if (!read.ok) throw ApiError.invalid([{ where: 'file', message: read.error }]);
    const { actor } = await doerOf(c);
    const rows = judge(read.value.clients, {
      here: await journal.clients(practice().id),
      by: { name: actor.name, role: 'therapist' },
      now: now(),
    });
    return { list: read.value, rows };
  };

  return new Hono()
    .get('/api/imports', async (c) => {
      await access.permit(c, 'import-clients');
      const view: PastImportView[] = await pastImports(journal, practice().id);
      return c.json(view);
    })
    .post('/api/imports/preview', onlyOwner, parsed('json', Upload), async (c) => {
      const { list, rows } = await judged(c, c.req.valid('json'));
      return c.json(viewOf(list, rows, null));
    })
    .post('/api/imports', onlyOwner, parsed('json', Upload), async (c) => {
      if (practice().demo)
        throw new ApiError(
          'not-allowed',
          'This is the demo practice, in which everyone is invented and nobody signs in. Nobody real is added to it.',
        );
      const upload = c.req.valid('json');
      const { list, rows } = await judged(c, upload);
      const bad = rows.filter(({ outcome }) => outcome === 'bad').length;
      if (list.needs !== undefined || (bad > 0 && upload.skipBad !== true))
        throw ApiError.invalid([
          {
            where: 'file',
            message:
              list.needs === undefined
                ? `${bad} rows cannot be taken, so nothing was written. Mend them, or leave them out`
                : 'look at what it would become first: something must be said about its columns',
          },
        ]);
      const id = await takeClients(journal, practice().id, rows, await doerOf(c));
      return c.json(viewOf(list, rows, id ?? null), 201);
    })
    .post('/api/imports/:id/undo', parsed('param', v.object({ id: Id })), async (c) => {
      await access.permit(c, 'destroy-record');
      const { id } = c.req.valid('param');
      const view = await takeBack(journal, practice().id, id, await doerOf(c));
      if (!view) throw new ApiError('not-found', 'There is no such import. Load the page again.');
      return c.json(view satisfies TakenBackView);
    })
    .get('/api/contacts.vcf', async (c) => {
      await access.permit(c, 'export-contacts');
      return cards(c, `clients-${today()}.vcf`, cardsOf(await journal.clients(practice().id)));
    })
    .get('/api/clients/:id/contact.vcf', parsed('param', ClientPath), async (c) => {
      const { id: client } = c.req.valid('param');
      await access.permit(c, 'export-contact', { client });
      const record = await recordOf(journal, practice().id, client);
      if (!record) throw new ApiError('client-not-found', 'No client has this id.');
      // Without a name: a list of downloads is seen by others.
      return cards(c, `client-${today()}.vcf`, cardsOf([record.client]));
    });
}

const viewOf = (list: ClientList, rows: readonly JudgedRow[], id: string | null): ImportView => ({
  kind: list.kind,
  sheet: list.sheet ?? null,
  sheets: list.sheets ?? [],
  columns: list.columns.map(({ header, field }) => ({ header, field: field ?? null })),
  needs: list.needs ?? null,
  rows: rows.map((row) => ({
    line: row.line,
    name: row.name,
    outcome: row.outcome,
    why: [
      row.outcome === 'bad' ? row.why : row.outcome === 'existing' ? row.as : '',
      row.note ?? '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  })),
  id,
});

function cards(c: Context, name: string, text: string): Response {
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(text, 200, { 'Content-Type': 'text/vcard; charset=utf-8' });
}
