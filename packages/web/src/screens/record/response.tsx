import { RESPONSES } from '../../state/session-draft.ts';
import type { RecordAtWork } from './use-record.ts';

/** How the client responded during the session. */
export function Response({ work }: { readonly work: RecordAtWork }) {
  const { draft, change } = work;
  const toggle = (word: string) =>
    change({
      responses: draft.responses.includes(word)
        ? draft.responses.filter((other) => other !== word)
        : [...draft.responses, word],
    });
  return (
    <section aria-labelledby="response-title">
      <h2 id="response-title">Response</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that act at once, not a form. */}
      <div
        id="response"
        tabIndex={-1}
        role="group"
        aria-labelledby="response-title"
        className="answers answers-row"
      >
        {RESPONSES.map((word) => (
          <button
            key={word}
            type="button"
            className="answer"
            aria-pressed={draft.responses.includes(word)}
            onClick={() => toggle(word)}
          >
            {word}
          </button>
        ))}
      </div>
    </section>
  );
}
