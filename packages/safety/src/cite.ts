/** Citations with the sources that they name, and how sure these make a limit. */
import type { Citation, Knowledge, Limit, Source, Strength } from '@assuage/knowledge';

export interface CitedSource extends Omit<Source, 'kind'> {
  readonly locator: string;
  readonly says?: string;
}
/** strong: several good studies · some: a trial or a review · expert: guideline, textbook, professional body · guess: one person's page, or our own judgement. */
export type Sure = 'strong' | 'some' | 'expert' | 'guess';

const SURE: Record<Strength, Sure> = {
  guideline: 'expert',
  textbook: 'expert',
  'professional-body': 'expert',
  review: 'some',
  trial: 'some',
  'opinion-page': 'guess',
};
const SURE_ORDER: readonly Sure[] = ['strong', 'some', 'expert', 'guess'];

export function createCiter(
  knowledge: Knowledge,
): (citations: readonly Citation[]) => CitedSource[] {
  const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
  return (citations) =>
    citations.flatMap(({ source: id, locator, says }) => {
      const source = sources.get(id);
      if (!source) return [];
      const { kind: _, ...rest } = source;
      return [{ ...rest, locator, ...(says === undefined ? {} : { says }) }];
    });
}

/** @param sources of the limit */
export const sureOf = (basis: Limit['basis'], sources: readonly CitedSource[]): Sure =>
  basis === 'judgement'
    ? 'guess'
    : (SURE_ORDER.find((sure) => sources.some(({ strength }) => SURE[strength] === sure)) ??
      'guess');
