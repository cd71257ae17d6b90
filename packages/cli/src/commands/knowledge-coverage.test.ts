import { expect, test } from 'vitest';
import { knowledge } from '../testing/real-knowledge.ts';
import { formatCoverage, reportCoverage } from './knowledge-coverage.ts';

test('every condition is looked at for every question, and gaps are named', () => {
  const report = reportCoverage(knowledge);
  expect(report.conditions.map(({ id }) => id)).toEqual(knowledge.conditions.map(({ id }) => id));
  for (const { covered } of report.conditions)
    expect(Object.keys(covered).sort()).toEqual([...report.questions].sort());
  // Heat is what its file is mostly about, as cold is for the other.
  const ms = report.conditions.find(({ id }) => id === 'multiple-sclerosis');
  expect(ms?.covered.heat).toBe('own');
  const raynauds = report.conditions.find(({ id }) => id === 'raynauds');
  expect(raynauds?.covered.cold).toBe('own');

  const text = formatCoverage(report);
  expect(text).toContain(`Coverage of release ${knowledge.release}`);
  for (const { id } of report.conditions) expect(text).toContain(`\n  ${id} (`);
});
