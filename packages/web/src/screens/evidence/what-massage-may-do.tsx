import { Link } from '@tanstack/react-router';
import { Status } from '../../components/status.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { myPlanTexts } from '../../texts.ts';
import { evidenceTexts as texts } from './evidence.words.ts';
import { loadEvidence } from './evidence-shelf.ts';

interface Had {
  readonly id: string;
  readonly name: string;
}

/** For the client: what studies found about massage with what they have, in plain words, from the library. */
export function WhatMassageMayDo({ conditions }: { readonly conditions: readonly Had[] }) {
  const { loaded, again } = useLoaded(loadEvidence);
  if (loaded.status === 'loading') return <Status>{loaded.isLate ? texts.loading : ''}</Status>;
  if (loaded.status === 'failed')
    return (
      <p>
        {texts.failed}{' '}
        <button type="button" className="button" onClick={again}>
          {texts.again}
        </button>
      </p>
    );
  const known = conditions.flatMap(({ id, name }) => {
    const plain = loaded.value.of(id)?.plain;
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
