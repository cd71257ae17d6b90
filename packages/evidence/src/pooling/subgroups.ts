import { chiSquaredCdf } from '@assuage/statistics';
import { type Answer, all, answer, refuse } from './answer.ts';
import type { Effect } from './effect.ts';
import { type Fit, type Model, type Moderator, pool } from './model.ts';

/** Each subgroup pooled by itself, with its own spread, and whether the pooled effects differ. */
export interface Subgroups {
  readonly groups: readonly { readonly name: string; readonly fit: Fit }[];
  /** Cochran's Q of the pooled effects around their common mean, with its χ² test. */
  readonly between: { readonly q: number; readonly df: number; readonly p: number };
}

/** One name per study; the groups come in the order of the alphabet. */
export function subgroups(
  effects: readonly Effect[],
  names: readonly string[],
  model: Model,
): Answer<Subgroups> {
  const order = levels(effects, names);
  if (!order.ok) return order;
  const fits = all(
    order.value.map((name): Answer<{ name: string; fit: Fit }> => {
      const fit = pool(
        effects.filter((_, i) => names[i] === name),
        model,
      );
      return fit.ok ? answer({ name, fit: fit.value }) : refuse(`subgroup ${name}: ${fit.why}`);
    }),
  );
  if (!fits.ok) return fits;
  const pooled = fits.value.map(({ fit }) => {
    const [{ estimate, se }] = fit.coefficients;
    return { yi: estimate, vi: se ** 2 };
  });
  const common = pool(pooled, { method: 'FE', test: 'z' });
  if (!common.ok) return common;
  const { q, df } = common.value.heterogeneity;
  return answer({
    groups: fits.value,
    between: { q, df, p: chiSquaredCdf(q, df, 'upper') },
  });
}

/**
 * The subgroups in one model with a spread in common: the intercept is the first group, each further coefficient
 * how much another differs from it, and `omnibus` whether any does.
 */
export function subgroupModel(
  effects: readonly Effect[],
  names: readonly string[],
  model: Omit<Model, 'moderators'>,
): Answer<Fit> {
  const order = levels(effects, names);
  if (!order.ok) return order;
  const moderators: Moderator[] = order.value.slice(1).map((name) => ({
    name,
    values: names.map((each) => (each === name ? 1 : 0)),
  }));
  return pool(effects, { ...model, moderators });
}

function levels(effects: readonly Effect[], names: readonly string[]): Answer<string[]> {
  if (names.length !== effects.length)
    return refuse(`${names.length} subgroup names for ${effects.length} studies`);
  const order = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
  return order.length > 1 ? answer(order) : refuse('all studies are in one subgroup');
}
