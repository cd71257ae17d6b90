import type { PlanAtWork } from './use-plan.ts';

/** What to do during the session, one sentence each. */
export function TakeCare({ plan }: { readonly plan: PlanAtWork }) {
  const care = plan.standing.reasons.filter(({ kind }) => kind === 'care');
  const sentences = [...new Map(care.map((reason) => [reason.says, reason])).values()];
  const today = sentences.filter(({ always }) => !always);
  const always = sentences.filter((reason) => reason.always);
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="take-care">
      <h2 id="take-care">Take care</h2>
      {today.length === 0 ? <p>Nothing more than for everybody.</p> : null}
      <ul className="plain-list">
        {today.map(({ says, stated, limit }) => (
          <li key={limit}>
            {says}
            {stated ? '' : ' (until the question is answered)'}
          </li>
        ))}
      </ul>
      {always.length > 0 ? (
        <details>
          <summary>For everybody</summary>
          <ul className="plain-list">
            {always.map(({ says, limit }) => (
              <li key={limit}>{says}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
