/** Claims, studies and what is known of a condition, as markup. */
import type {
  ClaimLink,
  ClaimPage,
  EvidenceFinding,
  EvidencePages,
  EvidenceSection,
  StudyLine,
  StudyOutcome,
  StudyPage,
} from '@assuage/handbook';
import { frame, type Place, subjectLink } from './frame.ts';
import { type Html, html, list, section } from './html.ts';

export const CLAIMS_FILE = 'claims.html';
export const STUDIES_FILE = 'studies.html';
/** From the folder of the site: "claims/lowers-cortisol.html". */
export const claimPath = ({ id }: Pick<ClaimLink, 'id'>): string => `claims/${id}.html`;
export const studyPath = ({ id }: Pick<StudyLine, 'id'>): string => `studies/${id}.html`;

const GRADING =
  'How far a finding is rated down is our judgement, with the reason beside it. Published poolings are shown as they were published.';

const some = (markup: Html | undefined): Html[] => (markup === undefined ? [] : [markup]);

/** A paper: its page here when its results were read, and the paper itself. */
const studyItem = ({ root }: Place, line: StudyLine): Html => {
  const name = line.isRead
    ? html`<a href="${root}${studyPath(line)}">${line.name}</a>`
    : html`<a href="${line.address}" rel="noreferrer">${line.name}</a>`;
  return html`${name} (${line.isRead ? line.design : `${line.design}; results not read`}). ${line.summary}`;
};
const studyList = (place: Place, lines: readonly StudyLine[]): Html[] =>
  some(list(lines.map((line) => studyItem(place, line))));

const verdictTag = ({ verdict, verdictWords }: ClaimLink): Html =>
  html`<span class="verdict ${verdict}">${verdictWords}</span>`;
const claimItem = (place: Place, claim: ClaimLink): Html =>
  html`<a href="${place.root}${claimPath(claim)}">${claim.claim}</a>: ${verdictTag(claim)}`;

/** What popular articles say, set against what was found, on one page. */
export function claimsPage(place: Place, pages: EvidencePages): string {
  const main = html`<p>What is said of massage, set against what studies found. Each claim leads to the studies on both sides.</p>
${pages.claims().map(
  (claim) => html`<article id="${claim.id}">
<h2><a href="${claimPath(claim)}">${claim.claim}</a></h2>
<p>${verdictTag(claim)} <span class="sure">How sure this verdict is: ${claim.sure}.</span></p>
<p>${claim.plain}</p>
</article>`,
)}`;
  return frame(place, { title: 'What is said, and what was found', main });
}

export function claimPage(place: Place, claim: ClaimPage): string {
  const main = html`<p>${verdictTag(claim)} <span class="sure">How sure this verdict is: ${claim.sure}.</span></p>
<p>${claim.plain}</p>
${section('What may be said', claim.say === undefined ? [] : [html`<p>${claim.say}</p>`])}${section('Why', [html`<p>${claim.because}</p>`, html`<details><summary>In the terms of the studies</summary><p>${claim.why}</p></details>`])}${section('Studies for it', studyList(place, claim.for))}${section('Studies against it', studyList(place, claim.against))}${section('Studies of neither side', studyList(place, claim.beside))}${section(
  'It is about',
  some(
    list(
      claim.about.map((link) => subjectLink(place, link)),
      'links',
    ),
  ),
)}${
  claim.seenAt === undefined
    ? undefined
    : html`<p>Said, for example, on <a href="${claim.seenAt}" rel="noreferrer nofollow">this page</a>.</p>\n`
}<p><a href="../${CLAIMS_FILE}">All claims</a></p>
${madeFrom(claim.file)}`;
  return frame(place, { title: claim.claim, main });
}

export function studiesPage(place: Place, pages: EvidencePages): string {
  const { studies, unread, conditions } = pages.counts;
  const main = html`<p>${studies} studies whose results were read, ${unread} that are only named, and what is known of ${conditions} illnesses. <a href="${CLAIMS_FILE}">What is said, and what was found</a></p>
<p>${GRADING}</p>
${section(
  'What is known, by illness',
  some(
    list(
      pages
        .conditions()
        .map(
          ({ link, stateWords, plain }) =>
            html`${subjectLink(place, link)}. ${stateWords} ${plain}`,
        ),
    ),
  ),
)}${section('Studies', studyList(place, pages.studies()))}${section('Named only: nobody has read their results', studyList(place, pages.unread()))}`;
  return frame(place, { title: 'Studies', main });
}

export function studyPage(place: Place, study: StudyPage): string {
  const main = html`<p class="kind">${study.name}</p>
<p>${study.summary}</p>
${study.isPublishedReview ? html`<p class="notice">This paper reports on other studies. Its figures are shown as it published them.</p>\n` : undefined}<p><a href="${study.address}" rel="noreferrer">Open the paper</a></p>
${section('What a careless reader would get wrong', some(list(study.flags.map((flag) => html`${flag}`))))}${section('What was found', study.outcomes.map(outcomeCard))}${section(
  'How it was done',
  [
    html`<dl>
${study.facts.map(({ term, text }) => html`<dt>${term}</dt>\n<dd>${text}</dd>`)}
</dl>`,
  ],
)}${section('Claims that name it', some(list(study.claims.map((claim) => claimItem(place, claim)))))}${section(
  'It is about',
  some(
    list(
      study.about.map((link) => subjectLink(place, link)),
      'links',
    ),
  ),
)}${madeFrom(study.file)}`;
  return frame(place, { title: study.title, main });
}

const outcomeCard = ({ measure, how, shows, numbers }: StudyOutcome): Html => html`<article>
<h3>${measure}</h3>
<p><b>${shows}</b>${how === '' ? undefined : html` (${how})`}</p>
${list(numbers.map((text) => html`${text}`))}</article>`;

/** What is known about massage with a condition, or what rests on a technique, for its page. */
export function evidenceOn(place: Place, evidence: EvidenceSection): Html {
  const { stateWords, plain, none, findings, freshness, gaps, pooling } = evidence;
  const known = [
    ...(stateWords === undefined ? [] : [html`<p><b>${stateWords}</b></p>`]),
    ...(plain === undefined ? [] : [html`<p>${plain}</p>`]),
    ...(none === undefined ? [] : [html`<p>${none}</p>`]),
    ...(freshness === undefined ? [] : [html`<p class="kind">${freshness}</p>`]),
    ...findings.map((finding) => findingCard(place, finding)),
    ...part('Not known', some(list(gaps.map((gap) => html`${gap}`)))),
    ...part('Published reviews and poolings', studyList(place, evidence.published)),
    ...part('Studies of people', studyList(place, evidence.studies)),
    ...part('Named only: nobody has read their results', studyList(place, evidence.unread)),
    ...part('Pooling', some(list(pooling.map((text) => html`${text}`)))),
    ...part(
      'What is said of it',
      some(list(evidence.claims.map((claim) => claimItem(place, claim)))),
    ),
  ];
  return html`${section('What studies show', known)}`;
}

const part = (title: string, body: readonly Html[]): Html[] =>
  body.length === 0 ? [] : [html`<h3>${title}</h3>`, ...body];

const findingCard = (
  place: Place,
  { outcome, against, says, plain, certainty, steps, studies }: EvidenceFinding,
): Html => html`<article>
<h3>${outcome}, against ${against}</h3>
<p>${plain}</p>
<p><b>${says}.</b> How sure: <b>${certainty}</b>.</p>
<details>
<summary>Why ${certainty}, and from which studies</summary>
${list(steps.map((step) => html`${step}`))}${studyList(place, studies)}</details>
</article>`;

const madeFrom = (file: string): Html =>
  html`<p class="kind">This page is made from the file <code>${file}</code>.</p>`;
