import { plannedSegments } from '../../state/session-draft.ts';
import { SegmentLine } from './segment-line.tsx';
import type { RecordAtWork } from './use-record.ts';

/** The plan, and one tap that says it was done. */
export function DoneAsPlanned({ work }: { readonly work: RecordAtWork }) {
  const { context, draft, change } = work;
  const planned = plannedSegments(context.plan);
  return (
    <section aria-labelledby="done-title">
      <h2 id="done-title">What was done</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that act at once, not a form. */}
      <div
        id="done"
        tabIndex={-1}
        role="group"
        aria-labelledby="done-title"
        className="answers answers-row"
      >
        <button
          type="button"
          className="answer"
          aria-pressed={draft.asPlanned === true}
          onClick={() => change({ asPlanned: draft.asPlanned === true ? null : true })}
        >
          {planned.length === 0 ? 'No massage was given' : 'Done as planned'}
        </button>
        <button
          type="button"
          className="answer"
          aria-pressed={draft.asPlanned === false}
          onClick={() => change({ asPlanned: draft.asPlanned === false ? null : false })}
        >
          Something differed
        </button>
      </div>
      {planned.length === 0 ? <p>The plan for today is no massage.</p> : null}
      {draft.asPlanned === false ? null : (
        <ul className="plain-list">
          {planned.map((segment, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what identifies a segment.
            <li key={i}>
              <SegmentLine engine={context.engine} segment={segment} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
