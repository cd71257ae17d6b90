import { positionsOut } from '@assuage/safety';
import { POSITION_WORDS } from '../../components/session.words.ts';
import { bodyToday } from '../../state/choices.ts';
import { alsoPossible, techniqueName } from '../../state/techniques.ts';
import type { PlanAtWork } from './use-plan.ts';
import { WhatIsSaid } from './what-is-said.tsx';

/** What the plan uses, what else would be inside the limits, and how the client can lie. */
export function Use({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, record, practice, session, today } = plan;
  const { segments, alongside, positions } = session.plan;
  const used = [...new Set(segments.map(({ technique }) => technique))];
  const others = alsoPossible(engine, session.envelope, practice.therapist.training).filter(
    ({ id }) => !used.includes(id),
  );
  const { positionsAsked } = bodyToday(record, today);
  const out = positionsOut(session.envelope).map((position) => POSITION_WORDS[position]);
  return (
    <section aria-labelledby="use">
      <h2 id="use">Use</h2>
      {used.length === 0 ? <p>Nothing is planned.</p> : null}
      <ul className="plain-list">
        {used.map((technique) => (
          <li key={technique}>
            <b>{techniqueName(engine, technique)}</b>
          </li>
        ))}
        {alongside.map(({ technique, sentence }) => (
          <li key={technique}>{sentence}</li>
        ))}
      </ul>
      {others.length > 0 ? (
        <details className="no-print">
          <summary>Also inside the limits</summary>
          <ul className="plain-list">
            {others.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p>
        <b>Position:</b>{' '}
        {positions.length === 0
          ? 'none planned'
          : positions.map((position) => POSITION_WORDS[position]).join(', then ')}
        {out.length === 0 ? '' : `. Not: ${out.join(', ')}`}
        {positionsAsked ? '' : '. Not asked yet which ones the client can manage'}
      </p>
      <WhatIsSaid plan={plan} />
    </section>
  );
}
