/** The knowledge that ships: it loads, every case in it comes true, and every rule has a case. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue } from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledge, readKnowledgeFiles } from '@assuage/knowledge/node';
import { describe, expect, it } from 'vitest';
import { checkCases } from './cases.ts';
import { compileEngine } from './engine.ts';
import { evaluate } from './evaluate.ts';
import { EMPTY_PROFILE, withOthersNo } from './profile.ts';
import { openQuestions } from './questions.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
const engine = compileEngine(loaded.knowledge);
const today = { today: '2026-03-02' };
const said = { by: 'Ana', at: '2026-03-02T09:00' };

describe('the shipped knowledge', () => {
  const report = checkCases(engine, readKnowledgeFiles(KNOWLEDGE_FOLDER).cases);

  it('has worked cases, and all of them come true', () => {
    expect(report.issues.map(formatIssue)).toEqual([]);
    expect(report.passed).toBeGreaterThan(200);
  });

  it('has a case in which each rule fires', () => {
    expect(report.notShown.map(({ rule, aspects }) => `${rule.rule.id}: ${aspects}`)).toEqual([]);
  });

  it('lets a person who answers "no" to everything simply go', () => {
    const healthy = withOthersNo(engine, EMPTY_PROFILE, said.by, said.at);
    const envelope = evaluate(engine, healthy, today);
    expect(envelope.decision).toBe('go');
    expect(openQuestions(engine, healthy, today)).toEqual([]);
  });

  it('changes and asks nothing for a medicine that no rule concerns', () => {
    const plain = evaluate(engine, withOthersNo(engine, EMPTY_PROFILE, said.by, said.at), today);
    const ruled = engine.rules.flatMap(({ terms }) =>
      terms.flat().map(({ fact }) => engine.facts[fact]?.id ?? ''),
    );
    const concerned = new Set(ruled.flatMap((id) => [id, ...engine.ancestors(id)]));
    const without = engine.knowledge.medicines
      .map(({ id }) => id)
      .filter((id) => ![id, ...engine.ancestors(id)].some((one) => concerned.has(one)));
    expect(without).toContain('thyroid-medicines');
    expect(without).toContain('hydroxychloroquine');
    for (const fact of without) {
      const facts = new Map([[fact, { fact, answer: 'yes' as const, ...said }]]);
      const taking = withOthersNo(engine, { ...EMPTY_PROFILE, facts }, said.by, said.at);
      expect(openQuestions(engine, taking, today), fact).toEqual([]);
      expect(evaluate(engine, taking, today), fact).toEqual(plain);
    }
  });

  it('does not say "go" about a person who was asked nothing', () => {
    const envelope = evaluate(engine, EMPTY_PROFILE, today);
    expect(envelope.known).toBe('go');
    expect(envelope.decision).toBe('refer-now');
    expect(openQuestions(engine, EMPTY_PROFILE, today).length).toBeGreaterThan(5);
  });

  it('refuses nobody for a condition or a medicine alone', () => {
    for (const fact of engine.facts) {
      if (fact.kind === 'finding') continue;
      const facts = new Map([[fact.id, { ...said, fact: fact.id, answer: 'yes' as const }]]);
      const profile = withOthersNo(engine, { ...EMPTY_PROFILE, facts }, said.by, said.at);
      const { known } = evaluate(engine, profile, today);
      expect([fact.id, known]).toEqual([
        fact.id,
        expect.stringMatching(/^(go|adapt|clear-first)$/),
      ]);
    }
  });

  it('allows every technique that a plan may propose, for somebody', () => {
    const healthy = evaluate(engine, withOthersNo(engine, EMPTY_PROFILE, said.by, said.at), today);
    expect(healthy.limits.every(({ compiled }) => compiled.rule.always)).toBe(true);
  });

  it('keeps the other side of each conflict that its guidelines name, and they name each that it keeps', () => {
    const guidelines = readFileSync(join(KNOWLEDGE_FOLDER, 'GUIDELINES.md'), 'utf8');
    const table = /where both sides stand:\n\n([\s\S]*?)\n\n/.exec(guidelines)?.[1] ?? '';
    const named = [...table.matchAll(/`([^`]+)`/g)].map(([, rule]) => rule);
    const disagreed = engine.rules.filter(({ rule }) => rule.disagree.length > 0);
    expect(disagreed.map(({ rule }) => rule.id)).toEqual(expect.arrayContaining(named));
    // Whether a doctor has to be asked is one conflict of many rules, and stands in the table once.
    const others = disagreed.filter(({ rule }) =>
      rule.disagree.some(({ source }) => source !== 'abmp-helping-clients-complex-conditions'),
    );
    expect(named).toEqual(expect.arrayContaining(others.map(({ rule }) => rule.id)));
  });
});
