import { useRef, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { Status } from '../../components/status.tsx';
import type { Candidate, Review, Screening } from '../../state/review.ts';
import { CandidateCard } from './candidate-card.tsx';
import { libraryTexts as texts } from './library.words.ts';

const AT_ONCE = 20;
type Filter = keyof typeof texts.filters;
const FILTERS = Object.entries(texts.filters) as [Filter, string][];
const FITS: Readonly<Record<Filter, (candidate: Candidate) => boolean>> = {
  mine: ({ standing, mine }) =>
    mine === undefined && (standing.at === 'undecided' || standing.at === 'disputed'),
  disputed: ({ standing }) => standing.at === 'disputed',
  in: ({ standing }) => standing.at === 'in',
  out: ({ standing }) => standing.at === 'out',
  all: () => true,
};

interface CandidatesProps {
  readonly review: Review;
  readonly onDecide: (word: Screening) => Promise<void>;
}

/** The papers, those first that wait for whoever looks. */
export function Candidates({ review, onDecide }: CandidatesProps) {
  const [filter, setFilter] = useState<Filter>('mine');
  const [most, setMost] = useState(AT_ONCE);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const fitting = review.candidates.filter(FITS[filter]);
  const decide = async (candidate: Candidate, word: Screening) => {
    await onDecide(word);
    setSaid(texts.saved(candidate.paper.title, texts.said[word.decision]));
    // The card may be gone, and the focus with it.
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates" ref={heading} tabIndex={-1}>
        {texts.candidates}
      </h2>
      <Status>{said}</Status>
      <ChoiceList
        legend={texts.show}
        choices={FILTERS}
        chosen={filter}
        onChoose={(chosen) => {
          setFilter(chosen);
          setMost(AT_ONCE);
        }}
      />
      {fitting.length === 0 ? (
        <p>{review.candidates.length === 0 ? texts.noneHere.all : texts.noneHere[filter]}</p>
      ) : (
        <p className="hint">{texts.shown(Math.min(most, fitting.length), fitting.length)}</p>
      )}
      {fitting.slice(0, most).map((candidate) => (
        <CandidateCard
          // Another stage begins with an empty reason.
          key={`${candidate.name} ${candidate.stage} ${candidate.standing.at}`}
          candidate={candidate}
          onDecide={(word) => decide(candidate, word)}
        />
      ))}
      {fitting.length > most ? (
        <button type="button" className="button" onClick={() => setMost(most + AT_ONCE)}>
          {texts.more}
        </button>
      ) : null}
    </section>
  );
}
