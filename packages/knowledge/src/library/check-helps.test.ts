import { describe, expect, it } from 'vitest';
import { formatIssue } from '../issues.ts';
import type { Knowledge } from '../knowledge.ts';
import { loadKnowledge } from '../load.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '../node/read.ts';
import { loadLibrary } from './load.ts';

/** Real conditions and techniques, and one source that is a study. */
const knowledge: Knowledge = (() => {
  const loaded = loadKnowledge(readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects, 'test');
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const source = { kind: 'source', id: 'knees', title: 'Knees', publisher: 'A journal' } as const;
  const where = { url: 'https://example.org/knees', strength: 'trial', study: 'knee' } as const;
  return { ...loaded.knowledge, sources: [{ ...source, ...where }] };
})();

interface Parts {
  readonly help?: string;
  readonly outcome?: string;
  readonly comparator?: string;
  readonly says?: string;
  readonly techniques?: string;
}

/** Invented: a technique whose one help rests on one study, which one finding grades as low. */
function problems({ help, outcome, comparator, says, techniques }: Parts): string[] {
  const result = loadLibrary(
    [
      {
        path: 'techniques/swedish.yaml',
        text: `kind: technique
id: swedish
name: Swedish massage
plain: Long strokes and kneading.
helps:
  - goal: pain
    for: [osteoarthritis]
    ${help ?? 'level: some\n    graded: { in: osteoarthritis, outcome: pain, certainty: low }'}
    sources: [{ source: knees, locator: abstract }]
`,
      },
      {
        path: 'studies/knee.yaml',
        text: `kind: study
id: knee
title: Sore knees
authors: Nobody N
url: https://example.org/knee
read: abstract
design: randomised-trial
conditions: [osteoarthritis]
about: people with sore knees
technique: { facet: swedish, given: Swedish massage, ids: [${techniques ?? 'swedish'}] }
comparator: { class: ${comparator ?? 'waitlist'} }
summary: Made up for a test.
outcomes: [{ measure: pain, ${outcome ?? 'goals: [pain], shows: favours-massage'} }]
`,
      },
      {
        path: 'sources/knees.yaml',
        text: 'kind: source\nid: knees\nstudy: knee\n',
      },
      {
        path: 'evidence/osteoarthritis.yaml',
        text: `kind: evidence
id: osteoarthritis
plain: It may ease pain.
findings:
  - outcome: pain
    against: waitlist
    says: ${says ?? 'helps'}
    plain: It may ease pain.
    start: low
    down: []
    certainty: low
    goals: [pain]
    techniques: [swedish]
    studies: [knee]
`,
      },
    ],
    knowledge,
  );
  return result.ok ? [] : result.issues.map(formatIssue);
}
const graded = (level: string, certainty = 'low'): string =>
  `level: ${level}\n    graded: { in: osteoarthritis, outcome: pain, certainty: ${certainty} }`;

describe('what a technique helps with', () => {
  it('is accepted where a trial and the evidence on the condition say the same', () => {
    expect(problems({})).toEqual([]);
  });

  it('is not "some" without a study in which massage did better than no massage', () => {
    const refused =
      'techniques/swedish.yaml:8: "some" for pain needs a trial or review of people in which massage did better than no massage: cite it under "sources"';
    expect(problems({ outcome: 'goals: [pain], shows: within-group' })).toEqual([refused]);
    expect(problems({ comparator: 'other-massage' })).toEqual([refused]);
    expect(problems({ outcome: 'goals: [pain, sleep], shows: no-difference' })).toEqual([refused]);
    expect(
      problems({ help: graded('little'), outcome: 'goals: [pain], shows: within-group' }),
    ).toEqual([]);
  });

  it('is of the goal, the technique and the people of its study', () => {
    expect(problems({ outcome: 'goals: [sleep], shows: favours-massage' })).toContain(
      'techniques/swedish.yaml:10: no outcome of "knee" is marked with the goal pain',
    );
    expect(problems({ techniques: 'reflexology' })).toEqual([
      'techniques/swedish.yaml:10: "knee" is not about swedish',
    ]);
    // Massage in general holds for a kind of it.
    expect(problems({ techniques: 'massage' })).toEqual([]);
  });

  it('is refused where the evidence on the condition says otherwise', () => {
    expect(problems({ says: 'no-difference' })).toEqual([
      'techniques/swedish.yaml:8: "some", but evidence/osteoarthritis.yaml says no-difference',
      'techniques/swedish.yaml:8: evidence/osteoarthritis.yaml found no difference for swedish',
    ]);
    expect(problems({ help: graded('some', 'high') })).toEqual([
      'techniques/swedish.yaml:9: evidence/osteoarthritis.yaml is low about it, not high',
    ]);
  });

  it('says how sure it is as soon as somebody has graded its study', () => {
    expect(problems({ help: 'level: some' })).toEqual([
      'techniques/swedish.yaml:8: the finding "pain" grades these studies: name it under "graded"',
    ]);
  });

  it('is "none" only where a study found no gain, and "custom" only where there is no study', () => {
    expect(
      problems({
        help: graded('none'),
        outcome: 'goals: [pain], shows: no-difference',
        says: 'no-difference',
      }),
    ).toEqual([]);
    expect(problems({ help: graded('none') })).toEqual([
      'techniques/swedish.yaml:8: "none" for pain needs a study that found no gain: cite it under "sources"',
      'techniques/swedish.yaml:8: "none", but evidence/osteoarthritis.yaml says helps',
    ]);
    expect(problems({ help: 'level: custom' })).toEqual([
      'techniques/swedish.yaml:8: "custom" says that no study was read, but one is named',
    ]);
  });
});
