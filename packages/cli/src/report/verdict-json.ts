/** A verdict for programs. */
import { fiftyDots, threeNumbers } from '@assuage/outcomes';
import type { Judged } from './judged.ts';

/** Before the end of a test only what may be said then: its numbers are left out. */
export function verdictJson({ question, found, said, courses, test }: Judged): string {
  const result = found.level === 'test' && found.state === 'final' ? found.result : undefined;
  const json = {
    question,
    ...said,
    verdict:
      found.level === 'test' && found.state !== 'final'
        ? { ...found, result: undefined, stopEarly: found.result?.stopEarly }
        : found,
    ...(result && { outOf100: threeNumbers(result.chances), dots: fiftyDots(result.chances) }),
    ...(test ? { also: test.secondary } : courses.length > 0 && { also: courses }),
    ...(test?.fixed && {
      fixed: { hash: test.fixed.hash, prior: test.fixed.prior, isUnaltered: true },
    }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
