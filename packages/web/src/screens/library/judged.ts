/** The practice's own judgement of one finding, as it is typed and as it counts. Pure. */
import { CERTAINTIES, DOMAINS, type Evidence } from '@assuage/knowledge';
import type { CertaintyChange, Done } from '../../state/review.ts';

export type Finding = Evidence['findings'][number];
export type Judged = NonNullable<CertaintyChange['judged']>;
export type Domain = (typeof DOMAINS)[number];

/** One box for each reason of GRADE. */
export interface TypedStep {
  readonly steps: '0' | '1' | '2';
  readonly because: string;
}
export interface TypedJudgement {
  readonly start: Judged['start'];
  readonly down: Readonly<Record<Domain, TypedStep>>;
}

/** The form as it begins: as the practice judges now, or as the knowledge does. */
export function typedFrom({ start, down }: Pick<Judged, 'start' | 'down'>): TypedJudgement {
  const boxes = DOMAINS.map((domain): [Domain, TypedStep] => {
    const found = down.find((one) => one.for === domain);
    return [
      domain,
      found ? { steps: found.steps === 1 ? '1' : '2', because: found.because } : NO_STEP,
    ];
  });
  // Every domain is in the list.
  return { start, down: Object.fromEntries(boxes) as Record<Domain, TypedStep> };
}
const NO_STEP: TypedStep = { steps: '0', because: '' };

/** What is typed, with what it leaves: from where it starts less every step, and never below very low. */
export function judgedFrom({ start, down }: TypedJudgement): Judged {
  const taken = DOMAINS.flatMap((domain): Judged['down'] => {
    const { steps, because } = down[domain];
    return steps === '0'
      ? []
      : [{ for: domain, steps: steps === '1' ? 1 : 2, because: because.trim() }];
  });
  const steps = taken.reduce((sum, one) => sum + one.steps, 0);
  const certainty = CERTAINTIES[Math.max(0, CERTAINTIES.indexOf(start) - steps)] ?? 'very-low';
  return { start, down: taken, certainty };
}

/** The changes of one finding, oldest first. */
export const changesOf = (
  changes: readonly Done<CertaintyChange>[],
  condition: string,
  finding: Pick<Finding, 'outcome' | 'against'>,
): readonly Done<CertaintyChange>[] =>
  changes.filter(
    ({ body }) =>
      body.condition === condition &&
      body.outcome === finding.outcome &&
      body.against === finding.against,
  );
