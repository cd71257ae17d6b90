import type { Advice } from '@assuage/planning';
import type { PlanAtWork } from './use-plan.ts';

/** What to tell the client to do, and to watch for, in the next 48 hours. */
export function Aftercare({ plan }: { readonly plan: PlanAtWork }) {
  const { aftercare, watchFor } = plan.session.plan;
  if (aftercare.length + watchFor.length === 0) return null;
  return (
    <div className="plan-rest">
      <AdviceList id="aftercare" title="Aftercare" advice={aftercare} />
      <AdviceList id="watch-for" title="Watch for, 48 hours" advice={watchFor} />
    </div>
  );
}

interface AdviceListProps {
  readonly id: string;
  readonly title: string;
  readonly advice: readonly Advice[];
}

function AdviceList({ id, title, advice }: AdviceListProps) {
  if (advice.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="plain-list">
        {advice.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
