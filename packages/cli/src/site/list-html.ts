/** The lists of the site: of everything, of red flags, of rules and of sources. */
import type { EvidencePages, Handbook, HandbookRule } from '@assuage/handbook';
import { studyPath } from './evidence-html.ts';
import { frame, type Place, subjectLink } from './frame.ts';
import { type Html, html, list, section } from './html.ts';
import { ruleCard, sourceLink } from './rule-html.ts';

const linkList = (place: Place, links: Parameters<typeof subjectLink>[1][]): Html[] => {
  const items = list(
    links.map((link) => subjectLink(place, link)),
    'links',
  );
  return items ? [items] : [];
};

/** The search box is shown by its script: without it, it would do nothing. */
const SEARCH = html`<search hidden>
<form>
<label for="words">Look up an illness, a medicine, a sign or a technique</label>
<p id="words-hint">A slip in the spelling does no harm.</p>
<input id="words" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="words-hint">
</form>
<p role="status"></p>
<ul class="found"></ul>
</search>
`;

export function indexPage(place: Place, { index }: Handbook): string {
  const { counts } = index;
  const main = html`<p>What Assuage knows about massage and illness, and where each rule comes from.</p>
${SEARCH}<p>${counts.rules} rules for ${counts.conditions} illnesses, ${counts.medicines} medicines and groups of medicines, ${counts.findings} signs and questions and ${counts.techniques} techniques, from ${counts.sources} sources.</p>
${index.groups.map(({ title, links }) => html`${section(title, linkList(place, [...links]))}`)}`;
  return frame(place, { title: 'Knowledge', main, search: true });
}

export function redFlagsPage(place: Place, handbook: Handbook): string {
  const items = handbook.index.redFlags.map(
    (link) => html`${subjectLink(place, link)}. ${handbook.page(link.id)?.plain}`,
  );
  const main = html`<p>Signs that need a doctor, a nurse or an ambulance, and not a massage. The page of each says which.</p>
${list(items)}`;
  return frame(place, { title: 'Red flags', main });
}

export function rulesPage(place: Place, handbook: Handbook): string {
  const bySubject = handbook.index.groups.flatMap(({ links }) =>
    links.flatMap((link) => {
      const rules = handbook.page(link.id)?.rules ?? [];
      return rules.length === 0
        ? []
        : [
            html`<section>
<h2>${subjectLink(place, link)}</h2>
${rules.map((rule) => ruleCard(place, rule))}
</section>`,
          ];
    }),
  );
  const main = html`<p>Every rule: when it holds, why, what it changes, and where it comes from.</p>
${bySubject}`;
  return frame(place, { title: 'Rules', main });
}

export function sourcesPage(place: Place, handbook: Handbook, evidence: EvidencePages): string {
  const main = html`<p>Every source, and what rests on it.</p>
${handbook.sources().map(
  (source) => html`<article id="${source.id}">
<h2>${sourceLink(source)}</h2>
<p>${STRENGTH_WORDS[source.strength]}</p>
${studyLink(evidence, source.id)}${restsOn(
  'Pages',
  source.pages.map((link) => subjectLink(place, link)),
)}${restsOn(
  'Rules',
  source.rules.map((rule) => ruleLink(rule)),
)}</article>`,
)}`;
  return frame(place, { title: 'Sources', main });
}

const STRENGTH_WORDS = {
  guideline: 'Guideline',
  textbook: 'Textbook',
  review: 'Review of studies',
  trial: 'Study',
  'professional-body': 'Professional body',
  'opinion-page': "One author's page",
} as const;

const studyLink = (evidence: EvidencePages, sourceId: string): Html | undefined => {
  const study = evidence.studyOfSource(sourceId);
  return (
    study &&
    html`<p><a href="${studyPath(study)}">What this study found<span class="hidden"> (${study.name})</span></a></p>\n`
  );
};

const restsOn = (title: string, items: readonly Html[]): Html | undefined =>
  items.length === 0 ? undefined : html`<h3>${title} that rest on it</h3>\n${list(items, 'links')}`;

const ruleLink = ({ id, because }: HandbookRule): Html =>
  html`<a href="rules.html#${id}">${because}</a>`;
