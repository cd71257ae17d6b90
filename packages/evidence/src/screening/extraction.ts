/** Whether numbers read out of a paper can be true: what people copy wrong most often. */

/** Of the group with massage, then of the one it is compared with. */
export interface ReadMeans {
  readonly as: 'means';
  readonly mean1: number;
  readonly sd1: number;
  readonly n1: number;
  readonly mean2: number;
  readonly sd2: number;
  readonly n2: number;
}
export interface ReadEvents {
  readonly as: 'events';
  readonly events1: number;
  readonly n1: number;
  readonly events2: number;
  readonly n2: number;
}
/** An effect as printed, with its 95% interval. */
export interface ReadEffect {
  readonly as: 'effect';
  readonly measure: 'SMD' | 'MD' | 'RR' | 'OR';
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** 0 to 1. */
  readonly p?: number | undefined;
}
export type ReadNumbers = ReadMeans | ReadEvents | ReadEffect;

export interface NumberProblem {
  /** `impossible`: refused. `doubtful`: kept when the reader says why. */
  readonly is: 'impossible' | 'doubtful';
  /** The number it is about. */
  readonly at: string;
  readonly why: string;
}

/** Copies of papers turn "−1.14" into "21.14"; no real effect is as large as that. */
const LARGEST_STANDARDISED = 5;

/** @returns nothing where the numbers can be true */
export function numberProblems(numbers: ReadNumbers): NumberProblem[] {
  switch (numbers.as) {
    case 'means':
      return meansProblems(numbers);
    case 'events':
      return ([1, 2] as const).flatMap((arm) =>
        numbers[`events${arm}`] > numbers[`n${arm}`]
          ? [
              impossible(
                `events${arm}`,
                `${numbers[`events${arm}`]} events are more than the ${numbers[`n${arm}`]} people of the group`,
              ),
            ]
          : [],
      );
    case 'effect':
      return effectProblems(numbers);
  }
}

function meansProblems(numbers: ReadMeans): NumberProblem[] {
  const { mean1, sd1, n1, mean2, sd2, n2 } = numbers;
  const wrong = ([1, 2] as const).flatMap((arm) => [
    ...(numbers[`sd${arm}`] > 0 ? [] : [impossible(`sd${arm}`, 'a standard deviation is above 0')]),
    ...(numbers[`n${arm}`] >= 2
      ? []
      : [impossible(`n${arm}`, 'a group with a standard deviation has 2 people or more')]),
  ]);
  if (wrong.length > 0) return wrong;
  const pooled = Math.sqrt(((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / (n1 + n2 - 2));
  const d = (mean1 - mean2) / pooled;
  return Math.abs(d) > LARGEST_STANDARDISED
    ? [
        impossible(
          'mean1',
          `the groups lie ${Math.abs(d).toFixed(1)} standard deviations apart, and more than ${LARGEST_STANDARDISED} is refused: was a standard error taken for a standard deviation, or a minus sign for a digit?`,
        ),
      ]
    : [];
}

function effectProblems({ measure, estimate, low, high, p }: ReadEffect): NumberProblem[] {
  const isRatio = measure === 'RR' || measure === 'OR';
  if (low > high)
    return [impossible('low', `the interval ${low} to ${high} is the wrong way round`)];
  if (isRatio && low <= 0)
    return [impossible('low', 'a ratio is above 0: was its logarithm copied, or is a sign wrong?')];
  if (estimate < low || estimate > high)
    return [
      impossible(
        'estimate',
        `the estimate ${estimate} lies outside its own interval ${low} to ${high}`,
      ),
    ];
  if (measure === 'SMD' && [estimate, low, high].some((n) => Math.abs(n) > LARGEST_STANDARDISED))
    return [
      impossible(
        'estimate',
        `a standardised effect beyond ${LARGEST_STANDARDISED} is refused: copies of papers turn a minus sign into a digit ("−1.14" into "21.14")`,
      ),
    ];
  const none = isRatio ? 1 : 0;
  // A bound that was rounded to "no difference" says neither.
  if (p === undefined || low === none || high === none) return [];
  // An interval of 95% leaves out "no difference" exactly when p is below 0.05.
  const leavesOut = low > none || high < none;
  return p < 0.05 === leavesOut
    ? []
    : [
        {
          is: 'doubtful',
          at: 'p',
          why: `p ${p} and the interval ${low} to ${high} disagree about ${none}: read both again`,
        },
      ];
}

const impossible = (at: string, why: string): NumberProblem => ({ is: 'impossible', at, why });
