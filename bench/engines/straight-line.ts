/**
 * What a programmer would write by hand: one JavaScript function in which every rule is an `if`. It only
 * lists the limits that hold and merges no body regions, so it is a lower bound rather than a rival.
 */
import type { Build } from '../contender.ts';
import { type Answers, answersFor, type PlainRule, type Test } from '../rules.ts';

export const straightLine: Build = (assuage, rules) => {
  // Our own knowledge, not input, is what becomes code here.
  const evaluate = new Function('answers', sourceOf(rules)) as (answers: Answers) => string[];
  return {
    name: 'straight-line JavaScript',
    prepare: (profile) => {
      const answers = withPlainProperties(answersFor(assuage, rules, profile));
      return { run: () => evaluate(answers), limits: async () => evaluate(answers) };
    },
  };
};

function sourceOf(rules: readonly PlainRule[]): string {
  const statements = rules.map(({ limits, terms }) => {
    const push = `limits.push(${limits.map((id) => JSON.stringify(id)).join(', ')});`;
    const [only] = terms;
    // One term becomes nested ifs, several become one if.
    return terms.length === 1 && only
      ? only.map((test) => `if (${conditionOf(test)}) `).join('') + push
      : `if (${terms.map((term) => term.map(conditionOf).join(' && ')).join(' || ')}) ${push}`;
  });
  return ['const limits = [];', ...statements, 'return limits;'].join('\n');
}

function conditionOf({ key, ...test }: Test): string {
  switch (test.test) {
    case 'not-no':
      return `answers.${key} !== 'no'`;
    case 'at-least':
      return `answers.${key} >= ${test.than}`;
    case 'below':
      return `answers.${key} < ${test.than}`;
  }
}

/** A copy with fixed properties, as a class has them: a large object filled key by key is a slow map. */
function withPlainProperties(answers: Answers): Answers {
  const assignments = Object.keys(answers).map((key) => `this.${key} = answers.${key};`);
  const Plain = new Function('answers', assignments.join('\n')) as unknown as new (
    answers: Answers,
  ) => Answers;
  return new Plain(answers);
}
