/** `assuage knowledge coverage`: the questions about which no rule speaks, condition by condition. Pure. */
import type { Knowledge } from '@assuage/knowledge';
import { type Coverage, compileEngine, coverageOf } from '@assuage/safety';

export interface CoverageReport extends Coverage {
  readonly format: 'assuage-knowledge-coverage-1';
  readonly release: string;
}

export function reportCoverage(knowledge: Knowledge): CoverageReport {
  const coverage = coverageOf(compileEngine(knowledge));
  return { format: 'assuage-knowledge-coverage-1', release: knowledge.release, ...coverage };
}

export function formatCoverage({ release, questions, conditions }: CoverageReport): string {
  const withRule = (question: string) =>
    conditions.filter(({ covered }) => covered[question] === 'own').length;
  const lines = [
    `Coverage of release ${release}: ${conditions.length} conditions, ${questions.length} questions`,
    '',
    'Conditions with a rule of their own, or of a broader condition, about',
    ...questions.map(
      (question) => `  ${question.padEnd(24)} ${`${withRule(question)}`.padStart(4)}`,
    ),
    '',
    'No rule at all about',
    ...conditions.map(({ id, rules, covered }) => {
      const gaps = questions.filter((question) => covered[question] === 'none');
      return `  ${id} (${rules} rules): ${gaps.join(', ') || 'nothing is missing'}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}
