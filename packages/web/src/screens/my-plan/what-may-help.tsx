import type { Fact } from '@assuage/knowledge';
import { lazy, Suspense, useState } from 'react';
import { myPlanTexts } from '../../texts.ts';

/** The studies are fetched, and the code that shows them, only when the client asks. */
const WhatMassageMayDo = lazy(() =>
  import('../evidence/what-massage-may-do.tsx').then(({ WhatMassageMayDo: Shown }) => ({
    default: Shown,
  })),
);

/** Closed, below what today will be like. Nothing where the client has no illness on record. */
export function WhatMayHelp({ conditions }: { readonly conditions: readonly Fact[] }) {
  const [isOpen, setIsOpen] = useState(false);
  return conditions.length === 0 ? null : (
    <details onToggle={({ currentTarget: { open } }) => setIsOpen((was) => was || open)}>
      <summary>{myPlanTexts.mayDo}</summary>
      {isOpen ? (
        <Suspense fallback={null}>
          <WhatMassageMayDo conditions={conditions} />
        </Suspense>
      ) : null}
    </details>
  );
}
