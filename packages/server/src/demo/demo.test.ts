import { judgeTest, testsOf } from '@assuage/outcomes';
import { checkEntries, foldClient, NewEntry, openJournal } from '@assuage/record';
import { evaluate, openQuestions, profileOf } from '@assuage/safety';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { daysBefore } from '../clock.ts';
import { engine, measures, TODAY, temporary } from '../testing/parts.ts';
import { demoDay, demoEntries, demoPractice } from './demo.ts';

const entries = demoEntries(engine, TODAY);
const records = [...new Set(entries.map(({ client }) => client))].map((client) => {
  const own = entries.filter((entry) => entry.client === client);
  const receipt = { practice: 'demo', entered: '', previous: null, hash: '' };
  const record = foldClient(own.map((entry) => ({ ...entry, ...receipt })));
  if (!record) throw new Error('a demo client without a name');
  return record;
});
const standing = (name: string) => {
  const record = records.find(({ client }) => client.name === name);
  if (!record) throw new Error(`no demo client is called ${name}`);
  const { profile, contradictions } = profileOf(engine, record.statements, record.listed, TODAY);
  const moment = { today: TODAY, permissions: record.permissions };
  return {
    contradictions,
    envelope: evaluate(engine, profile, moment),
    asked: openQuestions(engine, profile, moment).map(({ id }) => id),
  };
};

describe('the demo practice', () => {
  test('is made of entries that the server would take', () => {
    for (const entry of entries) expect(v.parse(NewEntry, entry)).toEqual(entry);
    const context = {
      engine,
      measures: measures.measures,
      today: TODAY,
      trials: [],
      kindOf: () => undefined,
    };
    expect(checkEntries(entries, context)).toEqual([]);
  });

  test('names only facts, places and techniques that the knowledge has', () => {
    const named = records.flatMap(({ statements }) => statements);
    expect(named.length).toBeGreaterThan(100);
    for (const { fact, places } of named) {
      expect(engine.fact(fact)?.id).toBe(fact);
      for (const place of places ?? []) expect(engine.body.has(place), place).toBe(true);
    }
    for (const technique of demoPractice.therapist.training)
      expect(engine.technique(technique)).toBeDefined();
  });

  test.each(records.map(({ client }) => client.name))('%s contradicts nothing', (name) => {
    expect(standing(name).contradictions).toEqual([]);
  });

  test.each([
    ['Ana Silva', 'adapt'],
    ['Ben Ortiz', 'adapt'],
    ['Clare Okoye', 'adapt'],
    ['Dev Patel', 'adapt'],
    ['Elin Berg', 'refer-now'],
    ['Grace Mensah', 'adapt'],
    ['Hana Sato', 'adapt'],
    ['Ivo Novak', 'adapt'],
    ['Jonas Weber', 'adapt'],
    ['Kim Larsen', 'go'],
  ])('%s stands at "%s" from what has been answered', (name, decision) => {
    expect(standing(name).envelope.known).toBe(decision);
  });

  test('leaves open just what its examples are about', () => {
    expect(standing('Kim Larsen').asked).toEqual([]);
    expect(standing('Kim Larsen').envelope.decision).toBe('go');
    expect(standing('Ben Ortiz').asked).toContain('neck-unchecked');
    expect(standing('Grace Mensah').asked).toContain('lupus-care-team-not-asked');
    expect(standing('Clare Okoye').asked).toEqual(['cold-worsens-spasm']);
  });

  test('says in every free text that it is invented', () => {
    for (const { checkIns, sessions } of records) {
      for (const { wish } of checkIns) expect(wish).toContain('Invented');
      for (const { soap } of sessions) expect(soap.s).toContain('Invented');
    }
    expect(demoPractice.demo).toBe(true);
  });

  test('has one finished test, with what was fixed under its hash and a result', () => {
    const tests = records.flatMap((record) =>
      testsOf(measures, record, (fact) => engine.fact(fact)?.kind === 'medicine', TODAY),
    );
    // 70 days less every eleventh from the ninth on (6) and three away.
    expect(tests).toMatchObject([
      { phase: 'finished', missed: [], rescues: [], primary: { days: { length: 61 } } },
    ]);
    for (const { primary, trial } of tests)
      expect(judgeTest(primary.question, primary.days, trial, TODAY)).toMatchObject({
        state: 'final',
        result: { finding: 'better' },
      });
  });

  test('is the same on every machine for the same date', () => {
    expect(demoEntries(engine, TODAY)).toEqual(entries);
  });

  test('has each of its ids once, also over days, and works on any date', async () => {
    const journal = await openJournal(temporary('journal.db'));
    onTestFinished(() => journal.close());
    const entered = `${TODAY}T00:00:00.000Z`;
    await journal.found(demoPractice, demoEntries(engine, '2028-02-29'), entered);
    await journal.append('demo', demoDay(engine, '2028-03-01'), entered);
    expect(await journal.clients('demo')).toHaveLength(records.length);
    expect(await journal.appointmentsOn('demo', '2028-02-29')).toHaveLength(records.length);
    expect(await journal.appointmentsOn('demo', '2028-03-01')).toHaveLength(records.length);
  });
});

test('days are counted back over months and leap days', () => {
  expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29');
  expect(daysBefore('2026-01-10', 45)).toBe('2025-11-26');
});
