import { type Answer, answer, refuse } from './answer.ts';
import { fromTable, type Table } from './effect-size.ts';
import { type Coefficient, coefficientOf } from './model.ts';

export interface MantelHaenszel {
  /** On the logarithmic scale. */
  readonly pooled: Coefficient;
  /** Q of the studies around it. */
  readonly q: number;
}

/**
 * The common ratio of several tables by Mantel and Haenszel, which needs no correction of zeros: the variance of
 * the log risk ratio by Greenland and Robins (1985, Biometrics 41:55), of the log odds ratio by Robins, Breslow
 * and Greenland (1986, Biometrics 42:311).
 */
export function mantelHaenszel(
  measure: 'RR' | 'OR',
  tables: readonly Table[],
): Answer<MantelHaenszel> {
  let [up, down, first, mixed, second] = [0, 0, 0, 0, 0];
  const effects: { yi: number; vi: number }[] = [];
  for (const [i, table] of tables.entries()) {
    const effect = fromTable(measure, table);
    if (!effect.ok) return refuse(`study ${i + 1}: ${effect.why}`);
    effects.push(effect.value);
    const { a, b, c, d } = table;
    const [n1, n2] = [a + b, c + d];
    const n = n1 + n2;
    if (measure === 'RR') {
      up += (a * n2) / n;
      down += (c * n1) / n;
      first += (n1 * n2 * (a + c)) / n ** 2 - (a * c) / n;
    } else {
      const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
      up += r;
      down += s;
      first += p * r;
      mixed += p * s + q * r;
      second += q * s;
    }
  }
  if (!(up > 0 && down > 0)) return refuse('one arm had no events in any study: there is no ratio');
  const estimate = Math.log(up / down);
  const variance =
    measure === 'RR'
      ? first / (up * down)
      : first / (2 * up ** 2) + mixed / (2 * up * down) + second / (2 * down ** 2);
  const pooled = coefficientOf('pooled', estimate, Math.sqrt(variance), null);
  const q = effects.reduce((all, { yi, vi }) => all + (yi - estimate) ** 2 / vi, 0);
  return answer({ pooled, q });
}
