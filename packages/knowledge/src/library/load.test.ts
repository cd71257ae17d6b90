import { describe, expect, it } from 'vitest';
import type { SourceText } from '../file.ts';
import { formatIssue } from '../issues.ts';
import type { Knowledge } from '../knowledge.ts';
import { loadKnowledge } from '../load.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '../node/read.ts';
import { loadLibrary } from './load.ts';

const knowledge: Knowledge = (() => {
  const loaded = loadKnowledge(readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects, 'test');
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  // Which studies its sources are is another library's matter.
  return { ...loaded.knowledge, sources: [] };
})();

const problems = (...files: SourceText[]): string[] => {
  const result = loadLibrary(files, knowledge);
  return result.ok ? [] : result.issues.map(formatIssue);
};

/** Invented papers: what is tested is the reading of files, not what massage does. */
const study = (id: string, more = '', outcome = ''): SourceText => ({
  path: `studies/${id}.yaml`,
  text: `kind: study
id: ${id}
title: A paper called ${id}
authors: Nobody N
url: https://example.org/${id}
read: abstract
design: randomised-trial
conditions: [osteoarthritis]
about: people with sore knees
technique: { facet: swedish, given: Swedish massage, ids: [swedish] }
comparator: { class: waitlist }
summary: Made up for a test.
${more}${outcome && `outcomes:\n  - measure: pain\n    shows: favours-massage\n    effect: ${outcome}\n`}`,
});
const effect = (text: string): string[] => problems(study('knee', '', text));

const evidence = (findings: string): SourceText => ({
  path: 'evidence/osteoarthritis.yaml',
  text: `kind: evidence\nid: osteoarthritis\nplain: It may ease pain.\n${findings}`,
});
const finding = (down: string, certainty: string, studies: string): string => `findings:
  - outcome: pain
    against: waitlist
    says: helps
    plain: It may ease pain.
    start: high
    down: [${down}]
    certainty: ${certainty}
    studies: [${studies}]
`;
const BIAS = '{ for: risk-of-bias, steps: 1, because: Nobody was blinded. }';

describe('a study', () => {
  it('is accepted with an estimate inside its interval', () => {
    expect(
      effect('{ kind: standardised-mean-difference, value: -0.6, low: -1.1, high: -0.1, p: 0.03 }'),
    ).toEqual([]);
  });

  it('needs a way to be opened', () => {
    const { path, text } = study('knee');
    expect(problems({ path, text: text.replace(/url:.*\n/, '') })).toEqual([
      'studies/knee.yaml:1: "knee" cannot be opened: it needs a doi, a pmid or a url',
    ]);
  });

  it('is refused where a lost minus sign puts the estimate outside its interval', () => {
    expect(effect('{ kind: mean-difference, value: 0.38, low: -1.1, high: -0.1 }')).toEqual([
      'studies/knee.yaml:16: the estimate 0.38 lies outside its own interval -1.1 to -0.1',
    ]);
    expect(effect('{ kind: mean-difference, value: -2.4, low: -1.1, high: -0.1 }')).toHaveLength(1);
  });

  it('is refused where a minus sign became a digit: an SMD of 21.14', () => {
    expect(effect('{ kind: standardised-mean-difference, value: 21.14 }')[0]).toMatch(
      /^studies\/knee\.yaml:16: a standardised effect beyond 5 is refused/,
    );
    expect(effect('{ kind: mean-difference, value: -12.48 }')).toEqual([]);
  });

  it('is refused where p and the interval disagree, unless somebody says why', () => {
    const trial = 'kind: difference-of-change, value: -0.53, low: -1.14, high: 0.08, p: 0.021';
    expect(effect(`{ ${trial} }`)[0]).toContain('p 0.021 and the interval -1.14 to 0.08 disagree');
    expect(effect(`{ ${trial}, disagree: They come from two tests. }`)).toEqual([]);
    expect(
      effect('{ kind: mean-difference, value: 1, low: -2, high: 4, p: "<0.05" }'),
    ).toHaveLength(1);
    expect(effect('{ kind: mean-difference, value: 1, low: -2, high: 4, p: "<0.1" }')).toEqual([]);
  });

  it('has "no difference" at 1 when its effect is a ratio', () => {
    const ratio = 'kind: risk-ratio, value: 0.37, low: 0.22, high: 0.61, p: "<0.001"';
    expect(effect(`{ ${ratio}, better: lower }`)).toEqual([]);
    expect(effect(`{ ${ratio}, better: higher }`)).toEqual([
      'studies/knee.yaml:16: said to favour massage, but higher is better and it is 0.37',
    ]);
    expect(effect('{ kind: risk-ratio, value: -0.2 }')[0]).toContain('a ratio is above 0');
  });

  it('is not counted twice', () => {
    const [first, again] = ['first', 'again'].map((id) => study(id, 'doi: 10.1000/ABC\n'));
    expect(problems(first as SourceText, again as SourceText)).toEqual([
      'studies/again.yaml:13: the same paper as "first"',
    ]);
  });

  it('is found from the source that says it is one, and must be there', () => {
    const source: SourceText = {
      path: 'sources/knees.yaml',
      text: 'kind: source\nid: knees\nstudy: kneee\n',
    };
    const cited = { kind: 'source', id: 'knees', title: 'Knees', publisher: 'A journal' } as const;
    const sources = (named: string): Knowledge => ({
      ...knowledge,
      sources: [{ ...cited, url: 'https://example.org/knees', strength: 'trial', study: named }],
    });
    const found = loadLibrary([study('knee'), source], sources('kneee'));
    expect(found.ok ? [] : found.issues.map(formatIssue)).toEqual([
      'sources/knees.yaml:3: unknown study "kneee"; did you mean "knee"?',
    ]);
    expect(loadLibrary([study('knee'), source], sources('knee')).ok).toBe(true);
  });

  it('names only conditions and techniques that exist', () => {
    const { path, text } = study('knee');
    const typos = text
      .replace('[osteoarthritis]', '[osteoarthritus]')
      .replace('[swedish]', '[swedsh]');
    expect(problems({ path, text: typos })).toEqual([
      'studies/knee.yaml:8: unknown condition "osteoarthritus"; did you mean "osteoarthritis"?',
      'studies/knee.yaml:10: unknown technique "swedsh"; did you mean "swedish"?',
    ]);
  });
});

describe('evidence about a condition', () => {
  const [one, two] = [study('one', 'cohort: kashan\n'), study('two', 'cohort: kashan\n')];

  it('states every step down: high less one step is moderate', () => {
    expect(problems(one, evidence(finding(BIAS, 'moderate', 'one')))).toEqual([]);
    expect(problems(one, evidence(finding(BIAS, 'high', 'one')))).toEqual([
      'evidence/osteoarthritis.yaml:11: high less 1 step is moderate, not high',
    ]);
  });

  it('counts the same people once', () => {
    expect(problems(one, two, evidence(finding(BIAS, 'moderate', 'one, two')))).toEqual([
      'evidence/osteoarthritis.yaml:12: "two" and "one" are the same people, who count once',
    ]);
  });

  it('never rests on a mechanism, nor on people with something else', () => {
    const rat = study('rat');
    const text = rat.text
      .replace('randomised-trial', 'mechanistic')
      .replace('[osteoarthritis]', '[lupus]');
    expect(problems({ ...rat, text }, evidence(finding(BIAS, 'moderate', 'rat')))).toEqual([
      'evidence/osteoarthritis.yaml:12: "rat" is not about people with osteoarthritis',
      expect.stringContaining('is of a mechanism'),
    ]);
  });

  it('tells "no evidence" from "no effect"', () => {
    expect(problems(evidence('findings: []\nnone: { because: Nobody tried it. }\n'))).toEqual([]);
    expect(problems(evidence('findings: []\n'))[0]).toContain('"no evidence" is not "no effect"');
  });
});

describe('a claim', () => {
  const claim = (sides: string): SourceText => ({
    path: 'claims/toxins.yaml',
    text: `kind: claim\nid: toxins\nclaim: Massage flushes toxins\nverdict: not-supported\nsure: high\nplain: No one has shown it.\nbecause: No one looked.\nwhy: No trial measured one.\n${sides}`,
  });

  it('has each study on one side', () => {
    expect(problems(study('one'), claim('for: [one]\nagainst: [one]\n'))).toEqual([
      'claims/toxins.yaml:1: "one" stands on two sides of this claim',
    ]);
  });

  it('is refused when its answer is hard to read', () => {
    const { path, text } = claim('');
    const hard =
      'Communicate immediately regarding any deterioration of your pulmonary manifestations.';
    expect(problems({ path, text: text.replace('No one has shown it.', hard) })[0]).toMatch(
      /^claims\/toxins\.yaml:6: what clients read here is of grade \d+\.\d/,
    );
  });

  it('takes no side from a paper whose results nobody read', () => {
    const unread: SourceText = {
      path: 'studies/citations.yaml',
      text: `kind: citations\nid: citations\ncitations:\n  - { id: two, title: A paper, authors: Nobody N, url: https://example.org/two, design: unknown, note: Results not read. }\n`,
    };
    expect(problems(unread, claim('beside: [two]\n'))).toEqual([]);
    expect(problems(unread, claim('for: [two]\n'))[0]).toContain('unknown study "two"');
  });
});
