import { checkInTexts } from '../../texts.ts';
import { QUESTION } from './question-page.tsx';

interface PainScaleProps {
  readonly chosen: number | undefined;
  readonly onAnswer: (pain: number) => void;
}

const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const { least, most } = checkInTexts.pain;
const ENDS: Partial<Record<number, string>> = { 0: least, 10: most };

/** Pain from 0 to 10 as eleven buttons, with words at both ends. */
export function PainScale({ chosen, onAnswer }: PainScaleProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would read its legend a second time.
    <div role="group" aria-labelledby={QUESTION} className="pain-scale">
      {SCALE.map((pain) => (
        <button
          key={pain}
          type="button"
          className={`answer${ENDS[pain] === undefined ? '' : ' answer-end'}`}
          aria-pressed={pain === chosen}
          onClick={() => onAnswer(pain)}
        >
          {pain}
          {ENDS[pain] === undefined ? null : <span className="pain-end">{ENDS[pain]}</span>}
        </button>
      ))}
    </div>
  );
}
