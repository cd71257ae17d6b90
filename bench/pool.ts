/**
 * `npm run bench`, the part on pooling: how fast twenty studies are pooled and reported, beside metafor where R has
 * it, and how long a regression of 10,000 studies takes. Notes: README.md beside this file.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fit, pool, report, type Study, spreadInterval } from '@assuage/evidence';
import { seededRandom } from '@assuage/statistics';
import { type Timed, timeAll } from './timing.ts';

const MANY = 10_000;
const SEED = 'pooling';
/** As near as the two must come before their speeds are compared; metafor's own stop is at 1e-5. */
const AGREED = 1e-4;

/** Prints effect, spread, fits per second, reports per second. */
const R_SCRIPT = `
suppressMessages(library(metafor))
d <- read.csv(commandArgs(TRUE)[1])
fit <- function() { r <- rma(d$yi, d$vi, test = "adhoc"); confint(r); r }
full <- function() {
  r <- fit()
  rma(d$yi, d$vi, test = "knha"); rma(d$yi, d$vi, method = "DL")
  predict(r); leave1out(r); influence(r); regtest(r); regtest(r, model = "lm"); trimfill(r)
}
perSecond <- function(f) {
  f(); n <- 0; start <- proc.time()[[3]]
  while (proc.time()[[3]] - start < 3) { f(); n <- n + 1 }
  n / (proc.time()[[3]] - start)
}
r <- fit()
cat(r$beta[1], r$tau2, perSecond(fit), perSecond(full), "\\n")
`;

/** Effects around −0.5 that differ by 0.3 beyond chance, of studies with 20 to 200 people. */
function inventStudies(count: number): Study[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, i) => {
    const vi = 4 / (20 + random.integer(181));
    const yi = -0.5 + 0.3 * random.normal() + Math.sqrt(vi) * random.normal();
    return { name: `Study ${i + 1}`, yi, vi };
  });
}

const twenty = inventStudies(20);
const many = inventStudies(MANY);
const columns = seededRandom(`${SEED} moderators`);
const moderators = ['dose', 'weeks', 'age'].map((name) => ({
  name,
  values: many.map(() => columns.uniform() * 10),
}));

function fitted(): Fit {
  const fit = pool(twenty);
  if (!fit.ok) throw new Error(fit.why);
  const interval = spreadInterval(fit.value);
  if (!interval.ok) throw new Error(interval.why);
  return fit.value;
}
const reported = () => report(twenty, { measure: 'SMD', better: 'lower' });
const regressed = () => pool(many, { method: 'REML', test: 'knha', moderators });

const small: Timed[] = [
  { name: 'fit with intervals', run: fitted },
  { name: 'full report', run: reported },
];
const [fit, whole] = await timeAll(small);
const peakBefore = peak();
const [regression] = await timeAll([{ name: `${MANY} studies, 3 moderators`, run: regressed }]);
const inR = askR();

console.log('\nPooling 20 studies: REML, Hartung–Knapp interval with the floor, Q-profile\n');
row(['', 'µs, median', 'per second', 'metafor', 'ratio']);
for (const [timing, theirs] of [
  [fit, inR.ok ? inR.fits : undefined],
  [whole, inR.ok ? inR.reports : undefined],
] as const) {
  const perSecond = 1e6 / (timing?.median ?? Number.NaN);
  row([
    timing?.name ?? '',
    (timing?.median ?? Number.NaN).toFixed(0),
    count(perSecond),
    theirs === undefined ? 'left out' : count(theirs),
    theirs === undefined ? '' : `${(perSecond / theirs).toFixed(0)} ×`,
  ]);
}
console.log(
  `\n${regression?.name}: ${((regression?.median ?? Number.NaN) / 1000).toFixed(0)} ms. ` +
    `Peak of the whole process: ${count(peak())} MB, ${count(peakBefore)} MB before it`,
);
if (!inR.ok) console.log(`metafor is left out: ${inR.why}`);
console.log(`
  full report  other intervals, range for a further study, leaving each out, influence, Egger twice,
               trim and fill
`);

/** The most memory that the process ever had, in megabytes. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function row(cells: readonly string[]): void {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : cell.padStart(13))).join(''));
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

type InR =
  | { readonly ok: true; readonly fits: number; readonly reports: number }
  | { readonly ok: false; readonly why: string };

/** The same with metafor, in calls per second; first it must find the same effect and spread. */
function askR(): InR {
  const folder = mkdtempSync(join(tmpdir(), 'assuage-bench-'));
  try {
    const data = join(folder, 'studies.csv');
    const script = join(folder, 'pool.R');
    const lines = twenty.map(({ yi, vi }) => `${yi},${vi}`);
    writeFileSync(data, ['yi,vi', ...lines, ''].join('\n'));
    writeFileSync(script, R_SCRIPT);
    const answer = execFileSync('Rscript', [script, data], { encoding: 'utf8', stdio: 'pipe' });
    const [effect = Number.NaN, tau2 = Number.NaN, fits = 0, reports = 0] = answer
      .trim()
      .split(/\s+/)
      .map(Number);
    const ours = fitted();
    const apart = Math.max(
      Math.abs(effect - ours.coefficients[0].estimate),
      Math.abs(tau2 - ours.tau2),
    );
    if (!(apart < AGREED)) return { ok: false, why: `it finds another result, ${apart} apart` };
    return { ok: true, fits, reports };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return {
      ok: false,
      why: missing ? 'R (Rscript) is not installed here' : 'R does not have it, or failed',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
