import { dailyRatings } from '@assuage/outcomes';
import { useMemo } from 'react';
import { WordsFold } from '../../components/words-fold.tsx';
import { comparisonIn } from '../../state/comparison.ts';
import { loadMeasures } from '../../state/measures.ts';
import type { ClientHandle } from '../../state/use-client.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { reactionsBy, suspendedWays, wayName } from '../../state/ways.ts';
import { writerOf } from '../../state/writer.ts';
import type { PlanAtWork } from './use-plan.ts';
import { ComparisonView } from './ways-comparison.tsx';
import { comparisonTexts, reactionText, suitsTexts as texts } from './what-suits.words.ts';
import { CompareForm } from './what-suits-form.tsx';

const KINDS = ['technique', 'pressure'] as const;

interface WhatSuitsProps {
  readonly plan: PlanAtWork;
  readonly handle: ClientHandle;
}

/** Reactions after each way of working, and which of two suits better. It suggests; limits and plan stay as they are. */
export function WhatSuits({ plan, handle }: WhatSuitsProps) {
  const { engine, record, today } = plan;
  const { loaded, again } = useLoaded(loadMeasures);
  const measures = loaded.status === 'here' ? loaded.value : undefined;
  const held = useMemo(
    () => KINDS.flatMap((kind) => suspendedWays(engine, record, kind, today)),
    [engine, record, today],
  );
  const names = held.map((way) => wayName(engine, way));
  const comparison = useMemo(() => comparisonIn(engine, record, today), [engine, record, today]);
  if (record.sessions.length === 0 && !comparison) return null;
  return (
    <section aria-labelledby="what-suits">
      <h2 id="what-suits">{texts.title}</h2>
      {/* No number ever lifts a suspension: a person decides, with a reason that stays. */}
      {held.length === 0 ? null : (
        <>
          <p className="notice">{texts.suspended(names)}</p>
          <WordsFold
            draft={`suggest-again.${record.client.id}`}
            texts={texts.again}
            onAdd={(reason) =>
              void writerOf(plan, handle)('way-decision', {
                ways: [...held],
                decision: 'suggest-again',
                reason,
              })
            }
          />
        </>
      )}
      {comparison ? (
        <ComparisonView
          plan={plan}
          handle={handle}
          comparison={comparison}
          held={names}
          measures={measures}
        />
      ) : null}
      <AllReactions plan={plan} />
      {loaded.status === 'failed' ? (
        <p className="no-print">
          {comparisonTexts.notLoaded}{' '}
          <button type="button" className="button button-plain" onClick={again}>
            {comparisonTexts.again}
          </button>
        </p>
      ) : null}
      {!comparison || comparison.isClosed ? (
        <CompareForm plan={plan} handle={handle} ratings={measures && dailyRatings(measures)} />
      ) : null}
    </section>
  );
}

function AllReactions({ plan: { engine, record, today } }: { readonly plan: PlanAtWork }) {
  const reactions = useMemo(
    () => KINDS.map((kind) => ({ kind, counted: reactionsBy(engine, record, kind, today) })),
    [engine, record, today],
  );
  return (
    <details>
      <summary>{texts.all}</summary>
      {reactions.map(({ kind, counted }) =>
        counted.length === 0 ? null : (
          <div key={kind}>
            <h3>{texts.kinds[kind]}</h3>
            <ul className="plain-list">
              {counted.map((one) => (
                <li key={one.way}>{reactionText(one)}</li>
              ))}
            </ul>
          </div>
        ),
      )}
      <p className="hint">{texts.counting}</p>
    </details>
  );
}
