import { KNOWLEDGE_FOLDER, readKnowledge, readKnowledgeFiles } from '@assuage/knowledge/node';
import { compileEngine, evaluate, inventProfiles, openQuestions } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { MOMENT, typicalClient, variedClients } from './clients.ts';
import type { Contender } from './contender.ts';
import { contendersFor, disagreements } from './contenders.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge has mistakes: see `assuage knowledge check`');
const engine = compileEngine(loaded.knowledge);
const contenders = contendersFor(engine);

describe('the engines of the benchmark', () => {
  it('find the same limits for every client of the worked cases', async () => {
    const clients = variedClients(engine, readKnowledgeFiles(KNOWLEDGE_FOLDER).cases);
    expect(clients.size).toBeGreaterThan(200);
    expect(await disagreements(contenders, clients)).toEqual([]);
  });

  it('find the same limits for invented clients', async () => {
    const clients = new Map(
      [...inventProfiles(engine, 100, 1)].map((profile, i) => [`client ${i}`, profile]),
    );
    expect(clients.size).toBe(100);
    expect(await disagreements(contenders, clients)).toEqual([]);
  });

  it('are compared on a client who has answered everything and for whom much is limited', () => {
    const profile = typicalClient(engine);
    expect(openQuestions(engine, profile, MOMENT)).toEqual([]);
    expect(evaluate(engine, profile, MOMENT).limits.length).toBeGreaterThan(20);
  });

  it('are told apart when one of them misses a limit or adds one', async () => {
    const fixed = (name: string, ids: readonly string[]): Contender => ({
      name,
      prepare: () => ({ run: () => ids, limits: async () => ids }),
    });
    const clients = new Map([['Ana', typicalClient(engine)]]);
    expect(
      await disagreements([fixed('first', ['a', 'b']), fixed('second', ['b', 'c'])], clients),
    ).toEqual(['second, "Ana": misses a, adds c']);
  });
});
