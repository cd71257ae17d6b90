import { type Answer, answer } from '../answer.ts';
import { type Effect, FARTHEST } from '../effect.ts';
import { FEWEST_PEOPLE, oneShot, type SiteSummary, siteSummary } from '../federated.ts';
import type { Coefficient } from '../model.ts';
import { isMissing, numberIn, plainWords, shortened } from './cells.ts';
import { rowsOf } from './rows.ts';
import type { TableIssue } from './studies.ts';

/** A site and its four sums. */
export interface Site extends SiteSummary {
  readonly name: string;
}

export interface PooledSites {
  readonly sites: readonly Site[];
  /** Of all sites. */
  readonly people: number;
  readonly pooled: Coefficient;
  /** Hedges' estimate. */
  readonly tau2: number;
}

export type PooledSitesOrWhy =
  | { readonly ok: true; readonly value: PooledSites }
  | { readonly ok: false; readonly issues: readonly TableIssue[] };

const COLUMNS = ['site', 'k', 'sumY', 'sumYY', 'sumV'] as const;
const SUMS = COLUMNS.slice(1);
const small = (name: string): string => name.toLowerCase();
/** More people than a site can have are a mistake. */
const MOST_PEOPLE = 1e9;
/** The sums are rounded to four decimals: so far may they disagree. */
const ROUNDED = 1e-3;

/** Whether the columns are those of site sums, rather than of studies. */
export function hasSites(text: string): boolean {
  const read = rowsOf(text);
  const head = read.ok ? (read.value.rows[0]?.cells ?? []).map(small) : [];
  return SUMS.every((column) => head.includes(small(column)));
}

/**
 * Pools what several sites send once, a line each: `site`, `k` people, and the sums of their effects, squared
 * effects and variances. Refused by line: fewer than five people, a site that is there twice (the difference of
 * two releases gives single people away), sums that no people have.
 */
export function poolSites(text: string): PooledSitesOrWhy {
  const read = rowsOf(text);
  if (!read.ok) return wrong(1, read.why);
  const [head, ...rows] = read.value.rows;
  if (!head) return wrong(1, 'there is nothing in it');
  const places = new Map(head.cells.map((cell, i) => [small(cell), i]));
  const lacking = SUMS.find((column) => !places.has(small(column)));
  if (lacking !== undefined) return wrong(head.line, `there is no column ${lacking}`);
  if (rows.length === 0) return wrong(head.line, 'there are column names, and no site below them');
  const sites: Site[] = [];
  const issues: TableIssue[] = [];
  for (const row of rows) {
    const said = (column: string): string => row.cells[places.get(small(column)) ?? -1] ?? '';
    const site = siteIn(said, read.value.separator !== ',', sites.length + issues.length + 1);
    const message = typeof site === 'string' ? site : twice(site, sites);
    if (message !== null) issues.push({ line: row.line, message });
    else if (typeof site !== 'string') sites.push(site);
  }
  if (issues.length > 0) return { ok: false, issues };
  const found = oneShot(sites);
  if (!found.ok) return wrong(head.line, found.why);
  const people = sites.reduce((all, { k }) => all + k, 0);
  return { ok: true, value: { sites, people, ...found.value } };
}

/** At the site: the line that it sends, under its column names, as `poolSites` reads it. */
export function siteLine(name: string, effects: readonly Effect[]): Answer<string> {
  const sums = siteSummary(effects);
  if (!sums.ok) return sums;
  const { k, sumY, sumYY, sumV } = sums.value;
  const quoted = /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
  return answer(`${COLUMNS.join()}\n${[quoted, k, sumY, sumYY, sumV].join()}\n`);
}

const wrong = (line: number, message: string): PooledSitesOrWhy => ({
  ok: false,
  issues: [{ line, message }],
});

const twice = ({ name }: Site, before: readonly Site[]): string | null =>
  before.some((each) => each.name === name)
    ? `site ${name} is there twice: what two releases differ by may give single people away`
    : null;

function siteIn(
  said: (column: string) => string,
  decimalComma: boolean,
  number: number,
): Site | string {
  const name = plainWords(said('site')) || `Site ${number}`;
  const bad = SUMS.find((column) => Number.isNaN(numberIn(said(column), decimalComma)));
  if (bad !== undefined)
    return isMissing(said(bad))
      ? `${name}: ${bad} is missing`
      : `${bad} is "${shortened(said(bad))}", not a number`;
  const [k = 0, sumY = 0, sumYY = 0, sumV = 0] = SUMS.map((column) =>
    numberIn(said(column), decimalComma),
  );
  if (!Number.isInteger(k) || k < FEWEST_PEOPLE || k > MOST_PEOPLE)
    return `${name}: ${k} people are too few, or no number of people: ${FEWEST_PEOPLE} or more`;
  if (!(sumV > 0)) return `${name}: the sum of variances (${sumV}) must be above 0`;
  if (sumYY - sumY ** 2 / k < -ROUNDED * (1 + sumYY))
    return `${name}: no ${k} people have effects with these sums`;
  if (Math.abs(sumY / k) > FARTHEST * Math.sqrt(sumV / k))
    return `${name}: the mean effect is more than ten million standard errors from 0`;
  return { name, k, sumY, sumYY, sumV };
}
