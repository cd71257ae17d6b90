import { useId, useState } from 'react';
import { useDraft } from '../../state/use-draft.ts';
import type { PlanAtWork } from './use-plan.ts';

interface NumberAnswerProps {
  /** The id of the element that asks the question. */
  readonly label: string;
  readonly fact: string;
  readonly plan: PlanAtWork;
  readonly value: number | undefined;
  readonly isUnknown: boolean;
  readonly onAnswered: () => void;
}

/** A number in the fact's unit, or "Not sure". */
export function NumberAnswer({
  label,
  fact,
  plan,
  value,
  isUnknown,
  onAnswered,
}: NumberAnswerProps) {
  const known = plan.engine.fact(fact);
  const quantity = known?.kind === 'finding' ? known.quantity : undefined;
  const said = value === undefined ? '' : String(value);
  // Another answer is another draft.
  const [typed, setTyped] = useDraft(
    `number.${plan.record.client.id}.${plan.today}.${fact}.${said}`,
    (kept) => (typeof kept === 'string' ? kept : said),
  );
  const [problem, setProblem] = useState('');
  const problemId = useId();
  const unitId = useId();
  const submit = () => {
    const number = Number(typed.replace(',', '.'));
    const isFit =
      typed.trim() !== '' &&
      quantity !== undefined &&
      number >= quantity.min &&
      number <= quantity.max;
    if (!isFit) {
      setProblem(
        quantity === undefined
          ? 'Write a number.'
          : `Write a number from ${quantity.min} to ${quantity.max}.`,
      );
      return;
    }
    setProblem('');
    onAnswered();
    plan.answer({ fact, answer: 'yes', value: number });
  };
  return (
    <form
      className="answers answers-row number-answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={`${label} ${unitId}`}
        aria-invalid={problem !== ''}
        aria-describedby={problemId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span id={unitId} className="number-unit">
        {quantity?.unit}
      </span>
      <button type="submit" className="answer" aria-pressed={value !== undefined}>
        Save number
      </button>
      <button
        type="button"
        className="answer"
        aria-pressed={isUnknown}
        onClick={() => {
          setProblem('');
          onAnswered();
          plan.answer({ fact, answer: 'unknown' });
        }}
      >
        Not sure
      </button>
      <p id={problemId} role="alert" className="field-error">
        {problem}
      </p>
    </form>
  );
}
