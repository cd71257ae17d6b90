import { Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { knowledgeTexts } from './knowledge.words.ts';

/** Back to where the person came from (a plan, say), and to the list of everything. */
export function WaysOut() {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <nav aria-label={knowledgeTexts.title} className="knowledge-ways no-print">
      {canGoBack ? (
        <button type="button" className="button button-plain" onClick={() => router.history.back()}>
          {knowledgeTexts.back}
        </button>
      ) : null}
      <Link to="/knowledge" className="button button-plain">
        {knowledgeTexts.all}
      </Link>
    </nav>
  );
}
