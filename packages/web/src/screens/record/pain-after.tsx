import type { RecordAtWork } from './use-record.ts';

const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Pain after the session, 0 to 10, with the score before it beside. */
export function PainAfter({ work }: { readonly work: RecordAtWork }) {
  const { context, draft, change } = work;
  const before = context.checkIn?.painNow ?? null;
  return (
    <section aria-labelledby="pain-after-title">
      <h2 id="pain-after-title">Pain after</h2>
      <p id="pain-after-ends">
        0 is no pain, 10 is the worst the client can think of.
        {before === null ? ' Pain before: not asked.' : ` Pain before: ${before}.`}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that act at once, not a form. */}
      <div
        id="pain-after"
        tabIndex={-1}
        role="group"
        aria-labelledby="pain-after-title"
        aria-describedby="pain-after-ends"
        className="answers answers-row score-buttons"
      >
        {SCALE.map((score) => (
          <button
            key={score}
            type="button"
            className="answer"
            aria-pressed={draft.painAfter === score}
            onClick={() => change({ painAfter: draft.painAfter === score ? null : score })}
          >
            {score}
          </button>
        ))}
        <button
          type="button"
          className="answer"
          aria-pressed={draft.painAfter === 'not-asked'}
          onClick={() =>
            change({ painAfter: draft.painAfter === 'not-asked' ? null : 'not-asked' })
          }
        >
          Not asked
        </button>
      </div>
    </section>
  );
}
