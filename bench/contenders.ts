import type { Engine, Profile } from '@assuage/safety';
import type { Contender } from './contender.ts';
import { assuage } from './engines/assuage.ts';
import { jsonRulesEngine } from './engines/json-rules-engine.ts';
import { straightLine } from './engines/straight-line.ts';
import { zenExpression, zenTable } from './engines/zen.ts';
import { plainRules } from './rules.ts';

/** Assuage first: the others are compared with it. */
export function contendersFor(engine: Engine): Contender[] {
  const rules = plainRules(engine.knowledge);
  return [assuage, straightLine, zenExpression, zenTable, jsonRulesEngine].map((build) =>
    build(engine, rules),
  );
}

/** @returns one line for each contender and client whose limits are not those of the first contender */
export async function disagreements(
  [first, ...others]: readonly Contender[],
  clients: ReadonlyMap<string, Profile>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [client, profile] of clients) {
    const wanted = new Set(await first?.prepare(profile).limits());
    for (const { name, prepare } of others) {
      const got = new Set(await prepare(profile).limits());
      const missing = [...wanted.difference(got)].map((id) => `misses ${id}`);
      const extra = [...got.difference(wanted)].map((id) => `adds ${id}`);
      const differences = [...missing, ...extra];
      if (differences.length > 0) found.push(`${name}, "${client}": ${differences.join(', ')}`);
    }
  }
  return found;
}
