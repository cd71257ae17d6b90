import type { HandbookPage } from '@assuage/handbook';
import { GOAL_WORDS } from '../../components/session.words.ts';
import { LEVEL_WORDS, knowledgeTexts as texts } from './knowledge.words.ts';
import { LinkSection } from './link-section.tsx';
import { FoldedSources } from './source-list.tsx';

/** Of a technique: how much pressure it is, what it is used for and how well that is known, what stands in for it. */
export function TechniqueFacts({ page }: { readonly page: HandbookPage }) {
  return (
    <>
      {page.pressure === undefined ? null : <p>{texts.pressure(...page.pressure)}</p>}
      {page.helps.length === 0 ? null : (
        <section aria-labelledby="helps">
          <h2 id="helps">{texts.helps}</h2>
          <ul className="plain-list">
            {page.helps.map((help) => (
              <li key={`${help.goal} ${help.level} ${help.for.map(({ id }) => id).join()}`}>
                <b>{GOAL_WORDS[help.goal]}</b>: {LEVEL_WORDS[help.level]}
                {help.sure === undefined ? '' : `; ${texts.sure(help.sure)}`}.
                {help.for.length === 0
                  ? ''
                  : ` ${texts.helpsOnly} ${help.for.map(({ name }) => name).join(', ')}.`}
                <FoldedSources sources={help.sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <LinkSection id="nearest" title={texts.nearest} links={page.nearest} />
    </>
  );
}
