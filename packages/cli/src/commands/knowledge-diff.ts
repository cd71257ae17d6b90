/** `assuage knowledge diff`: what another release changes, and for which clients. Pure. */
import type { Knowledge } from '@assuage/knowledge';
import type { ClientRecord } from '@assuage/record';
import {
  compareReleases,
  comparisonOf,
  compileEngine,
  describeEnvelopeChange,
  type Engine,
  type EnvelopeChange,
  evaluate,
  profileOf,
  type ReleaseDiff,
  type RuleChange,
  type Simulation,
} from '@assuage/safety';
import { compareShelves, type LibraryDiff, type Shelves } from './library-diff.ts';

export interface DiffReport extends ReleaseDiff {
  readonly format: 'assuage-knowledge-diff-1';
  /** Studies, claims, evidence and measures; `null` where they were not compared. */
  readonly library: LibraryDiff | null;
  readonly clients: ScreenedClients | null;
  readonly simulation: TimedSimulation | null;
}
export interface ScreenedClients {
  readonly screened: number;
  readonly changed: readonly ClientChange[];
}
export interface ClientChange {
  readonly client: string;
  readonly name: string;
  /** The day of the newest answer, on which both releases are applied. */
  readonly day: string;
  readonly change: EnvelopeChange;
  readonly says: readonly string[];
}
export interface TimedSimulation extends Simulation {
  readonly seed: number;
  readonly seconds: number;
}

export interface DiffRequest {
  readonly before: Knowledge;
  readonly after: Knowledge;
  /** The same two releases: what no rule depends on. */
  readonly shelves?: readonly [Shelves, Shelves];
  /** The clients of a practice. */
  readonly clients?: readonly ClientRecord[];
  readonly simulate?: (before: Engine, after: Engine) => TimedSimulation;
}

export function diffKnowledge({
  before,
  after,
  shelves,
  clients,
  simulate,
}: DiffRequest): DiffReport {
  const old = compileEngine(before);
  const now = compileEngine(after);
  return {
    format: 'assuage-knowledge-diff-1',
    ...compareReleases(old, now),
    library: shelves ? compareShelves(...shelves) : null,
    clients: clients ? screen(old, now, clients) : null,
    simulation: simulate?.(old, now) ?? null,
  };
}

function screen(old: Engine, now: Engine, clients: readonly ClientRecord[]): ScreenedClients {
  const comparison = comparisonOf(old, now);
  const changed = clients.flatMap((record): ClientChange[] => {
    const day = record.statements.at(-1)?.at.slice(0, 10);
    if (day === undefined) return [];
    const envelopeBy = (engine: Engine) => {
      const { profile } = profileOf(engine, record.statements, record.listed, day);
      return evaluate(engine, profile, { today: day, permissions: record.permissions });
    };
    const change = comparison.change(envelopeBy(old), envelopeBy(now));
    if (!change) return [];
    const { id, name } = record.client;
    return [{ client: id, name, day, change, says: describeEnvelopeChange(now, change) }];
  });
  return { screened: clients.length, changed };
}

const MOST_ROWS = 15;

export function formatDiff(report: DiffReport): string {
  const { subjects, rules, library, clients, simulation } = report;
  const lines = [
    `Knowledge ${report.from} → ${report.to}`,
    '',
    ...(subjects.length === 0 && rules.length === 0 && !report.body
      ? ['No fact, rule, limit or technique differs.']
      : []),
    ...(report.body ? ['The body map differs.'] : []),
    ...(subjects.length > 0 ? [`Facts and techniques: ${subjects.length}`] : []),
    ...subjects.map(
      ({ change, kind, id, keys }) =>
        `  ${SIGN[change]} ${kind} ${id}${keys.length > 0 ? `: ${keys.join(', ')}` : ''}`,
    ),
    ...(rules.length > 0 ? [`Rules: ${rules.length}`] : []),
    ...rules.flatMap((rule) => [
      `  ${SIGN[rule.change]} ${rule.id} (${rule.about}): ${DIRECTION[rule.direction]}`,
      ...rule.what.map((what) => `      ${what}`),
    ]),
    ...(library ? libraryLines(library) : []),
    ...(clients ? ['', ...clientLines(clients)] : []),
    ...(simulation ? ['', ...simulationLines(simulation)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const SIGN = { added: '+', removed: '-', changed: '~' } as const;
const DIRECTION: Record<RuleChange['direction'], string> = {
  tighter: 'tighter',
  looser: 'LOOSER',
  other: 'tighter in one way, LOOSER in another',
  words: 'only in words',
};

function libraryLines({ changes, isWhole }: LibraryDiff): string[] {
  return [
    ...(changes.length > 0 ? [`Studies, claims, evidence and measures: ${changes.length}`] : []),
    ...changes.flatMap(({ change, kind, id, keys, says }) => [
      `  ${SIGN[change]} ${kind} ${id}${keys.length > 0 ? `: ${keys.join(', ')}` : ''}`,
      ...says.map((sentence) => `      ${sentence}`),
    ]),
    ...(isWhole
      ? []
      : [
          'Studies, claims and evidence are not compared: in one of the releases this version cannot read them.',
        ]),
  ];
}

function clientLines({ screened, changed }: ScreenedClients): string[] {
  return [
    `Clients: ${changed.length} of ${screened} change, each screened on the day of the newest answer`,
    ...changed.flatMap(({ name, day, change, says }) => [
      `  ${name} (${day}): ${DIRECTION[change.direction]}`,
      ...says.map((sentence) => `      ${sentence}`),
    ]),
  ];
}

function simulationLines(simulation: TimedSimulation): string[] {
  const { clients, changed, seconds, seed, decisions, rules, onlyBefore, onlyAfter } = simulation;
  const number = (value: number) => value.toLocaleString('en');
  const only = [...onlyBefore, ...onlyAfter];
  return [
    `Simulation: ${number(changed)} of ${number(clients)} invented clients change (seed ${seed})`,
    `  ${number(Math.round(clients / seconds))} clients per second, each screened with both releases`,
    ...decisions.map(
      ({ from, to, clients: count }) =>
        `  ${from} → ${to}${from === to ? ' (the plan changes)' : ''}: ${number(count)}`,
    ),
    ...(rules.length > 0 ? ['  Rules behind most changes:'] : []),
    ...rules
      .slice(0, MOST_ROWS)
      .map(({ rule, clients: count }) => `      ${rule}: ${number(count)}`),
    ...(rules.length > MOST_ROWS ? [`      and ${rules.length - MOST_ROWS} more`] : []),
    ...(only.length > 0
      ? [`  Counted as answered "no", because only one release has them: ${only.join(', ')}`]
      : []),
  ];
}
