/** json-rules-engine: one rule to a rule, with the operators that it brings. */
import { type ConditionProperties, Engine, Fact, type TopLevelCondition } from 'json-rules-engine';
import type { Build } from '../contender.ts';
import { answersFor, type PlainRule, type Test } from '../rules.ts';

export const jsonRulesEngine: Build = (assuage, rules) => {
  const engine = new Engine(
    rules.map((rule) => ({
      conditions: conditionsOf(rule),
      event: { type: 'limits', params: { ids: rule.limits } },
    })),
  );
  return {
    name: 'json-rules-engine',
    prepare: (profile) => {
      const answers = Object.entries(answersFor(assuage, rules, profile));
      // Facts made beforehand and not cached are its fastest form: a cached one is hashed in every run.
      const facts = Object.fromEntries(
        answers.map(([key, value]) => [key, new Fact(key, value, { cache: false })]),
      );
      return {
        run: () => engine.run(facts),
        limits: async () => {
          const { events } = await engine.run(facts);
          return events.flatMap((event): string[] => event.params?.ids ?? []);
        },
      };
    },
  };
};

const conditionsOf = ({ terms }: PlainRule): TopLevelCondition => {
  const [first] = terms;
  return terms.length === 1 && first
    ? { all: first.map(conditionOf) }
    : { any: terms.map((term) => ({ all: term.map(conditionOf) })) };
};

function conditionOf(test: Test): ConditionProperties {
  switch (test.test) {
    case 'not-no':
      return { fact: test.key, operator: 'notEqual', value: 'no' };
    case 'at-least':
      return { fact: test.key, operator: 'greaterThanInclusive', value: test.than };
    case 'below':
      return { fact: test.key, operator: 'lessThan', value: test.than };
  }
}
