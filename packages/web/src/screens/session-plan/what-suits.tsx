import { useMemo } from 'react';
import { reactionsBy, suspendedWays } from '../../state/ways.ts';
import type { PlanAtWork } from './use-plan.ts';
import { reactionText, suitsTexts as texts } from './what-suits.words.ts';

const KINDS = ['technique', 'pressure'] as const;

/** Reactions after each way of working. It suggests; limits and plan stay as they are. */
export function WhatSuits({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, record, today } = plan;
  const reactions = useMemo(
    () => KINDS.map((kind) => ({ kind, counted: reactionsBy(engine, record, kind, today) })),
    [engine, record, today],
  );
  const held = useMemo(
    () => KINDS.flatMap((kind) => suspendedWays(engine, record, kind, today)),
    [engine, record, today],
  );
  if (record.sessions.length === 0) return null;
  return (
    <section aria-labelledby="what-suits">
      <h2 id="what-suits">{texts.title}</h2>
      {held.length === 0 ? null : <p className="notice">{texts.suspended(held)}</p>}
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
    </section>
  );
}
