import type { CandidatePaper } from '../../state/review.ts';
import { libraryTexts as texts } from './library.words.ts';

/** Of a longer list the first three are named. */
const AUTHORS_NAMED = 3;

/** Who wrote it, where it is, and what it says of itself. */
export function PaperFacts({ paper }: { readonly paper: CandidatePaper }) {
  const { authors, journal, year, pmid, doi, abstract, types } = paper;
  const named = authors.slice(0, AUTHORS_NAMED).join(', ');
  const line = [
    authors.length > AUTHORS_NAMED ? `${named} et al.` : named,
    journal,
    year,
    types.join(', '),
  ].filter((part) => part !== undefined && part !== '');
  return (
    <>
      <p>{line.join(' · ')}</p>
      <p>
        {pmid === undefined ? null : (
          <a href={`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`} target="_blank" rel="noreferrer">
            {texts.pubmed} ({pmid})
          </a>
        )}{' '}
        {doi === undefined ? null : (
          <a href={`https://doi.org/${encodeURI(doi)}`} target="_blank" rel="noreferrer">
            {texts.doi}
          </a>
        )}
      </p>
      {abstract === undefined ? (
        <p className="hint">{texts.noAbstract}</p>
      ) : (
        <details>
          <summary>{texts.abstract}</summary>
          <p>{abstract}</p>
        </details>
      )}
    </>
  );
}
