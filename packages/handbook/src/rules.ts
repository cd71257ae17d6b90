/** Rules as they stand in the files, in words and with nobody in mind. */
import { factsIn, kindOf, rulesOf } from '@assuage/knowledge';
import { createCiter, describeRuleLimit, type Engine, sureOf } from '@assuage/safety';
import { describeWhen, linksTo, linkTo } from './names.ts';
import type { HandbookRule, Subject } from './page.ts';

/** A rule with what it depends on and what it leaves out, broader and narrower ones left aside. */
export interface ShelvedRule {
  readonly rule: HandbookRule;
  readonly facts: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
}

export function shelveRules(engine: Engine): ShelvedRule[] {
  const cite = createCiter(engine.knowledge);
  return rulesOf(engine.knowledge).map(({ rule, subject }) => {
    const facts = factsIn(rule.when);
    return {
      facts: new Set(facts),
      excluded: new Set(rule.limits.flatMap((limit) => ('exclude' in limit ? limit.exclude : []))),
      rule: {
        id: rule.id,
        about: linkTo(subject),
        when: describeWhen(engine, rule.when),
        facts: linksTo(engine, facts),
        because: rule.because,
        limits: rule.limits.map((limit) => {
          const sources = cite(limit.sources);
          return {
            id: `${rule.id}/${limit.name ?? kindOf(limit)}`,
            kind: kindOf(limit),
            says: describeRuleLimit(engine, limit),
            basis: limit.basis,
            sure: sureOf(limit.basis, sources),
            sources,
          };
        }),
        disagree: cite(rule.disagree),
      },
    };
  });
}

/** Rules of other subjects that depend on this one or on something broader, or leave this technique out. */
export function rulesElsewhere(
  engine: Engine,
  rules: readonly ShelvedRule[],
  subject: Subject,
): HandbookRule[] {
  const self = [subject.id, ...broaderThan(engine, subject)];
  return rules.flatMap(({ rule, facts, excluded }) => {
    const named = subject.kind === 'technique' ? excluded : facts;
    return rule.about.id !== subject.id && self.some((id) => named.has(id)) ? [rule] : [];
  });
}

function broaderThan(engine: Engine, subject: Subject): string[] {
  if (subject.kind !== 'technique') return engine.ancestors(subject.id);
  return subject.under.flatMap((id) => {
    const broader = engine.technique(id);
    return broader ? [id, ...broaderThan(engine, broader)] : [];
  });
}
