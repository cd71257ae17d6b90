import type { HandbookPage } from '@assuage/handbook';
import { knowledgeTexts as texts } from './knowledge.words.ts';

/** What a client reads about an illness: the short sections, what comes with it, and its codes. */
export function ForEveryone({ page }: { readonly page: HandbookPage }) {
  const codes = Map.groupBy(page.codes, ({ system }) => system);
  const facts = [
    [texts.symptoms, page.symptoms.join('; ')],
    [texts.organs, page.organs.join(', ')],
    ...[...codes].map(
      ([system, list]) => [system, list.map(({ code }) => code).join(', ')] as const,
    ),
  ].filter(([, value]) => value !== '');
  return (
    <>
      <div className="knowledge-lay">
        {page.sections.map(({ title, sentences }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {facts.length === 0 ? null : (
        <dl className="knowledge-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
