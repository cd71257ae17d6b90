import type { HandbookRule } from '@assuage/handbook';
import { Link } from '@tanstack/react-router';
import { knowledgeTexts as texts } from './knowledge.words.ts';

interface RulesElsewhereProps {
  readonly rules: readonly HandbookRule[];
  readonly isOpen: boolean;
}

/** Rules that stand on other pages and hold here too, each a link to its place there. */
export function RulesElsewhere({ rules, isOpen }: RulesElsewhereProps) {
  return rules.length === 0 ? null : (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{texts.elsewhere}</h2>
      <details open={isOpen}>
        <summary>{texts.elsewhereCount(rules.length)}</summary>
        <ul className="knowledge-rules">
          {rules.map(({ id, about, when, because }) => (
            <li key={id}>
              <Link
                to="/knowledge/$id"
                params={{ id: about.id }}
                hash={id}
                className="knowledge-link"
              >
                {when}
              </Link>
              <p>{because}</p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
