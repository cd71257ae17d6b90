/**
 * `npm run bench`, second half: how fast invented clients are screened again with a changed release, as
 * `assuage knowledge diff --simulate` does it. `--quick` leaves out the million.
 */
import { formatIssue, type Knowledge, type Rule, rulesOf } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, inventProfiles, simulate } from '@assuage/safety';
import type { Build } from './contender.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const MILLION = 1_000_000;
const SAMPLE = 1_000;
const AT_ONCE = 32;
const SEED = 1;
const isQuick = process.argv.includes('--quick');

const loaded = readKnowledge();
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
const before = compileEngine(loaded.knowledge);
const after = compileEngine(everyTwentiethRuleLoosened(loaded.knowledge));

const row = (cells: readonly string[]): void =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : cell.padStart(15))).join(''));
const whole = (value: number): string => Math.round(value).toLocaleString('en');
/** Of the whole process since its start, so it can only rise. */
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

console.log(
  `\nClients screened with two releases of ${rulesOf(loaded.knowledge).length} rules; in the second, ` +
    'every 20th is loosened\n' +
    `Before the first: ${whole(peakMegabytes())} MB\n`,
);
simulate(before, after, 2_000, SEED);
row(['Assuage', 'clients', 'change', 'seconds', 'per second', 'peak MB']);
for (const clients of SIZES) {
  if (isQuick && clients >= MILLION) continue;
  const start = performance.now();
  const { changed } = simulate(before, after, clients, SEED);
  const seconds = (performance.now() - start) / 1000;
  row([
    '',
    whole(clients),
    whole(changed),
    seconds.toFixed(2),
    whole(clients / seconds),
    whole(peakMegabytes()),
  ]);
}

// Only now, so that the memory of the other engines is not counted above.
const { jsonRulesEngine } = await import('./engines/json-rules-engine.ts');
const { zenExpression, zenTable } = await import('./engines/zen.ts');
const { plainRules } = await import('./rules.ts');

console.log(
  `\nThe others, with the same rules and clients: measured on ${SAMPLE} clients; the time for a\n` +
    'million is extrapolated from these. Only finding the limits is timed, not making the client, the\n' +
    'input or the comparison, all of which is in the figures of Assuage.\n',
);
row(['', 'clients', 'seconds', 'per second', 'a million, min']);
for (const build of [zenExpression, zenTable, jsonRulesEngine]) {
  const { name, seconds } = await measure(build);
  const perSecond = SAMPLE / seconds;
  row([
    name,
    whole(SAMPLE),
    seconds.toFixed(2),
    whole(perSecond),
    (MILLION / perSecond / 60).toFixed(1),
  ]);
}

async function measure(build: Build): Promise<{ name: string; seconds: number }> {
  const contenders = [before, after].map((engine) => build(engine, plainRules(engine.knowledge)));
  const profiles = [...inventProfiles(before, SAMPLE, SEED)];
  const runs = profiles.flatMap((profile) => contenders.map(({ prepare }) => prepare(profile).run));
  for (const run of runs.slice(0, 50)) await run();
  const start = performance.now();
  // Some of them work on other threads: they are given several clients at once.
  for (let i = 0; i < runs.length; i += AT_ONCE)
    await Promise.all(runs.slice(i, i + AT_ONCE).map((run) => run()));
  return { name: contenders[0]?.name ?? '', seconds: (performance.now() - start) / 1000 };
}

/** As a release would: a pressure one step higher, or the rule gone where it has no such number. */
function everyTwentiethRuleLoosened(knowledge: Knowledge): Knowledge {
  let count = 0;
  const loosen = (rule: Rule): Rule[] => {
    count += 1;
    if (count % 20 !== 0) return [rule];
    const limits = rule.limits.map((limit) =>
      'pressure' in limit && limit.pressure !== 'none' && limit.pressure < 4
        ? { ...limit, pressure: limit.pressure + 1 }
        : limit,
    );
    return limits.some((limit, i) => limit !== rule.limits[i]) ? [{ ...rule, limits }] : [];
  };
  const each = <T extends { readonly rules: readonly Rule[] }>(subjects: readonly T[]): T[] =>
    subjects.map((subject) => ({ ...subject, rules: subject.rules.flatMap(loosen) }));
  return {
    ...knowledge,
    release: `${knowledge.release}-loosened`,
    conditions: each(knowledge.conditions),
    medicines: each(knowledge.medicines),
    findings: each(knowledge.findings),
    techniques: each(knowledge.techniques),
  };
}
