/** How sure a finding is, after GRADE: where it starts, and each step down with its reason. */
import type { Evidence, Study } from '@assuage/knowledge';

type Finding = Evidence['findings'][number];
export type Certainty = Finding['certainty'];
type Domain = Finding['down'][number]['for'];

export interface Downgrade {
  readonly domain: Domain;
  readonly steps: 1 | 2;
  readonly because: string;
  /** What is left after it. */
  readonly left: Certainty;
}

/**
 * A finding with the way from where its studies start to what is left.
 *
 * @source Guyatt et al. (2011) GRADE guidelines: 1. Introduction. Journal of Clinical Epidemiology 64:383-394:
 *   randomised trials start high and others low, and five domains lower by one or two levels each
 */
export interface GradedFinding extends Omit<Finding, 'down' | 'studies'> {
  readonly down: readonly Downgrade[];
  readonly studies: readonly Study[];
}

const LEVELS: readonly Certainty[] = ['very-low', 'low', 'moderate', 'high'];

export function gradeFinding(finding: Finding, studies: ReadonlyMap<string, Study>): GradedFinding {
  let level = LEVELS.indexOf(finding.start);
  return {
    ...finding,
    down: finding.down.map(({ for: domain, steps, because }) => {
      level = Math.max(0, level - steps);
      return { domain, steps, because, left: LEVELS[level] ?? 'very-low' };
    }),
    studies: finding.studies.flatMap((id) => studies.get(id) ?? []),
  };
}
