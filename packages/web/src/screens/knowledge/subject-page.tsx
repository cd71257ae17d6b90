import type { HandbookPage } from '@assuage/handbook';
import { Page } from '../../components/page.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { EvidenceSection } from '../evidence/evidence-section.tsx';
import { Correction } from './correction.tsx';
import { ForEveryone } from './for-everyone.tsx';
import { KIND_WORDS, knowledgeTexts as texts } from './knowledge.words.ts';
import { LinkSection } from './link-section.tsx';
import { MedicineNames } from './medicine-names.tsx';
import { RuleCard } from './rule-card.tsx';
import { RulesElsewhere } from './rules-elsewhere.tsx';
import { FoldedSources } from './source-list.tsx';
import { TechniqueFacts } from './technique-facts.tsx';
import { WaysOut } from './ways-out.tsx';

interface SubjectPageProps {
  readonly page: HandbookPage;
  readonly release: string;
}

/** First what a client can read, then the rules for the therapist, then where it all comes from. */
export function SubjectPage({ page, release }: SubjectPageProps) {
  useArrival();
  const { rules, rulesElsewhere, sources } = page;
  return (
    // The window's title names no illness: it is seen by others.
    <Page
      title={page.name}
      windowTitle={texts.title}
      audience="therapist"
      before={<WaysOut rules={rules.length} />}
    >
      <p className="hint">
        {KIND_WORDS[page.kind]}
        {page.also.length === 0 ? '' : `. ${texts.also} ${page.also.join(', ')}`}
      </p>
      {page.redFlag ? (
        <p className="notice">
          <b>{texts.redFlag}</b>
        </p>
      ) : null}
      <p>{page.plain}</p>
      {page.kind !== 'finding' || page.ask === undefined ? null : (
        <p>
          <b>{texts.ask}</b> {page.ask}
        </p>
      )}
      <ForEveryone page={page} />
      <MedicineNames page={page} />
      <TechniqueFacts page={page} />
      {page.kind === 'condition' || page.kind === 'technique' ? (
        <EvidenceSection id={page.id} />
      ) : null}
      <section aria-labelledby="rules">
        <h2 id="rules">{texts.rules}</h2>
        {rules.length > 0 ? (
          <p className="hint">{texts.newTab}</p>
        ) : (
          <p>{rulesElsewhere.length === 0 ? texts.noRules : texts.noRulesBut}</p>
        )}
        {rules.map((rule) => (
          <RuleCard key={rule.id} rule={rule} pageId={page.id} release={release} />
        ))}
      </section>
      <RulesElsewhere rules={rulesElsewhere} isOpen={rules.length === 0} />
      <LinkSection id="broader" title={texts.broader} links={page.broader} />
      <LinkSection id="narrower" title={texts.narrower} links={page.narrower} />
      {sources.length === 0 ? null : (
        <section aria-labelledby="sources">
          <h2 id="sources">{texts.sources}</h2>
          <FoldedSources sources={sources} />
        </section>
      )}
      <section aria-labelledby="correct">
        <h2 id="correct">{texts.correctPage}</h2>
        <p>{texts.correctHow}</p>
        <Correction about={page} release={release} />
      </section>
      <p className="small-print">{texts.notDiagnosis}</p>
    </Page>
  );
}
