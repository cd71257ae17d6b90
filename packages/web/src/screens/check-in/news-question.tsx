import { useState } from 'react';
import { AnswerButtons } from '../../components/answer-buttons.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { checkInTexts, checkInWords } from '../../texts.ts';
import { NEW_THINGS, type NewThing } from './new-things.ts';
import { QUESTION } from './question-page.tsx';

const { nothing, tick, choices, error, errorHelp } = checkInTexts.news;

interface NewsQuestionProps {
  readonly chosen: readonly NewThing[] | undefined;
  readonly onAnswer: (news: readonly NewThing[]) => void;
  readonly onError: (hasError: boolean) => void;
}

/** "Nothing new" in one tap; or tick what is new, then Continue. */
export function NewsQuestion({ chosen, onAnswer, onError }: NewsQuestionProps) {
  const [ticked, setTicked] = useState<readonly NewThing[]>(chosen ?? []);
  const [mistakes, setMistakes] = useState(0);
  const goOn = () => {
    if (ticked.length > 0) return onAnswer(ticked);
    setMistakes(mistakes + 1);
    onError(true);
  };
  const toggle = (thing: NewThing) => {
    setMistakes(0);
    onError(false);
    setTicked(
      ticked.includes(thing) ? ticked.filter((other) => other !== thing) : [...ticked, thing],
    );
  };
  return (
    <>
      {mistakes > 0 ? (
        <ErrorSummary
          key={mistakes}
          title={error}
          errors={[{ text: errorHelp, field: NEW_THINGS[0] }]}
        />
      ) : null}
      <AnswerButtons
        labelledBy={QUESTION}
        answers={[{ value: 'nothing', label: nothing }]}
        chosen={chosen?.length === 0 ? 'nothing' : undefined}
        onAnswer={() => onAnswer([])}
      />
      <fieldset className="choices">
        <legend>{tick}</legend>
        {NEW_THINGS.map((thing) => (
          <label key={thing} className="choice">
            <input
              id={thing}
              type="checkbox"
              checked={ticked.includes(thing)}
              onChange={() => toggle(thing)}
            />
            <span>{choices[thing]}</span>
          </label>
        ))}
      </fieldset>
      <div className="main-action">
        <button type="button" className="button button-main" onClick={goOn}>
          {checkInWords.goOn}
        </button>
      </div>
    </>
  );
}
