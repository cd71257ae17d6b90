import type { EvidencePages } from '@assuage/handbook';
import { Link } from '@tanstack/react-router';
import { myPlanTexts } from '../../texts.ts';
import { WithEvidence } from './with-evidence.tsx';

interface Had {
  readonly id: string;
  readonly name: string;
}

/** For the client: what studies found about massage with what they have, in plain words, from the library. */
export function WhatMassageMayDo({ conditions }: { readonly conditions: readonly Had[] }) {
  return <WithEvidence>{(pages) => <Known pages={pages} conditions={conditions} />}</WithEvidence>;
}

interface KnownProps {
  readonly pages: EvidencePages;
  readonly conditions: readonly Had[];
}

function Known({ pages, conditions }: KnownProps) {
  const known = conditions.flatMap(({ id, name }) => {
    const plain = pages.of(id)?.plain;
    return plain === undefined ? [] : [{ id, name, plain }];
  });
  if (known.length === 0) return <p>{myPlanTexts.notLooked}</p>;
  return known.map(({ id, name, plain }) => (
    <div key={id}>
      <h3>
        <Link to="/knowledge/$id" params={{ id }} className="knowledge-link">
          {name}
        </Link>
      </h3>
      <p>{plain}</p>
    </div>
  ));
}
