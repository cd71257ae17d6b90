import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextField } from '../../components/text-field.tsx';
import { whenSeen } from '../../components/times.ts';
import type { Candidate, Screening } from '../../state/review.ts';
import { useForm } from '../../state/use-form.ts';
import { libraryTexts as texts } from './library.words.ts';
import { PaperFacts } from './paper-facts.tsx';

interface CandidateCardProps {
  readonly candidate: Candidate;
  readonly onDecide: (word: Screening) => Promise<void>;
}

/** One paper: what it is, what was said of it, and the own word. */
export function CandidateCard({ candidate, onDecide }: CandidateCardProps) {
  const { name, paper, stage, standing, mine, isWaiting, words, extractions } = candidate;
  const [wantsChange, setWantsChange] = useState(false);
  const isSettled = standing.at === 'in' || standing.at === 'out';
  const asks = mine === undefined && !isSettled;
  return (
    <article className="reason">
      <h3>{paper.title}</h3>
      <PaperFacts paper={paper} />
      {words.length === 0 ? null : (
        <ul>
          {words.map(({ id, by, at, body }) => (
            <li key={id}>
              {texts.stages[body.stage]}.{' '}
              {(body.agreed === true ? texts.agreedOf : texts.wordOf)(
                by,
                whenSeen(at),
                texts.said[body.decision],
                body.reason,
              )}
            </li>
          ))}
        </ul>
      )}
      {asks ? (
        <p>
          <b>{texts.judge[stage]}</b>
        </p>
      ) : null}
      {isWaiting ? <p className="hint">{texts.secondNeeded}</p> : null}
      {standing.at === 'disputed' ? <p className="notice">{texts.disputed}</p> : null}
      {asks || wantsChange ? (
        <OwnWord
          of={{ kind: 'screening', paper: name, stage }}
          choices={stage === 'title' ? ['in', 'maybe', 'out'] : ['in', 'out']}
          words={texts.decisions}
          onDecide={async (word) => {
            await onDecide(word);
            setWantsChange(false);
          }}
        />
      ) : standing.at === 'disputed' ? (
        <OwnWord
          of={{ kind: 'screening', paper: name, stage, agreed: true }}
          choices={['in', 'out']}
          words={texts.settle}
          onDecide={onDecide}
        />
      ) : null}
      {mine === undefined || wantsChange ? null : (
        <button type="button" className="button button-plain" onClick={() => setWantsChange(true)}>
          {texts.change}
        </button>
      )}
      {standing.at === 'in' ? (
        <p>
          <Link to="/library/paper" search={{ name }} className="knowledge-link">
            {texts.numbers(extractions.length)}
          </Link>
        </p>
      ) : null}
    </article>
  );
}

interface OwnWordProps<Choice extends Screening['decision']> {
  readonly of: Omit<Screening, 'decision' | 'reason'>;
  readonly choices: readonly Choice[];
  readonly words: Readonly<Record<Choice, string>>;
  readonly onDecide: (word: Screening) => Promise<void>;
}

function OwnWord<Choice extends Screening['decision']>({
  of,
  choices,
  words,
  onDecide,
}: OwnWordProps<Choice>) {
  const id = useId();
  const [reason, setReason] = useState('');
  const { errors, isBusy, submit } = useForm();
  const why = reason.trim();
  const decide = (decision: Choice) => {
    const lacks = decision === 'out' && of.stage === 'full-text' && why === '';
    submit(lacks ? [{ text: texts.reasonNeeded, field: id }] : [], () =>
      onDecide({ ...of, decision, ...(why === '' ? {} : { reason: why }) }),
    );
  };
  return (
    <>
      <FormErrors title={texts.notSaved} errors={errors} />
      <TextField
        id={id}
        label={texts.reason}
        hint={texts.reasonHint[of.stage]}
        value={reason}
        onChange={setReason}
      />
      <div className="buttons">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => decide(choice)}
          >
            {words[choice]}
          </button>
        ))}
      </div>
    </>
  );
}
