/**
 * `npm run bench`: how fast a typical client is evaluated, beside other engines with the same rules.
 * Method and notes: README.md beside this file.
 */
import { cpus } from 'node:os';
import { formatIssue, rulesOf } from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledge, readKnowledgeFiles } from '@assuage/knowledge/node';
import {
  compileEngine,
  evaluate,
  explain,
  mergeLimits,
  openQuestions,
  stateOf,
} from '@assuage/safety';
import { MOMENT, typicalClient, uncheckedClient, variedClients } from './clients.ts';
import { contendersFor, disagreements } from './contenders.ts';
import { type Timed, type Timing, timeAll } from './timing.ts';

const startReading = performance.now();
const loaded = readKnowledge();
const readingMs = performance.now() - startReading;
if (!loaded.ok)
  refuse(
    'The knowledge has mistakes, so there is nothing to measure',
    loaded.issues.map(formatIssue),
  );
const startCompiling = performance.now();
const engine = compileEngine(loaded.knowledge);
const compilingMs = performance.now() - startCompiling;

const contenders = contendersFor(engine);
const clients = variedClients(engine, readKnowledgeFiles(KNOWLEDGE_FOLDER).cases);
const differences = await disagreements(contenders, clients);
if (differences.length > 0)
  refuse('The engines do not find the same limits, so their speeds do not compare', differences);

const profile = typicalClient(engine);
const envelope = evaluate(engine, profile, MOMENT);
const { limits } = envelope;
const unchecked = uncheckedClient(engine);
const AT_ONCE = 32;
const rivals = contenders.flatMap(({ name, prepare }): Timed[] => {
  const { run } = prepare(profile);
  const one = { name, run };
  return name === 'zen-engine: decision table'
    ? [
        one,
        {
          name: `  the same, ${AT_ONCE} at once`,
          run: () => Promise.all(Array.from({ length: AT_ONCE }, run)),
          evaluations: AT_ONCE,
        },
      ]
    : [one];
});
const parts: Timed[] = [
  { name: 'of evaluate: facts resolved', run: () => stateOf(engine, profile) },
  { name: 'of evaluate: regions merged', run: () => mergeLimits(engine, limits) },
  { name: 'explain', run: () => explain(engine, profile, envelope) },
  { name: 'openQuestions, none left', run: () => openQuestions(engine, profile, MOMENT) },
  { name: 'openQuestions, none answered', run: () => openQuestions(engine, unchecked, MOMENT) },
];
const timings = await timeAll([...rivals, ...parts]);
const assuage = timings[0]?.median ?? Number.NaN;

console.log(
  `${rulesOf(loaded.knowledge).length} rules, ${engine.facts.length} facts. Typical client: ${profile.facts.size} answers, ` +
    `${limits.length} limits in force.\n` +
    `All find the same limits for ${clients.size} clients.\n` +
    `${cpus()[0]?.model.trim()}, Node.js ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
);
print(timings.slice(0, rivals.length));
console.log(`
  Assuage        from the profile: facts resolved, rules, body regions merged into an envelope
  the others     from resolved facts and places: only the list of limits, nothing merged
  straight-line  one generated function of ifs; a lower bound
  zen-engine     with the facts passed to native code; the expression is parsed at each call,
                 the table is compiled before and evaluated on other threads
`);
console.log('Assuage alone');
print(timings.slice(rivals.length));
console.log(
  `\nOnce, cold: readKnowledge ${readingMs.toFixed(0)} ms, compileEngine ${compilingMs.toFixed(0)} ms`,
);

function print(rows: readonly Timing[]): void {
  const columns = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : cell.padStart(13))).join('');
  console.log(columns(['', 'µs, median', 'µs, least', 'per second', 'Assuage = 1']));
  for (const { name, median, least } of rows)
    console.log(
      columns([
        name,
        digits(median),
        digits(least),
        Math.round(1e6 / median).toLocaleString('en'),
        `${digits(median / assuage)} ×`,
      ]),
    );
}

/** Three significant digits, without an exponent. */
function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

function refuse(reason: string, lines: readonly string[]): never {
  const shown = lines.slice(0, 20);
  const more = lines.length - shown.length;
  console.error([`${reason}:`, ...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
  process.exit(1);
}
