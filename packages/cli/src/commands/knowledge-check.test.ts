import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import { checkKnowledge } from './knowledge-check.ts';

const files = readKnowledgeFiles(KNOWLEDGE_FOLDER);

test('the knowledge that ships is without mistakes, and says how much it is', () => {
  const { lines, isFine } = checkKnowledge(files, 'abc', 'knowledge/');
  expect(isFine, lines.join('\n')).toBe(true);
  expect(lines.at(-2)).toMatch(/^\d+ conditions, \d+ medicines, .* \d+ rules, \d+ limits$/);
  expect(lines.at(-3)).toMatch(
    /^\d+ studies, \d+ citations without results, \d+ claims, evidence on \d+ conditions$/,
  );
  expect(lines.at(-1)).toMatch(/^\d+ cases: \d+ passed, 0 failed; release abc$/);
});

test('a mistake is named with a path that an editor can open, and its line', () => {
  const subjects = files.subjects.map((file) =>
    file.path === 'conditions/rheumatoid-arthritis.yaml'
      ? { ...file, text: file.text.replace('under: [', 'under: [inflamatory-arthritis, ') }
      : file,
  );
  const { lines, isFine } = checkKnowledge({ ...files, subjects }, 'abc', 'my/knowledge/');
  expect(isFine).toBe(false);
  expect(lines[0]).toMatch(
    /^my\/knowledge\/conditions\/rheumatoid-arthritis\.yaml:\d+: .*inflamatory/,
  );
  expect(lines[0]).toContain('did you mean "inflammatory-arthritis"');
  expect(lines.at(-1)).toContain('the cases were not run');
});

test('a case that does not come true is a mistake', () => {
  const cases = [
    {
      path: 'conditions/wrong.cases.yaml',
      text: 'cases:\n  - name: Healthy\n    facts: {}\n    expect: { decision: refer-now }\n',
    },
  ];
  const { lines, isFine } = checkKnowledge({ ...files, cases }, 'abc', 'knowledge/');
  expect(isFine).toBe(false);
  expect(lines[0]).toBe(
    'knowledge/conditions/wrong.cases.yaml:4: Healthy: the decision should be refer-now, but is go',
  );
});

test('a worked score of a measure that does not come true is a mistake, and measures are counted', () => {
  const measureCases = files.measureCases.map((file) =>
    file.path === 'measures/peg.cases.yaml'
      ? { ...file, text: file.text.replace('total: 5.3333', 'total: 16') }
      : file,
  );
  // Without the cases of the rules, which take most of the time.
  const given = { ...files, cases: [], measureCases };
  const { lines, isFine } = checkKnowledge(given, 'abc', 'knowledge/');
  expect(isFine).toBe(false);
  expect(lines.find((line) => line.includes('peg'))).toMatch(
    /^knowledge\/measures\/peg\.cases\.yaml:\d+: The mean of three, not rounded: total should be 16, but is 5\.33/,
  );
  expect(lines.at(-2)).toMatch(/, \d\d measures, /);
});

test('a rule that refuses everyone with an illness is a mistake, at the file of the illness', () => {
  const subjects = files.subjects.map((file) =>
    file.path === 'conditions/osteoarthritis.yaml'
      ? {
          ...file,
          text: file.text.replace(
            /^rules:$/m,
            `rules:
  - id: osteoarthritis-refused
    when: osteoarthritis
    because: A made-up reason.
    limits: [{ decision: not-today, basis: judgement }]`,
          ),
        }
      : file,
  );
  const { lines, isFine } = checkKnowledge({ ...files, subjects, cases: [] }, 'abc', 'knowledge/');
  expect(isFine).toBe(false);
  expect(lines[0]).toMatch(
    /^knowledge\/conditions\/osteoarthritis\.yaml:\d+: "osteoarthritis" alone leads to not-today \(osteoarthritis-refused\)/,
  );
});

test('a rule without its three worked cases is a mistake, at the line of the rule', () => {
  const cases = files.cases.filter(({ path }) => path !== 'conditions/osteoarthritis.cases.yaml');
  const { lines, isFine } = checkKnowledge({ ...files, cases }, 'abc', 'knowledge/');
  expect(isFine).toBe(false);
  const text = files.subjects.find(({ path }) => path === 'conditions/osteoarthritis.yaml')?.text;
  const [, rule = ''] = /- id: (\S+)/.exec(text ?? '') ?? [];
  const line = (text ?? '').split('\n').findIndex((one) => one.includes(`- id: ${rule}`)) + 1;
  expect(lines.join('\n')).toContain(
    `knowledge/conditions/osteoarthritis.yaml:${line}: the rule ${rule} lacks a worked case:`,
  );
  expect(lines.join('\n')).toContain('one in which an answer is missing');
});

test('a study whose estimate lies outside its interval is a mistake', () => {
  const path = 'studies/perlman-2018-oa.yaml';
  const subjects = files.subjects.map((file) =>
    file.path === path ? { ...file, text: file.text.replace('-8.16', '8.16') } : file,
  );
  const { lines, isFine } = checkKnowledge({ ...files, subjects }, 'abc', 'knowledge/');
  expect(isFine).toBe(false);
  expect(lines[0]).toMatch(
    /^knowledge\/studies\/perlman-2018-oa\.yaml:\d+: the estimate 8\.16 lies outside its own interval -13\.5 to -2\.81$/,
  );
});
