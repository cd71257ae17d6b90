import { GOALS } from '@assuage/knowledge';
import { useId } from 'react';
import { GOAL_WORDS } from '../../components/session.words.ts';
import { checkInOn, SESSION_MINUTES } from '../../state/choices.ts';
import { wishable } from '../../state/techniques.ts';
import type { PlanAtWork } from './use-plan.ts';

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** What the client hopes for: minutes, goals and techniques. The plan follows at once, inside the limits. */
export function Wishes({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, record, practice, choices, choose, today } = plan;
  const minutes = useId();
  const said = checkInOn(record, today)?.wish;
  const techniques = wishable(engine, practice.therapist.training);
  const offered = [...new Set([...SESSION_MINUTES, choices.minutes])].sort((a, b) => a - b);
  return (
    <section aria-labelledby="wishes" className="wishes no-print">
      <h2 id="wishes">Wishes</h2>
      {said ? (
        <p>
          {record.client.name} wrote today: “{said}”
        </p>
      ) : null}
      <fieldset className="segments">
        <legend>Minutes</legend>
        {offered.map((count) => (
          <label key={count}>
            <input
              type="radio"
              name={minutes}
              checked={count === choices.minutes}
              onChange={() => choose({ minutes: count })}
            />
            <span>{count}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="segments">
        <legend>Goals</legend>
        {GOALS.map((goal) => (
          <label key={goal}>
            <input
              type="checkbox"
              checked={choices.goals.includes(goal)}
              onChange={() => choose({ goals: toggled(choices.goals, goal) })}
            />
            <span>{GOAL_WORDS[goal]}</span>
          </label>
        ))}
      </fieldset>
      <details className="no-print">
        <summary>
          {choices.wishes.length === 0
            ? 'Wish for a technique'
            : `Techniques wished for: ${choices.wishes.length}`}
        </summary>
        <fieldset className="segments">
          <legend>Techniques</legend>
          {techniques.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={choices.wishes.includes(id)}
                onChange={() => choose({ wishes: toggled(choices.wishes, id) })}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </section>
  );
}
