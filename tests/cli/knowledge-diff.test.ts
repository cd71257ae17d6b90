// Comparing two releases, as people and programs meet it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assuage, ROOT } from './assuage.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assuage-release-'));
  cpSync(join(ROOT, 'knowledge'), folder, { recursive: true });
  const file = join(folder, 'findings/hot-joint.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('pressure: none', 'pressure: 2'));
  const claim = join(folder, 'claims/lowers-cortisol.yaml');
  writeFileSync(claim, readFileSync(claim, 'utf8').replace('contradicted', 'mixed'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('knowledge diff', () => {
  test('shows a loosened rule, and how many invented clients it changes', async () => {
    const { code, stdout, stderr } = await assuage([
      ...['knowledge', 'diff', 'knowledge', folder],
      ...['--simulate', '2000', '--format', 'json'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const report = JSON.parse(stdout);
    const readme = readFileSync(join(ROOT, 'packages/cli/README.md'), 'utf8');
    for (const key of [report.format, ...Object.keys(report)])
      expect(readme, key).toContain(`\`${key}\``);
    expect(report.library).toEqual({
      isWhole: true,
      changes: [
        {
          ...{ kind: 'claim', id: 'lowers-cortisol', change: 'changed', keys: ['verdict'] },
          says: ['contradicted, high → mixed, high'],
        },
      ],
    });
    expect(report.rules).toHaveLength(1);
    expect(report.rules[0]).toMatchObject({ direction: 'looser' });
    expect(report.simulation).toMatchObject({ clients: 2000, seed: 1 });
    expect(report.simulation.changed).toBeGreaterThan(0);
    expect(report.simulation.changed).toBeLessThan(500);
    expect(report.simulation.rules[0].rule).toBe(report.rules[0].id);
  });

  test.each([
    [['no-such-folder'], 'no-such-folder: there is no such folder'],
    [['git:no-such-revision'], 'git does not know this revision'],
    [['knowledge', 'knowledge', '--practice', 'docs'], 'there are no records here'],
    [['knowledge', '--simulate', 'many'], 'Give a whole number'],
  ])('%j is refused with a reason', async (args, reason) => {
    const { code, stdout, stderr } = await assuage(['knowledge', 'diff', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
