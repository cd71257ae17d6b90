/** What stands around every page of the site. */
import type { SubjectKind, SubjectLink } from '@assuage/handbook';
import { PRESSURE_CREDIT } from '../report/words.ts';
import { type Html, html } from './html.ts';

export const STYLE_FILE = 'style.css';
export const SCRIPT_FILE = 'search.js';

const FOLDERS: Record<SubjectKind, string> = {
  condition: 'conditions',
  medicine: 'medicines',
  finding: 'findings',
  technique: 'techniques',
};
/** From the folder of the site: "conditions/gout.html". */
export const pathOf = ({ kind, id }: SubjectLink): string => `${FOLDERS[kind]}/${id}.html`;

/** Where a page stands, and what its corrections name. */
export interface Place {
  /** To the folder of the site: empty there, `../` in a folder of it. */
  readonly root: '' | '../';
  readonly release: string;
  /** The web address that takes corrections; left out: an email without a recipient. */
  readonly corrections?: string;
}

export const subjectLink = ({ root }: Place, link: SubjectLink): Html =>
  html`<a href="${root}${pathOf(link)}">${link.name}</a>`;

interface Frame {
  readonly title: string;
  readonly main: Html;
  /** Whether the page looks words up. */
  readonly search?: boolean;
}

export function frame({ root, release }: Place, { title, main, search = false }: Frame): string {
  const script = search ? html`<script src="${root}${SCRIPT_FILE}" defer></script>\n` : undefined;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Assuage knowledge</title>
<link rel="stylesheet" href="${root}${STYLE_FILE}">
${script}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<nav aria-label="Knowledge">
<a href="${root}index.html">All knowledge</a>
<a href="${root}red-flags.html">Red flags</a>
<a href="${root}rules.html">Rules</a>
<a href="${root}claims.html">What is said of massage</a>
<a href="${root}studies.html">Studies</a>
<a href="${root}measures.html">Forms</a>
<a href="${root}sources.html">Sources</a>
</nav>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${main}
</main>
<footer>
<p>Assuage never replaces medical care, and never diagnoses.</p>
<p>Knowledge release <code>${release}</code>. The texts may be shared under the licence CC BY 4.0.</p>
<p>${PRESSURE_CREDIT}</p>
</footer>
</body>
</html>
`.markup;
}
