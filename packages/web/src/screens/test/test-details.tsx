import type { TestReport } from '@assuage/outcomes';
import { testTexts, testWorkTexts as texts } from './test.words.ts';

/** For the therapist who wants to check. Closed at first; no number here is a chance that massage helps. */
export function TestDetails({ report }: { readonly report: TestReport }) {
  const { result, completion, design } = report;
  if (!result) return null;
  const { effect, details } = result;
  const { unshrunk, randomisation, phi, sigma } = details;
  const arms = testTexts.arms[design.compares];
  const range = (mean: number, [low, high]: readonly [number, number]) =>
    texts.toTo(signed(mean), signed(low), signed(high));
  const rows: readonly (readonly [string, string])[] = [
    [texts.shrunk, range(effect.mean, effect.interval)],
    ...(unshrunk ? [[texts.unshrunk, range(unshrunk.estimate, unshrunk.interval)] as const] : []),
    ...(randomisation
      ? [
          [
            texts.randomisation,
            texts.ofOrders(
              Math.round(randomisation.p * randomisation.schedules),
              randomisation.schedules,
            ),
          ] as const,
        ]
      : []),
    [
      texts.completion,
      (['with', 'without'] as const)
        .map((arm) => `${arms[arm]} ${texts.ofOrders(completion[arm].rated, completion[arm].days)}`)
        .join(', '),
    ],
    [texts.carriesOver, two(phi)],
    [texts.spread, two(sigma)],
  ];
  return (
    <details>
      <summary>{texts.details}</summary>
      <dl className="place-rules">
        {rows.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const two = (value: number): string => value.toFixed(2);
/** With a true minus sign. */
export const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${two(Math.abs(value))}`;
