import type { PlanAtWork } from './use-plan.ts';

/** What to do during the session, one sentence each. */
export function TakeCare({ plan }: { readonly plan: PlanAtWork }) {
  const care = plan.standing.reasons.filter(({ kind }) => kind === 'care');
  const sentences = [...new Map(care.map((reason) => [reason.says, reason])).values()];
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="take-care">
      <h2 id="take-care">Take care</h2>
      <ul className="plain-list">
        {sentences.map(({ says, stated, limit }) => (
          <li key={limit}>
            {says}
            {stated ? '' : ' (until the question is answered)'}
          </li>
        ))}
      </ul>
    </section>
  );
}
