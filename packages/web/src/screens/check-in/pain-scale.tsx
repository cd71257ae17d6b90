import { checkInTexts } from '../../texts.ts';
import { QUESTION } from './question-page.tsx';

interface PainScaleProps {
  readonly chosen: number | undefined;
  /** What 0 and 10 mean; left out: of pain right now. */
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly onAnswer: (rating: number) => void;
}

const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const { least, most } = checkInTexts.pain;

/** Pain, or something else, from 0 to 10 as eleven buttons, with words at both ends. */
export function PainScale({ chosen, low = least, high = most, onAnswer }: PainScaleProps) {
  const ends: Partial<Record<number, string>> = { 0: low, 10: high };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would read its legend a second time.
    <div role="group" aria-labelledby={QUESTION} className="pain-scale">
      {SCALE.map((pain) => (
        <button
          key={pain}
          type="button"
          className={`answer${ends[pain] === undefined ? '' : ' answer-end'}`}
          aria-pressed={pain === chosen}
          onClick={() => onAnswer(pain)}
        >
          {pain}
          {ends[pain] === undefined ? null : <span className="pain-end">{ends[pain]}</span>}
        </button>
      ))}
    </div>
  );
}
