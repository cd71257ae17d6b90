/** The outcome measures of the site, on one page: what each asks, which way is better, and whose it is. */
import { type Measure, type Measures, scalesOf } from '@assuage/knowledge';
import { DIRECTION_WORDS } from '../report/words.ts';
import { frame, type Place } from './frame.ts';
import { type Html, html, list, section } from './html.ts';

export const MEASURES_FILE = 'measures.html';

export function measuresPage(place: Place, { measures, sources }: Measures): string {
  const titles = new Map(sources.map(({ id, title, url }) => [id, { title, url }]));
  const linksOf = (measure: Measure): Html[] =>
    measure.sources.flatMap(({ source, locator }) => {
      const found = titles.get(source);
      return found
        ? [html`<a href="${found.url}" rel="noreferrer">${found.title}</a>, ${locator}`]
        : [];
    });
  const articles = (use: Measure['use']): Html[] =>
    measures
      .filter((measure) => measure.use === use)
      .map((measure) => article(measure, linksOf(measure)));
  const main = html`<p>What may be asked to see how somebody is doing, whose it is, and what is not known about it. A number that studies do not give is left out.</p>
${section('Forms whose questions are shown in Assuage', articles('form'))}${section('Forms that the practice brings', articles('score-only'))}`;
  return frame(place, { title: 'Forms and ratings', main });
}

function article(measure: Measure, links: readonly Html[]): Html {
  const { id, name, asks, direction, recall, licence, credit, missing, notes, thresholds } =
    measure;
  const scales = scalesOf(measure).filter(({ part }) => !part);
  const scores =
    scales.length > 12
      ? `${scales.length} scores, each by itself`
      : scales.map((scale) => `${scale.name} ${scale.range[0]} to ${scale.range[1]}`).join('; ');
  return html`<article id="${id}">
<h3>${name}</h3>
<p>${asks}${recall ? ` It asks about: ${recall.words}.` : ''}</p>
<p>Scores: ${scores}; ${DIRECTION_WORDS[direction]}. Blanks: ${missing}</p>
<p>Licence (${licence.status}): ${licence.says}</p>
${credit === undefined ? undefined : html`<p>${credit}</p>\n`}${list([
  ...(thresholds.length === 0 ? [html`No change that matters is known for it.`] : []),
  ...notes.map((note) => html`${note}`),
])}${list(links, 'links')}</article>`;
}
