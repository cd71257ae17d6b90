/** How long every record is kept, holds, and what is left of those that were destroyed. */
import { randomUUIDv7 } from 'node:crypto';
import { type Jurisdiction, type Retention, retentionOf } from '@assuage/jurisdiction';
import { Id, type Journal, type KeptRecord, type Practice, type Tombstone } from '@assuage/record';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';

export interface RetentionView {
  /** By name. */
  readonly records: readonly (KeptRecord & Retention)[];
  /** The newest first. */
  readonly tombstones: readonly Tombstone[];
}

export interface RetentionParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly practice: () => Practice;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly now: () => Date;
}

const NewHold = v.strictObject({
  reason: v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, 'a hold needs its reason'),
    v.maxLength(1000, 'must not be longer than 1000 characters'),
  ),
});

export function retentionRoutes({ access, journal, practice, jurisdictions, now }: RetentionParts) {
  return new Hono()
    .get('/api/retention', async (c) => {
      await access.permit(c, 'see-retention');
      const { id, jurisdiction } = practice();
      const place = jurisdictions.find((one) => one.id === jurisdiction);
      const records = await journal.retention.records(id);
      const view: RetentionView = {
        records: records.map((record) => ({ ...record, ...retentionOf(place, record) })),
        tombstones: await journal.retention.tombstones(id),
      };
      return c.json(view);
    })
    .post(
      '/api/retention/:client/holds',
      parsed('param', v.object({ client: Id })),
      parsed('json', NewHold),
      async (c) => {
        const { client } = c.req.valid('param');
        const actor = await access.permit(c, 'hold-record', { client });
        await journal.retention.hold(practice().id, {
          ...c.req.valid('json'),
          id: randomUUIDv7(),
          client,
          placedBy: actor.kind === 'nobody' ? '' : actor.name,
          placedAt: now().toISOString(),
        });
        return c.json({}, 201);
      },
    )
    .delete(
      '/api/retention/:client/holds/:hold',
      parsed('param', v.object({ client: Id, hold: Id })),
      async (c) => {
        const { client, hold } = c.req.valid('param');
        const actor = await access.permit(c, 'hold-record', { client });
        const by = actor.kind === 'nobody' ? '' : actor.name;
        const at = now().toISOString();
        if (!(await journal.retention.lift(practice().id, client, hold, by, at)))
          throw new ApiError('not-found', 'No such hold stands. Load the page again.');
        return c.json({});
      },
    );
}
