import { Link } from '@tanstack/react-router';
import { TextArea } from '../../components/text-area.tsx';
import { checkInTexts } from '../../texts.ts';
import type { SummaryLine } from './summary.ts';

const { wish, wishHint, change, send } = checkInTexts.check;

interface CheckAnswersProps {
  readonly client: string;
  readonly lines: readonly SummaryLine[];
  readonly wish: string;
  readonly isSending: boolean;
  readonly onWish: (wish: string) => void;
  readonly onSend: () => void;
}

/** All answers, each with a way to change it; one box for words; and the button that sends. */
export function CheckAnswers({
  client,
  lines,
  wish: said,
  isSending,
  onWish,
  onSend,
}: CheckAnswersProps) {
  return (
    <>
      <dl className="summary">
        {lines.map(({ step, question, answer }) => (
          <div key={step}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
            <dd>
              <Link
                className="button button-plain"
                to="/check-in/$id"
                params={{ id: client }}
                search={{ q: step }}
              >
                {change}
                <span className="visually-hidden"> {question}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <TextArea label={wish} hint={wishHint} value={said} onChange={onWish} />
      <div className="main-action">
        <button
          type="button"
          className="button button-main"
          aria-disabled={isSending}
          onClick={() => isSending || onSend()}
        >
          {send}
        </button>
      </div>
    </>
  );
}
