/** The four sums of one practice, as a file that may leave it. */
import type { SiteSummary } from '@assuage/evidence';
import { COMPARED, type Compared } from '@assuage/outcomes';
import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';

export interface SiteFile extends SiteSummary {
  /** Its id, so that nobody is counted twice. */
  readonly site: string;
  /** Its name. */
  readonly practice: string;
  readonly measure: string;
  readonly compares: Compared;
}

const number = v.pipe(v.number('must be a number'), v.finite('must be a number'));
const Site: v.GenericSchema<unknown, SiteFile> = v.strictObject({
  site: v.string('must be text'),
  practice: v.string('must be text'),
  measure: v.string('must be text'),
  compares: v.picklist(COMPARED, `must be one of: ${COMPARED.join(', ')}`),
  k: v.pipe(number, v.integer('must be a whole number'), v.minValue(1, 'must be at least 1')),
  sumY: number,
  sumYY: v.pipe(number, v.minValue(0, 'must not be negative')),
  sumV: v.pipe(number, v.minValue(0, 'must not be negative')),
});

export const siteText = (site: SiteFile): string => `${JSON.stringify(site, null, 2)}\n`;

/** @returns the sums, or a line for everything that is wrong */
export function readSite(text: string): Result<SiteFile, string[]> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return fail([`is not JSON: ${(error as SyntaxError).message}`]);
  }
  const parsed = v.safeParse(Site, input);
  return parsed.success
    ? ok(parsed.output)
    : fail(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`));
}
