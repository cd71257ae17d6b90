import type { Engine } from '@assuage/safety';
import { useState } from 'react';
import type { Mark } from '../../body-map/marks.ts';
import { AnswerButtons, YES_NO_NOT_SURE } from '../../components/answer-buttons.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { checkInTexts, checkInWords } from '../../texts.ts';
import type { FollowUpAnswer } from './draft.ts';
import { type FollowUp, factAnswer } from './follow-ups.ts';
import { MapQuestion } from './map-question.tsx';
import { QUESTION } from './question-page.tsx';

interface FollowUpQuestionProps {
  readonly engine: Engine;
  readonly followUp: FollowUp;
  readonly onAnswer: (answer: FollowUpAnswer) => void;
  readonly onError: (hasError: boolean) => void;
}

/** A question from the safety engine, answered as its kind asks. */
export function FollowUpQuestion(props: FollowUpQuestionProps) {
  switch (props.followUp.question.kind) {
    case 'where':
      return <Where {...props} />;
    case 'number':
      return <HowMany {...props} />;
    default:
      return <YesNo {...props} />;
  }
}

function YesNo({ followUp: { question, answer }, onAnswer }: FollowUpQuestionProps) {
  return (
    <AnswerButtons
      labelledBy={QUESTION}
      answers={YES_NO_NOT_SURE}
      chosen={answer?.kind === 'yes-no' ? factAnswer(question, answer.answer) : undefined}
      onAnswer={(said) =>
        onAnswer({ kind: 'yes-no', fact: question.id, answer: factAnswer(question, said) })
      }
    />
  );
}

function Where({ engine, followUp: { question, answer }, onAnswer }: FollowUpQuestionProps) {
  const [marks, setMarks] = useState<readonly Mark[]>(() =>
    answer?.kind === 'where' ? answer.places.map((place) => ({ kind: 'finding', place })) : [],
  );
  const fact = engine.fact(question.id);
  return (
    <MapQuestion
      body={engine.body}
      kind="finding"
      offer={fact?.kind === 'finding' && fact.places === 'joint' ? 'joints' : 'anywhere'}
      marks={marks}
      nothing={checkInTexts.jointWhere.clear}
      onChange={setMarks}
      onDone={() =>
        onAnswer({ kind: 'where', fact: question.id, places: marks.map(({ place }) => place) })
      }
    />
  );
}

function HowMany({
  engine,
  followUp: { question, answer },
  onAnswer,
  onError,
}: FollowUpQuestionProps) {
  const [text, setText] = useState(
    answer?.kind === 'number' && answer.value !== null ? String(answer.value) : '',
  );
  const [mistakes, setMistakes] = useState(0);
  const fact = engine.fact(question.id);
  const quantity = fact?.kind === 'finding' ? fact.quantity : undefined;
  const { unit, min, max } = quantity ?? { unit: '', min: 0, max: Number.MAX_SAFE_INTEGER };
  const value = Number(text.trim().replace(',', '.'));
  const isGood = text.trim() !== '' && value >= min && value <= max;
  const goOn = () => {
    if (isGood) return onAnswer({ kind: 'number', fact: question.id, value });
    setMistakes(mistakes + 1);
    onError(true);
  };
  return (
    <>
      {mistakes > 0 ? (
        <ErrorSummary
          key={mistakes}
          title={question.text}
          errors={[{ text: checkInWords.numberError(min, max), field: 'how-many' }]}
        />
      ) : null}
      <div className="field">
        <label htmlFor="how-many">{checkInWords.number(unit)}</label>
        <input
          id="how-many"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="main-action">
        <button type="button" className="button button-main" onClick={goOn}>
          {checkInWords.goOn}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => onAnswer({ kind: 'number', fact: question.id, value: null })}
        >
          {checkInWords.notSure}
        </button>
      </div>
    </>
  );
}
