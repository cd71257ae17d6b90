import type { Knowledge } from '@assuage/knowledge';
import { type ClientRecord, NOTHING_RECORDED } from '@assuage/record';
import { EMPTY_PROFILE, type Statement, withOthersNo } from '@assuage/safety';
import { expect, test } from 'vitest';
import { engine, knowledge as shipped } from '../testing/real-knowledge.ts';
import { diffKnowledge, formatDiff } from './knowledge-diff.ts';

/** The shipped knowledge in which a hot joint may be touched: the kind of mistake that this must show. */
const loosened: Knowledge = {
  ...shipped,
  release: 'looser',
  findings: shipped.findings.map((finding) =>
    finding.id === 'hot-joint'
      ? { ...finding, rules: finding.rules.filter(({ id }) => id !== 'hot-joint-leave-alone') }
      : finding,
  ),
};
const said = { by: 'Ana', at: '2026-03-02T09:00' };
/** Someone who said this, and no to everything else that is asked of everyone. */
const record = (name: string, statement: Statement): ClientRecord => ({
  ...NOTHING_RECORDED,
  client: { id: name, name, born: '1968-04-12' },
  statements: [
    ...withOthersNo(
      engine,
      { ...EMPTY_PROFILE, facts: new Map([[statement.fact, statement]]) },
      said.by,
      said.at,
    ).facts.values(),
  ],
  listed: { condition: true, medicine: true },
  entries: 1,
  lastEntered: '',
});
const hotWrist = record('Ana', {
  ...said,
  fact: 'hot-joint',
  answer: 'yes',
  places: ['wrist-right'],
});
const noHotJoint = record('Ben', { ...said, fact: 'hot-joint', answer: 'no' });

test('a dropped rule is shown as looser, with the client for whom it held', () => {
  const report = diffKnowledge({
    before: shipped,
    after: loosened,
    clients: [hotWrist, noHotJoint],
  });
  expect(report.rules.map(({ id, change, direction }) => [id, change, direction])).toEqual([
    ['hot-joint-leave-alone', 'removed', 'looser'],
  ]);
  expect(report.clients?.changed.map(({ name, change }) => [name, change.direction])).toEqual([
    ['Ana', 'looser'],
  ]);
  const text = formatDiff(report);
  expect(text).toContain('- hot-joint-leave-alone');
  expect(text).toContain('LOOSER');
  expect(text).toContain('Clients: 1 of 2 change');
  expect(text).toContain('Gone: hot-joint-leave-alone/');
});

test('between a release and itself nothing differs', () => {
  const report = diffKnowledge({ before: shipped, after: shipped, clients: [hotWrist] });
  expect(report).toMatchObject({ subjects: [], rules: [], clients: { screened: 1, changed: [] } });
  expect(formatDiff(report)).toContain('No fact, rule, limit or technique differs.');
});
