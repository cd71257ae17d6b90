import { formatIssue, type Measures } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import { describeMeasure, measureCalled, scoreFile } from './score.ts';

const measures: Measures = (() => {
  const loaded = readKnowledge();
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded.measures;
})();
const scored = (id: string, text: string, file = 'answers.yaml') => {
  const measure = measureCalled(measures, id);
  if (!measure.ok) throw new Error(measure.error.join());
  return scoreFile(measure.value, text, file);
};

test('the scores, where they lie and for whom that was drawn, rounded for reading', () => {
  const answers = 'nervous: 3\nworry-control: 1\ninterest: 0\ndown: 1\n';
  // Anxiety 4, depression 1, total 5: mild.
  expect(scored('phq-4', answers)).toMatchObject({ ok: true });
  const result = scored('phq-4', answers);
  expect(result.ok && result.value).toContain('  - Anxiety: 4 (0 to 6, lower is better)\n');
  expect(result.ok && result.value).toContain(
    '  - PHQ-4: 5 (0 to 12, lower is better)\n    mild (',
  );
  expect(result.ok && result.value).toContain('Pfizer');
  const peg = scored('peg', '{"pain": 7, "enjoyment": 5, "activity": 4}', 'answers.json');
  expect(peg.ok && peg.value).toContain('  - PEG: 5.33 (0 to 10, lower is better)\n');
});

test('a blank says why there is no score', () => {
  const result = scored('peg', 'pain: 7\nenjoyment: 5\nactivity:\n');
  expect(result.ok && result.value).toContain(
    '  - PEG: no score: 2 of 3 answered, needs 3\n    Blank: activity\n',
  );
});

test('what is wrong in the file is named with its line', () => {
  expect(scored('peg', 'pain: 7\nenjoyment: a lot\n')).toEqual({
    ok: false,
    error: ['answers.yaml:2: enjoyment: a number is expected'],
  });
  expect(scored('peg', 'pain: 70\n')).toEqual({
    ok: false,
    error: [
      'answers.yaml: PEG: pain, enjoyment of life, general activity, pain: 70 is none of its answers',
    ],
  });
});

test('a slip in the name of a measure finds the right one', () => {
  expect(measureCalled(measures, 'pgg')).toMatchObject({ ok: false });
  const slip = measureCalled(measures, 'fiqrr');
  expect(slip.ok ? '' : slip.error[0]).toContain('did you mean "fiqr"');
});

test('without a file, a form shows its questions, and a form that may not be shown its totals', () => {
  const shown = (id: string) => {
    const measure = measureCalled(measures, id);
    return measure.ok ? describeMeasure(measure.value) : '';
  };
  expect(shown('phq-2')).toContain('Little interest or pleasure in doing things');
  expect(shown('who-5')).toContain('  - total: WHO-5 (0 to 100)');
  expect(shown('who-5')).toContain('CC BY-NC-SA');
});
