import { Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { knowledgeTexts as texts } from './knowledge.words.ts';

interface WaysOutProps {
  /** How many rules stand further down this page. */
  readonly rules?: number;
}

/** Back to where the person came from (a plan, say), to the list of everything, and down to the rules. */
export function WaysOut({ rules = 0 }: WaysOutProps) {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <nav aria-label={texts.title} className="knowledge-ways no-print">
      {canGoBack ? (
        <button type="button" className="button button-plain" onClick={() => router.history.back()}>
          {texts.back}
        </button>
      ) : null}
      <Link to="/knowledge" className="button button-plain">
        {texts.all}
      </Link>
      {rules === 0 ? null : (
        <Link to="." hash="rules" className="button button-plain">
          {texts.toRules(rules)}
        </Link>
      )}
    </nav>
  );
}
