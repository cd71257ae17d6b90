/** `assuage knowledge site DIR`: the knowledge as pages that need no program. Pure. */
import { createEvidencePages, createHandbook } from '@assuage/handbook';
import { compileEngine } from '@assuage/safety';
import type { Release } from '../input/release.ts';
import {
  CLAIMS_FILE,
  claimPage,
  claimPath,
  claimsPage,
  STUDIES_FILE,
  studiesPage,
  studyPage,
  studyPath,
} from '../site/evidence-html.ts';
import { type Place, pathOf, SCRIPT_FILE, STYLE_FILE } from '../site/frame.ts';
import { indexPage, redFlagsPage, rulesPage, sourcesPage } from '../site/list-html.ts';
import { MEASURES_FILE, measuresPage } from '../site/measures-html.ts';
import { searchScript } from '../site/page-script.ts';
import { subjectPage } from '../site/subject-html.ts';

export interface SiteOptions {
  readonly style: string;
  /** The web address that takes corrections; left out: an email without a recipient. */
  readonly corrections?: string;
}

/** @returns the text of each file by its path in the folder of the site */
export function siteOf(
  { knowledge, library, measures }: Release,
  { style, corrections }: SiteOptions,
): ReadonlyMap<string, string> {
  const engine = compileEngine(knowledge);
  const handbook = createHandbook(engine);
  const evidence = createEvidencePages(engine, library);
  const { release, groups } = handbook.index;
  const top: Place = { root: '', release, ...(corrections === undefined ? {} : { corrections }) };
  const within: Place = { ...top, root: '../' };
  const subjects = groups.flatMap(({ links }) =>
    links.flatMap((link): [string, string][] => {
      const page = handbook.page(link.id);
      return page ? [[pathOf(link), subjectPage(within, page, evidence.of(link.id))]] : [];
    }),
  );
  return new Map([
    ['index.html', indexPage(top, handbook)],
    ['red-flags.html', redFlagsPage(top, handbook)],
    ['rules.html', rulesPage(top, handbook)],
    ['sources.html', sourcesPage(top, handbook, evidence)],
    [STYLE_FILE, style],
    [SCRIPT_FILE, searchScript(handbook)],
    [CLAIMS_FILE, claimsPage(top, evidence)],
    [STUDIES_FILE, studiesPage(top, evidence)],
    [MEASURES_FILE, measuresPage(top, measures)],
    ...evidence.claims().map((one) => [claimPath(one), claimPage(within, one)] as const),
    ...evidence.studies().map((one) => [studyPath(one), studyPage(within, one)] as const),
    ...subjects,
  ]);
}
