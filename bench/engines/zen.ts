/**
 * @gorules/zen-engine, in the two forms that were fastest: a decision table with one expression to a
 * row, compiled once; and all rules as one expression, which it parses at every call but evaluates
 * without leaving the thread.
 */
import { evaluateExpressionSync, ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import type { Build } from '../contender.ts';
import { answersFor, type PlainRule, type Test } from '../rules.ts';

export const zenTable: Build = (assuage, rules) => {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(tableOf(rules)));
  return {
    name: 'zen-engine: decision table',
    prepare: (profile) => {
      const answers = answersFor(assuage, rules, profile);
      return {
        run: () => decision.evaluate(answers),
        limits: async () => {
          // The table's rows give the number of their rule.
          const { result } = (await decision.evaluate(answers)) as { result: { rule: number }[] };
          return result.flatMap(({ rule }) => rules[rule]?.limits ?? []);
        },
      };
    },
  };
};

export const zenExpression: Build = (assuage, rules) => {
  const expression = `[${rules.map(conditionOf).join(', ')}]`;
  return {
    name: 'zen-engine: one expression',
    prepare: (profile) => {
      const answers = answersFor(assuage, rules, profile);
      return {
        run: () => evaluateExpressionSync(expression, answers),
        limits: async () => {
          const holds: boolean[] = evaluateExpressionSync(expression, answers);
          return rules.flatMap((rule, i) => (holds[i] ? rule.limits : []));
        },
      };
    },
  };
};

/** A decision graph: what is asked, one table that collects every row that holds, the answer. */
function tableOf(rules: readonly PlainRule[]): object {
  const position = { x: 0, y: 0 };
  const content = {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'when' }],
    outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
    rules: rules.map((rule, i) => ({ _id: `${i}`, when: conditionOf(rule), rule: `${i}` })),
  };
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      { id: 'table', type: 'decisionTableNode', name: 'table', position, content },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'second', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
}

const conditionOf = ({ terms }: PlainRule): string =>
  terms.map((term) => `(${term.map(expressionOf).join(' and ') || 'true'})`).join(' or ');

function expressionOf({ key, ...test }: Test): string {
  switch (test.test) {
    case 'not-no':
      return `${key} != 'no'`;
    case 'at-least':
      return `${key} >= ${test.than}`;
    case 'below':
      return `${key} < ${test.than}`;
  }
}
