/** Assuage: from the client's profile to the envelope, body regions merged. */
import { evaluate } from '@assuage/safety';
import { MOMENT } from '../clients.ts';
import type { Build } from '../contender.ts';

export const assuage: Build = (engine) => ({
  name: 'Assuage: evaluate',
  prepare: (profile) => ({
    run: () => evaluate(engine, profile, MOMENT),
    limits: async () => evaluate(engine, profile, MOMENT).limits.map(({ compiled }) => compiled.id),
  }),
});
