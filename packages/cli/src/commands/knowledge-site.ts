/** `assuage knowledge site DIR`: the knowledge as pages that need no program. Pure. */
import { createHandbook } from '@assuage/handbook';
import type { Knowledge } from '@assuage/knowledge';
import { compileEngine } from '@assuage/safety';
import { type Place, pathOf, SCRIPT_FILE, STYLE_FILE } from '../site/frame.ts';
import { indexPage, redFlagsPage, rulesPage, sourcesPage } from '../site/list-html.ts';
import { searchScript } from '../site/page-script.ts';
import { subjectPage } from '../site/subject-html.ts';

export interface SiteOptions {
  readonly style: string;
  /** The web address that takes corrections; left out: an email without a recipient. */
  readonly corrections?: string;
}

/** @returns the text of each file by its path in the folder of the site */
export function siteOf(
  knowledge: Knowledge,
  { style, corrections }: SiteOptions,
): ReadonlyMap<string, string> {
  const handbook = createHandbook(compileEngine(knowledge));
  const { release, groups } = handbook.index;
  const top: Place = { root: '', release, ...(corrections === undefined ? {} : { corrections }) };
  const within: Place = { ...top, root: '../' };
  const subjects = groups.flatMap(({ links }) =>
    links.flatMap((link): [string, string][] => {
      const page = handbook.page(link.id);
      return page ? [[pathOf(link), subjectPage(within, page)]] : [];
    }),
  );
  return new Map([
    ['index.html', indexPage(top, handbook)],
    ['red-flags.html', redFlagsPage(top, handbook)],
    ['rules.html', rulesPage(top, handbook)],
    ['sources.html', sourcesPage(top, handbook)],
    [STYLE_FILE, style],
    [SCRIPT_FILE, searchScript(handbook)],
    ...subjects,
  ]);
}
