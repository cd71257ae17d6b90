/** The page of an illness, a medicine, a finding or a technique. */
import type {
  EvidenceSection,
  HandbookHelp,
  HandbookPage,
  SubjectKind,
  SubjectLink,
} from '@assuage/handbook';
import { evidenceOn } from './evidence-html.ts';
import { frame, type Place, subjectLink } from './frame.ts';
import { type Html, html, list, section } from './html.ts';
import { correction, ruleCard, ruleLine, sourceList } from './rule-html.ts';

const KIND_WORDS: Record<SubjectKind, string> = {
  condition: 'Illness or state',
  medicine: 'Medicine',
  finding: 'Sign or question',
  technique: 'Technique',
};
const GOAL_WORDS: Record<HandbookHelp['goal'], string> = {
  pain: 'Pain',
  stiffness: 'Stiffness',
  sleep: 'Sleep',
  stress: 'Stress',
  fatigue: 'Tiredness',
  'range-of-motion': 'Range of motion',
};
const LEVEL_WORDS: Record<HandbookHelp['level'], string> = {
  some: 'some evidence',
  none: 'studied, and no gain was found',
  little: 'little evidence',
  custom: 'used by habit; no study read',
};

/** @param evidence what studies show of it; for conditions and techniques */
export function subjectPage(
  place: Place,
  page: HandbookPage,
  evidence: EvidenceSection | undefined,
): string {
  const main = html`<p class="kind">${KIND_WORDS[page.kind]}${also(page.also)}</p>
${page.redFlag ? html`<p class="notice"><b>Red flag.</b> It needs a doctor or nurse, and not a massage.</p>\n` : undefined}<p>${page.plain}</p>
${page.ask === undefined ? undefined : html`<p>We ask: “${page.ask}”</p>\n`}${lay(page)}${evidence && evidenceOn(place, evidence)}${section('What often comes with it', texts(page.symptoms))}${section('Parts of the body', texts(page.organs))}${technique(place, page)}${section('Part of', links(place, page.broader))}${section('Kinds of it, and what is asked with it', links(place, page.narrower))}${medicines(page)}${rules(place, page)}${codes(page)}${section(
  'Sources of this page',
  some(sourceList(page.sources)),
)}<section>
<h2>Is something wrong here?</h2>
<p>This page is made from the file <code>${page.file}</code>.</p>
${correction(place, page)}
</section>`;
  return frame(place, { title: page.name, main });
}

const some = (markup: Html | undefined): Html[] => (markup === undefined ? [] : [markup]);
const texts = (words: readonly string[]): Html[] => some(list(words.map((word) => html`${word}`)));
const links = (place: Place, subjects: readonly SubjectLink[]): Html[] =>
  some(
    list(
      subjects.map((subject) => subjectLink(place, subject)),
      'links',
    ),
  );

const also = (names: readonly string[]): string =>
  names.length === 0 ? '' : `. Also called: ${names.join(', ')}`;

function lay({ sections }: HandbookPage): Html | undefined {
  if (sections.length === 0) return undefined;
  return html`<div class="lay">\n${sections.map(({ title, sentences }) => html`${section(title, texts(sentences))}`)}\n</div>\n`;
}

function technique(
  place: Place,
  { kind, pressure, helps, nearest }: HandbookPage,
): Html | undefined {
  if (kind !== 'technique') return undefined;
  const range = pressure && html`<p>From ${pressure[0]} to ${pressure[1]}, of 0 to 5.</p>`;
  return html`${section('Pressure', some(range))}${section(
    'What it is used for',
    some(list(helps.map((help) => helpItem(place, help)))),
  )}${section('What to offer instead, nearest first', links(place, nearest))}`;
}

const helpItem = (place: Place, { goal, level, sure, for: those, sources }: HandbookHelp): Html =>
  html`${GOAL_WORDS[goal]}: ${LEVEL_WORDS[level]}${sure === undefined ? '' : `; how sure: ${sure}`}${
    those.length === 0
      ? undefined
      : html`, with ${those.map((one, i) => html`${i === 0 ? '' : ', '}${subjectLink(place, one)}`)}`
  }
${sourceList(sources)}`;

function rules(place: Place, page: HandbookPage): Html {
  const own =
    page.rules.length === 0
      ? [html`<p>It has no rules of its own. The rules for everyone hold.</p>`]
      : page.rules.map((rule) => ruleCard(place, rule, page.id));
  const elsewhere =
    page.kind === 'technique' ? 'Rules that leave it out' : 'Rules that hold here too';
  return html`${section('Rules for the therapist', own)}${section(
    elsewhere,
    page.rulesElsewhere.map((rule) => ruleLine(place, rule)),
  )}`;
}

const medicines = ({ names }: HandbookPage): Html | undefined =>
  section(
    'Medicines of this kind',
    texts(
      names.map(({ name, also }) => (also.length === 0 ? name : `${name} (${also.join(', ')})`)),
    ),
  );

const codes = (page: HandbookPage): Html | undefined =>
  section('Codes', texts(page.codes.map(({ system, code }) => `${system} ${code}`)));
