interface AnswerChoice<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
}

interface AnswerButtonsProps<Value extends string | number> {
  /** The id of the element that asks the question. */
  readonly labelledBy: string;
  readonly answers: readonly AnswerChoice<Value>[];
  /** The answer given before, when the person comes back to change it. */
  readonly chosen?: Value | undefined;
  /** `row`: side by side when there is room, as beside a question on a plan. */
  readonly layout?: 'stack' | 'row';
  readonly onAnswer: (value: Value) => void;
}

/** The common answers to a question about a fact. */
export const YES_NO_NOT_SURE = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
  { value: 'unknown', label: 'Not sure' },
] as const;

/** Buttons that answer a question at once. A click counts on release, so sliding off cancels. */
export function AnswerButtons<Value extends string | number>({
  labelledBy,
  answers,
  chosen,
  layout = 'stack',
  onAnswer,
}: AnswerButtonsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would read its legend a second time.
    <div role="group" aria-labelledby={labelledBy} className={`answers answers-${layout}`}>
      {answers.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          className="answer"
          aria-pressed={value === chosen}
          onClick={() => onAnswer(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
