/** `assuage knowledge judgement`: every limit that is our reading and not a source's, to be signed off. Pure. */
import { type FactKind, type Knowledge, LIMIT_KINDS, type LimitKind } from '@assuage/knowledge';
import { compileEngine, describeRuleLimit } from '@assuage/safety';
import { fold } from '../report/layout.ts';
import { type CitedReport, citer } from '../report/plan-report.ts';

export interface JudgementReport {
  readonly format: 'assuage-knowledge-judgement-1';
  readonly release: string;
  /** All limits of the release, and how many of them are judgement. */
  readonly limits: number;
  readonly judgement: number;
  readonly kinds: readonly {
    readonly kind: LimitKind;
    readonly limits: number;
    readonly judgement: number;
  }[];
  readonly subjects: readonly SubjectJudgement[];
}
interface SubjectJudgement {
  readonly id: string;
  readonly kind: FactKind | 'technique';
  readonly name: string;
  readonly limits: readonly {
    readonly limit: string;
    readonly kind: LimitKind;
    readonly says: string;
    /** What the judgement leans on; empty where no source speaks of it. */
    readonly sources: readonly CitedReport[];
  }[];
}

export function reportJudgement(knowledge: Knowledge): JudgementReport {
  const engine = compileEngine(knowledge);
  const cite = citer(engine);
  // A limit at the places of two facts is compiled twice, under one id.
  const all = [
    ...new Map(
      engine.rules.flatMap(({ limits }) => limits).map((limit) => [limit.id, limit]),
    ).values(),
  ];
  const judged = all.filter(({ limit }) => limit.basis === 'judgement');
  const bySubject = Map.groupBy(judged, ({ rule }) => rule.subject);
  return {
    format: 'assuage-knowledge-judgement-1',
    release: knowledge.release,
    limits: all.length,
    judgement: judged.length,
    kinds: LIMIT_KINDS.map((kind) => ({
      kind,
      limits: all.filter((limit) => limit.kind === kind).length,
      judgement: judged.filter((limit) => limit.kind === kind).length,
    })),
    subjects: [...bySubject].map(([{ id, kind, name }, limits]) => ({
      id,
      kind,
      name,
      limits: limits.map((compiled) => ({
        limit: compiled.id,
        kind: compiled.kind,
        says: describeRuleLimit(engine, compiled.limit),
        sources: compiled.limit.sources.flatMap(cite),
      })),
    })),
  };
}

export function formatJudgement(report: JudgementReport): string {
  const lines = [
    `Our judgement in release ${report.release}: ${report.judgement} of ${report.limits} limits`,
    '',
    'By kind of limit',
    ...report.kinds.map(
      ({ kind, judgement, limits }) =>
        `  ${kind.padEnd(10)} ${`${judgement}`.padStart(4)} of ${`${limits}`.padStart(4)}`,
    ),
    ...report.subjects.flatMap(({ id, kind, name, limits }) => [
      '',
      `${name} (${kind} ${id}): ${limits.length}`,
      ...limits.flatMap(({ limit, says, sources }) => [
        `  ${limit}`,
        fold(says, '    '),
        ...(sources.length === 0 ? ['    Leans on no source.'] : []),
        ...sources.map(({ title, locator }) => fold(`${title}, ${locator}.`, '    Leans on: ')),
      ]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
