/** Clients, their days and their records. */

import { may } from '@assuage/accounts';
import {
  type BookedAppointment,
  CalendarDate,
  type ClientRecord,
  Id,
  type Journal,
  NewEntry,
} from '@assuage/record';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { rightFor } from '../access/entry-rights.ts';
import type { Records } from '../access/records.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';

export interface TodayView {
  readonly date: string;
  /** In order of the appointments; a client with two appears twice. */
  readonly clients: readonly {
    readonly record: ClientRecord;
    readonly appointment: BookedAppointment;
  }[];
}

export interface ClientParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly records: Records;
  /** The id of the practice. */
  readonly practice: () => string;
  readonly today: () => string;
}

/** Whoever looks for somebody types another letter rather than read more. */
const MOST_FOUND = 100;
const ClientPath = v.object({ id: Id });
const NewEntries = v.pipe(
  v.array(NewEntry, 'must be a list of entries'),
  v.minLength(1, 'must hold at least one entry'),
  v.maxLength(500, 'must not hold more than 500 entries'),
);

export function clientRoutes({ access, journal, records, practice, today }: ClientParts) {
  const { recordFor, append } = records;
  return new Hono()
    .get(
      '/api/today',
      parsed('query', v.object({ date: v.exactOptional(CalendarDate) })),
      async (c) => {
        await access.permit(c, 'see-day');
        const date = c.req.valid('query').date ?? today();
        const booked = await journal.appointmentsOn(practice(), date);
        const clients = await Promise.all(
          booked.map(async ({ client, ...appointment }) => ({
            record: await recordFor(c, client),
            appointment,
          })),
        );
        const view: TodayView = { date, clients };
        return c.json(view);
      },
    )
    .get(
      '/api/clients',
      parsed('query', v.object({ q: v.exactOptional(v.pipe(v.string(), v.maxLength(200))) })),
      async (c) => {
        const { actor } = await access.asked(c);
        if (actor.kind === 'account' && !may(actor, 'find-clients')) {
          // A guest or a client: those they may see, and no others.
          const found = await Promise.all(
            actor.clients.map(async (client) => {
              await access.permit(c, 'find-clients', { client });
              return (await recordFor(c, client)).client;
            }),
          );
          if (found.length > 0) return c.json(found);
        }
        await access.permit(c, 'find-clients');
        const { q } = c.req.valid('query');
        if (q === undefined) return c.json(await journal.clients(practice()));
        return c.json((await journal.findClients(practice(), q, MOST_FOUND)).clients);
      },
    )
    .get('/api/clients/:id', parsed('param', ClientPath), async (c) => {
      const { id } = c.req.valid('param');
      const { actor } = await access.asked(c);
      const whole = may(actor, 'read-record', { client: id });
      await access.permit(c, whole ? 'read-record' : 'read-contact', { client: id });
      return c.json(await recordFor(c, id));
    })
    .post('/api/clients', parsed('json', NewEntry), async (c) => {
      const entry = c.req.valid('json');
      await access.permit(c, 'add-client', { client: entry.client });
      if (entry.kind !== 'client')
        throw ApiError.invalid([
          { where: 'body.kind', message: 'a new client begins with an entry of the kind "client"' },
        ]);
      const inBody = (where: string) => where.replace('[0]', 'body');
      return c.json(await append(c, [entry], entry.client, { inBody }), 201);
    })
    .post(
      '/api/clients/:id/entries',
      parsed('param', ClientPath),
      parsed('json', NewEntries),
      async (c) => {
        const { id } = c.req.valid('param');
        const entries = c.req.valid('json');
        for (const right of new Set(entries.map(rightFor)))
          await access.permit(c, right, { client: id });
        const file = entries.findIndex(({ kind }) => kind === 'file');
        if (file !== -1)
          throw ApiError.invalid([
            {
              where: `body[${file}].kind`,
              message: `a file comes with what it holds: send it to /api/clients/${id}/files`,
            },
          ]);
        return c.json(await append(c, entries, id), 201);
      },
    );
}
