import type { EvidencePages } from '@assuage/handbook';
import type { ReactNode } from 'react';
import { Status } from '../../components/status.tsx';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';
import { evidenceTexts as texts } from './evidence.words.ts';
import { loadEvidence } from './evidence-shelf.ts';

interface WithEvidenceProps {
  readonly children: (pages: EvidencePages) => ReactNode;
}

/** A part of a page that needs what studies found: on its way, not to be had with a way to try again, or here. */
export function WithEvidence({ children }: WithEvidenceProps) {
  const { loaded, again } = useLoaded(loadEvidence);
  if (loaded.status === 'here') return children(loaded.value);
  return <EvidenceNotHere loaded={loaded} again={again} />;
}

interface EvidenceNotHereProps {
  readonly loaded: Exclude<Loaded<EvidencePages>, { status: 'here' }>;
  readonly again: () => void;
}

export function EvidenceNotHere({ loaded, again }: EvidenceNotHereProps) {
  if (loaded.status === 'loading') return <Status>{loaded.isLate ? texts.loading : ''}</Status>;
  return (
    <p>
      {texts.failed}{' '}
      <button type="button" className="button" onClick={again}>
        {texts.again}
      </button>
    </p>
  );
}
