import { PressureChoice } from '../../components/pressure-boxes.tsx';
import { minutesOf, plannedSegments, pressureOf } from '../../state/session-draft.ts';
import { AddSegment } from './add-segment.tsx';
import { SegmentLine } from './segment-line.tsx';
import type { RecordAtWork } from './use-record.ts';

const STEP = 5;

/** Only what differed: areas left out or added, the most pressure, the minutes. */
export function Differences({ work }: { readonly work: RecordAtWork }) {
  const { context, draft, change } = work;
  const { engine, plan } = context;
  const planned = plannedSegments(plan);
  const minutes = minutesOf(plan, draft);
  return (
    <section aria-labelledby="differed">
      <h2 id="differed">What differed</h2>
      {planned.length === 0 ? null : (
        <fieldset className="choices">
          <legend>Areas that were worked on</legend>
          {planned.map((segment, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what identifies a segment.
            <label key={i} className="choice">
              <input
                type="checkbox"
                checked={!draft.leftOut.includes(i)}
                onChange={() =>
                  change({
                    leftOut: draft.leftOut.includes(i)
                      ? draft.leftOut.filter((other) => other !== i)
                      : [...draft.leftOut, i],
                  })
                }
              />
              <SegmentLine engine={engine} segment={segment} />
            </label>
          ))}
        </fieldset>
      )}
      {draft.added.length > 0 ? (
        <ul className="plain-list">
          {draft.added.map((segment, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two added segments may be equal.
            <li key={i} className="added-segment">
              <SegmentLine engine={engine} segment={segment} />
              <button
                type="button"
                className="button"
                onClick={() => change({ added: draft.added.filter((_, other) => other !== i) })}
              >
                Take out
                <span className="visually-hidden"> added area {i + 1}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <AddSegment
        engine={engine}
        onAdd={(segment) => change({ added: [...draft.added, segment] })}
      />
      <PressureChoice
        legend="Most pressure used"
        chosen={pressureOf(plan, draft)}
        onChoose={(pressure) => change({ pressure })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons and a number, not a form. */}
      <div role="group" aria-labelledby="minutes-label" className="stepper">
        <b id="minutes-label">Minutes</b>
        <button
          type="button"
          className="button"
          onClick={() => change({ minutes: Math.max(0, minutes - STEP) })}
        >
          {STEP} less
        </button>
        <output aria-live="polite">{minutes}</output>
        <button
          type="button"
          className="button"
          onClick={() => change({ minutes: minutes + STEP })}
        >
          {STEP} more
        </button>
      </div>
    </section>
  );
}
