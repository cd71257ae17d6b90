import { evidenceTexts as texts } from './evidence.words.ts';
import { ClaimLinks } from './evidence-links.tsx';
import { WithEvidence } from './with-evidence.tsx';

/** What is said of these conditions and techniques, then of massage of any kind, each with its verdict. */
export function ClaimsAbout({ subjects }: { readonly subjects: readonly string[] }) {
  return (
    <WithEvidence>
      {(pages) => {
        const { these, general } = pages.claimsAbout(subjects);
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
      }}
    </WithEvidence>
  );
}
