/** What the finished within-person tests of other people here say before the next one begins. */
import type { Measures } from '@assuage/knowledge';
import {
  COMPARED,
  FEWEST_FOR_PRIOR,
  newestEffect,
  type PracticePrior,
  practicePrior,
  sumsOf,
} from '@assuage/outcomes';
import { Id, type Journal, recordOf } from '@assuage/record';
import type { Engine } from '@assuage/safety';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';

export interface ResultsParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly engine: Engine;
  readonly measures: Measures;
  /** The id of the practice. */
  readonly practice: () => string;
  readonly today: () => string;
}

export interface PriorView {
  /** Null while fewer than ten other people have finished such a test. */
  readonly prior: PracticePrior | null;
}

const Asked = v.object({
  measure: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  compares: v.picklist(COMPARED, `must be one of: ${COMPARED.join(', ')}`),
});

export function resultsRoutes(parts: ResultsParts) {
  const { access, journal, engine, measures, practice, today } = parts;
  const isMedicine = (fact: string): boolean => engine.fact(fact)?.kind === 'medicine';
  return new Hono().get(
    '/api/clients/:id/prior',
    parsed('param', v.object({ id: Id })),
    parsed('query', Asked),
    async (c) => {
      const { id: client } = c.req.valid('param');
      const { measure, compares } = c.req.valid('query');
      await access.permit(c, 'write-record', { client });
      if (!measures.measures.some(({ id }) => id === measure))
        throw new ApiError('not-found', `There is no measure ${measure}.`);
      const others = (await journal.tested(practice())).filter((id) => id !== client);
      const effects = [];
      for (const other of others.length < FEWEST_FOR_PRIOR ? [] : others) {
        const record = await recordOf(journal, practice(), other);
        const effect =
          record && newestEffect(measure, compares, measures, record, isMedicine, today());
        if (effect) effects.push(effect);
      }
      const view: PriorView = {
        prior:
          effects.length < FEWEST_FOR_PRIOR
            ? null
            : { ...practicePrior(sumsOf(effects)), people: effects.length },
      };
      return c.json(view);
    },
  );
}
