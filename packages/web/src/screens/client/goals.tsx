import { useState } from 'react';
import { GOAL_WORDS } from '../../components/session.words.ts';
import { TextField } from '../../components/text-field.tsx';
import { whenSaid } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { useDraft } from '../../state/use-draft.ts';
import { writerOf } from '../../state/writer.ts';
import { GOAL_STATE_WORDS } from './entries.words.ts';
import type { SectionProps } from './view.ts';

const asText = (kept: unknown): string => (typeof kept === 'string' ? kept : '');

/** What the client wants, in their own words, and whether it is reached. */
export function Goals({ view, handle }: SectionProps) {
  const { record, today } = view;
  const write = writerOf(view, handle);
  const [words, setWords, drop] = useDraft(`goal.${record.client.id}`, asText);
  const [problem, setProblem] = useState('');
  const add = () => {
    setProblem(words.trim() === '' ? 'Write the goal.' : '');
    if (words.trim() === '') return;
    drop();
    void write('goal', { words: words.trim(), state: 'open' });
  };
  return (
    <section aria-labelledby="goals">
      <h2 id="goals">Goals</h2>
      <p>
        {record.goals.length === 0 && record.ownGoals.length === 0
          ? 'No goals yet.'
          : record.goals.map((goal) => GOAL_WORDS[goal]).join(', ')}
      </p>
      <ul className="plain-list chosen-list">
        {record.ownGoals.map((goal) => (
          <li key={goal.entry}>
            <span>
              “{goal.words}” <b>{GOAL_STATE_WORDS[goal.state]}</b>
              <span className="hint">
                , {goal.changed?.by ?? 'set'} {whenSaid(goal.changed?.on ?? goal.on, today)}
              </span>
            </span>
            {goal.state === 'open' ? (
              <span className="buttons no-print">
                {(['reached', 'dropped'] as const).map((state) => (
                  <button
                    key={state}
                    type="button"
                    className="button"
                    onClick={() =>
                      void write('goal', { words: goal.words, state, changes: goal.entry })
                    }
                  >
                    {GOAL_STATE_WORDS[state]}
                    <span className="visually-hidden">: {goal.words}</span>
                  </button>
                ))}
              </span>
            ) : (
              <button
                type="button"
                className="button no-print"
                onClick={() =>
                  void write('goal', { words: goal.words, state: 'open', changes: goal.entry })
                }
              >
                Open again<span className="visually-hidden">: {goal.words}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <WriteFold summary="Add a goal">
        <TextField id="new-goal" label="In the client's words" value={words} onChange={setWords} />
        <p role="alert" className="field-error">
          {problem}
        </p>
        <button type="button" className="button" onClick={add}>
          Add goal
        </button>
      </WriteFold>
    </section>
  );
}
