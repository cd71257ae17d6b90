import { lazy, Suspense, useState } from 'react';
import type { PlanAtWork } from './use-plan.ts';

/** The studies are fetched, and the code that shows them, only when somebody asks. */
const ClaimsAbout = lazy(() =>
  import('../evidence/claims-about.tsx').then(({ ClaimsAbout: Claims }) => ({ default: Claims })),
);

/** What people say of what is planned, with the verdict of the studies: closed, and never in the way. */
export function WhatIsSaid({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, session, standing } = plan;
  const [isOpen, setIsOpen] = useState(false);
  const { segments, alongside } = session.plan;
  const conditions = [...standing.profile.facts.values()].flatMap(({ fact, answer }) =>
    answer === 'yes' && engine.fact(fact)?.kind === 'condition' ? [fact] : [],
  );
  const techniques = [...segments, ...alongside].map(({ technique }) => technique);
  return (
    <details
      className="no-print"
      onToggle={({ currentTarget: { open } }) => setIsOpen((was) => was || open)}
    >
      <summary>What people say of this, and what studies found</summary>
      {isOpen ? (
        <Suspense fallback={null}>
          <ClaimsAbout subjects={[...conditions, ...techniques]} />
        </Suspense>
      ) : null}
    </details>
  );
}
