/** `assuage results pool`: the four sums of several practices put together. */
import { oneShot } from '@assuage/evidence';
import { fold } from '../report/layout.ts';
import { fail, ok, type Result } from '../result.ts';
import { readSite, type SiteFile } from './site-file.ts';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** @returns what to print, or every file that cannot be used and why */
export function poolResults(
  files: readonly NamedText[],
  format: 'text' | 'json',
): Result<string, string[]> {
  const sites: SiteFile[] = [];
  const wrong: string[] = [];
  for (const { name, text } of files) {
    const site = readSite(text);
    if (!site.ok) wrong.push(...site.error.map((message) => `${name}: ${message}`));
    else {
      wrong.push(...misfits(site.value, sites).map((message) => `${name}: ${message}`));
      sites.push(site.value);
    }
  }
  if (wrong.length > 0) return fail(wrong);
  const together = oneShot(sites);
  if (!together.ok) return fail([together.why]);
  const { pooled, tau2 } = together.value;
  const people = sites.reduce((all, { k }) => all + k, 0);
  const [first] = sites;
  if (!first) return fail(['there is no file']);
  const { measure, compares } = first;
  if (format === 'json')
    return ok(
      `${JSON.stringify({ measure, compares, practices: sites.length, people, mean: pooled.estimate, se: pooled.se, low: pooled.low, high: pooled.high, tau2 }, null, 2)}\n`,
    );
  return ok(
    `${[
      `${people} people of ${sites.length} ${sites.length === 1 ? 'practice' : 'practices'}: ${measure}, ${compares}`,
      `  on average ${fixed(pooled.estimate)} points, 95 in 100 from ${fixed(pooled.low)} to ${fixed(pooled.high)}`,
      `  people differ by ${fixed(Math.sqrt(tau2))} points beyond chance (tau² ${fixed(tau2)})`,
      fold(
        'Every person counts the same. Nobody could be blinded, and people who agreed to a test are not all people.',
        '  ',
      ),
    ].join('\n')}\n`,
  );
}

/** Why the sums cannot be added to those before them. */
function misfits(site: SiteFile, before: readonly SiteFile[]): string[] {
  const [first] = before;
  if (!first) return [];
  const isTwice = before.some(({ site: id }) => id === site.site);
  return [
    ...(site.measure === first.measure && site.compares === first.compares
      ? []
      : [
          `is of ${site.measure}, ${site.compares}; the first file is of ${first.measure}, ${first.compares}`,
        ]),
    ...(isTwice
      ? [`the practice "${site.practice}" is in twice: its people would count twice`]
      : []),
  ];
}

const fixed = (value: number): string => value.toFixed(2).replace(/^-/, '−');
