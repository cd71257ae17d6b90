/** A rule, its sources and its corrections as markup. */
import {
  correctionOf,
  groupLimits,
  type HandbookLimit,
  type HandbookPage,
  type HandbookRule,
  type LimitGroup,
  type SubjectLink,
} from '@assuage/handbook';
import type { CitedSource, Sure } from '@assuage/safety';
import { SURE_WORDS } from '../report/words.ts';
import { type Place, subjectLink } from './frame.ts';
import { type Html, html, list } from './html.ts';

/**
 * Everything about a rule.
 * @param page the subject on whose page it stands, which is not linked to itself
 */
export const ruleCard = (
  place: Place,
  rule: HandbookRule,
  page?: string,
): Html => html`<article id="${rule.id}">
<h3>When: ${rule.when}</h3>
<p>${rule.because}</p>
${list(groupLimits(rule.limits).map(limitItem), 'limits')}${disagreement(rule.disagree)}${aboutLine(
  place,
  rule.facts.filter(({ id }) => id !== page),
)}
${correction(place, rule)}
</article>`;

/** What a rule changes, with the way to everything about it. */
export const ruleLine = (place: Place, rule: HandbookRule): Html => html`<article>
<h3>When: ${rule.when}</h3>
<p>${rule.because}</p>
${list(rule.limits.map(({ says, basis, sure }) => html`<span class="change">${says}</span> ${basisTag(basis, sure)}`))}<p><a href="${place.root}rules.html#${rule.id}">Sources of this rule<span class="hidden"> (${rule.id})</span></a></p>
</article>`;

const limitItem = ({ says, basis, sure, sources }: LimitGroup): Html =>
  html`${says.map((one) => html`<p class="change">${one}</p>`)}
${basisTag(basis, sure)}
${
  sources.length === 0
    ? html`<p>No source speaks of this.</p>`
    : html`<p>${basis === 'judgement' ? 'It leans on:' : 'A source says so:'}</p>\n${sourceList(sources)}`
}`;

const basisTag = (basis: HandbookLimit['basis'], sure: Sure): Html =>
  basis === 'judgement'
    ? html`<span class="basis judgement"><b>Our judgement</b>, ${SURE_WORDS[sure]}</span>`
    : html`<span class="basis"><b>From a source</b>, ${SURE_WORDS[sure]}</span>`;

const disagreement = (milder: readonly CitedSource[]): Html | undefined =>
  milder.length === 0
    ? undefined
    : html`<div class="notice">
<p><b>Sources disagree.</b> We follow the stricter one. This is milder:</p>
${sourceList(milder)}</div>
`;

const aboutLine = (place: Place, facts: readonly SubjectLink[]): Html | undefined =>
  facts.length === 0
    ? undefined
    : html`<p class="about">${facts.map((fact) => subjectLink(place, fact))}</p>`;

export const sourceList = (sources: readonly CitedSource[]): Html | undefined =>
  list(sources.map(sourceLine), 'sources');

const sourceLine = (source: CitedSource): Html =>
  html`${sourceLink(source)}, ${source.locator}.${source.says === undefined ? undefined : html` It says: ${source.says}`}`;

/** @param source linked only on the web: an address could also be a program to run */
export function sourceLink({
  title,
  publisher,
  year,
  url,
}: Pick<CitedSource, 'title' | 'publisher' | 'year' | 'url'>): Html {
  const name = /^https?:/i.test(url)
    ? html`<a href="${url}" rel="noreferrer">${title}</a>`
    : html`${title}`;
  return html`${name} (${publisher}${year === undefined ? '' : `, ${year}`})`;
}

/** A link that says which rule or page of which release is meant. */
export function correction(
  { corrections, release }: Place,
  about: HandbookRule | HandbookPage,
): Html {
  const { subject, body } = correctionOf(about, release);
  const name = html`Suggest a correction<span class="hidden"> to ${about.id}</span>`;
  return html`<p class="correct"><a href="${correctionUrl(corrections, subject, body)}">${name}</a> <code>${about.id}</code></p>`;
}

function correctionUrl(address: string | undefined, subject: string, body: string): string {
  if (address === undefined)
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const url = new URL(address);
  url.searchParams.set('title', subject);
  url.searchParams.set('body', body);
  return url.href;
}
