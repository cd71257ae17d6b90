import type { MeasureResponse } from '@assuage/knowledge';
import { useId } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { TextField } from '../../components/text-field.tsx';

/** As many boxes as fit in two rows on a phone. */
const MOST_BOXES = 11;

interface MeasureQuestionProps {
  readonly question: {
    readonly id: string;
    readonly text: string;
    readonly stem?: string | undefined;
  };
  readonly response: MeasureResponse | undefined;
  /** Empty: blank. */
  readonly value: string;
  readonly onAnswer: (value: string) => void;
}

/** One question, with boxes for a few answers and a line for any number. */
export function MeasureQuestion({ question, response, value, onAnswer }: MeasureQuestionProps) {
  const id = useId();
  const { text, stem } = question;
  if (response === undefined) return null;
  const choices = choicesOf(response);
  return (
    <>
      {stem === undefined ? null : (
        <p>
          <b>{stem}</b>
        </p>
      )}
      {choices ? (
        <ChoiceList
          legend={`${text}${endsOf(response)}`}
          choices={[...choices, ['', 'Leave blank']]}
          chosen={value}
          onChoose={onAnswer}
        />
      ) : (
        <TextField
          id={id}
          label={text}
          hint={rangeOf(response)}
          inputMode="numeric"
          value={value}
          onChange={onAnswer}
        />
      )}
    </>
  );
}

function choicesOf(response: MeasureResponse): [string, string][] | undefined {
  if ('options' in response)
    return response.options.map(({ value, label }) => [String(value), label ?? String(value)]);
  const { from, to, step } = response;
  if (step !== 1 || to - from >= MOST_BOXES) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), String(from + i)]);
}

/** " (0: no pain; 10: the worst pain)" */
const endsOf = (response: MeasureResponse): string =>
  'options' in response || response.low === undefined || response.high === undefined
    ? ''
    : ` (${response.from}: ${response.low}; ${response.to}: ${response.high})`;

const rangeOf = (response: MeasureResponse): string =>
  'options' in response
    ? ''
    : `From ${response.from} to ${response.to}${response.unit === undefined ? '' : ` ${response.unit}`}. Leave it empty if it is not known.`;
