import { Status } from '../../components/status.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { evidenceTexts as texts } from './evidence.words.ts';
import { ClaimLinks } from './evidence-links.tsx';
import { loadEvidence } from './evidence-shelf.ts';

/** What is said of these conditions and techniques, then of massage of any kind, each with its verdict. */
export function ClaimsAbout({ subjects }: { readonly subjects: readonly string[] }) {
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
  const { these, general } = loaded.value.claimsAbout(subjects);
  return (
    <>
      <ClaimLinks claims={these} />
      {general.length === 0 ? null : (
        <>
          <h3>{texts.ofAnyMassage}</h3>
          <ClaimLinks claims={general} />
        </>
      )}
    </>
  );
}
