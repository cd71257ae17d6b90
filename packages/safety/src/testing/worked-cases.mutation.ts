/** The worked cases of the knowledge that ships, by the fast way: for mutation testing, where they run a thousand times. */
import { KNOWLEDGE_FOLDER, readKnowledge, readKnowledgeFiles } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import { readCases } from '../cases.ts';
import { compileEngine } from '../engine.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge has mistakes');
const { knowledge } = loaded;
const files = readKnowledgeFiles(KNOWLEDGE_FOLDER).cases;

test('every worked case holds', () => {
  const engine = compileEngine(knowledge);
  const cases = readCases(engine, files);
  expect(cases.length).toBeGreaterThan(800);
  for (const [i, example] of cases.entries())
    expect(example.holdsFor(engine), `case ${i}`).toBe(true);
});
