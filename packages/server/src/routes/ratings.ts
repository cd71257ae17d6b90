/** What a client is asked today: to whoever may answer, and nothing else of the record. */
import type { Measures } from '@assuage/knowledge';
import {
  type FormToAsk,
  formToAsk,
  type RatingToAsk,
  ratingsToAsk,
  sessionToAskAbout,
} from '@assuage/outcomes';
import { CalendarDate, dateOf, Id, type Journal, recordOf } from '@assuage/record';
import { conditionsIn, type Engine, profileOf } from '@assuage/safety';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { isServed } from '../access/entry-rights.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';

export interface RatingsParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly engine: Engine;
  readonly measures: Measures;
  /** The id of the practice. */
  readonly practice: () => string;
  readonly today: () => string;
}

export interface RatingsView {
  /** The knowledge release that the words come from. */
  readonly release: string;
  /** In the order in which they are asked. No answer is among it, only whether there is one. */
  readonly ratings: readonly RatingToAsk[];
  /** At most one short form that is due; by a link none that an illness calls for, which would tell of it. */
  readonly form: FormToAsk | null;
  /** A session of yesterday or the day before of which nobody knows yet how it was. */
  readonly session: { readonly entry: string; readonly day: string } | null;
}

export function ratingsRoutes(parts: RatingsParts) {
  const { access, journal, engine, measures, practice, today } = parts;
  const isMedicine = (fact: string): boolean => engine.fact(fact)?.kind === 'medicine';
  return new Hono().get(
    '/api/clients/:id/ratings',
    parsed('param', v.object({ id: Id })),
    // The day where the client is: another one than here around midnight.
    parsed('query', v.object({ date: v.exactOptional(CalendarDate) })),
    async (c) => {
      const { id: client } = c.req.valid('param');
      const actor = await access.permit(c, 'write-own-answers', { client });
      if (!isServed(actor, 'score'))
        throw new ApiError('not-permitted', 'This link is for something else. Ask the practice.');
      const record = await recordOf(journal, practice(), client);
      if (!record) throw new ApiError('client-not-found', 'No client has this id.');
      const date = c.req.valid('query').date ?? today();
      const { profile } = profileOf(engine, record.statements, record.listed, date);
      const conditions = actor.kind === 'link' ? [] : conditionsIn(engine, profile);
      const session = sessionToAskAbout(record, date);
      const view: RatingsView = {
        release: measures.release,
        ratings: ratingsToAsk(measures, record, { conditions, isMedicine }, date),
        form: formToAsk(measures, record, { conditions }, date) ?? null,
        session: session ? { entry: session.entry, day: dateOf(session.on) } : null,
      };
      return c.json(view);
    },
  );
}
