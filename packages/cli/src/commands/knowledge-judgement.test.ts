import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWLEDGE_FOLDER } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import { knowledge } from '../testing/real-knowledge.ts';
import { formatJudgement, reportJudgement } from './knowledge-judgement.ts';

const report = reportJudgement(knowledge);
const listed = new Map(
  report.subjects.flatMap(({ limits }) => limits.map((limit) => [limit.limit, limit] as const)),
);

test('every limit whose file says judgement is listed, once', () => {
  // Counted in the files themselves, without the reader of the program.
  const files = globSync('*/*.yaml', { cwd: KNOWLEDGE_FOLDER }).filter(
    (file) => !file.endsWith('.cases.yaml'),
  );
  const counted = (basis: string) =>
    files.reduce(
      (sum, file) =>
        sum +
        readFileSync(join(KNOWLEDGE_FOLDER, file), 'utf8').split(`basis: ${basis}`).length -
        1,
      0,
    );
  expect(report.judgement).toBe(counted('judgement'));
  expect(report.limits).toBe(counted('judgement') + counted('cited'));
  expect(listed.size).toBe(report.judgement);
  expect(report.kinds.reduce((sum, { judgement }) => sum + judgement, 0)).toBe(report.judgement);
});

test('no source gives a pressure number, so each of them is listed', () => {
  const numbers = [...knowledge.conditions, ...knowledge.medicines, ...knowledge.findings]
    .flatMap(({ rules }) => rules)
    .flatMap(({ id, limits }) =>
      limits.flatMap((limit) =>
        'pressure' in limit && limit.pressure !== 'none' ? `${id}/${limit.name ?? 'pressure'}` : [],
      ),
    );
  expect(numbers.length).toBeGreaterThan(0);
  expect([...listed.keys()]).toEqual(expect.arrayContaining(numbers));
});

test('a limit says where it holds and what it leans on; a cited one is not there', () => {
  expect(listed.get('neuropathy-leave-numb-skin/pressure')).toMatchObject({
    kind: 'pressure',
    says: 'At “area with less feeling”: do not touch.',
    sources: [{ source: 'ceinstitute-bodywork-massage-therapy-precaution' }],
  });
  expect(listed.has('gouty-joint-leave-alone/pressure')).toBe(false);
});

test('the text counts what it lists', () => {
  const text = formatJudgement(report);
  expect(text).toContain(`${report.judgement} of ${report.limits} limits`);
  for (const { limits } of report.subjects)
    for (const { limit } of limits) expect(text).toContain(`\n  ${limit}\n`);
});
