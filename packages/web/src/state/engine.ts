/** The knowledge, fetched and compiled once for the life of the page. */
import { compileEngine, type Engine } from '@assuage/safety';
import { getKnowledge, getPractice } from './api.ts';
import type { PracticeView } from './record.ts';

export interface Workplace {
  readonly engine: Engine;
  readonly practice: PracticeView;
}

let engine: Promise<Engine> | undefined;

/** The practice is asked for each time, because who is signed in changes. A failure is not kept. */
export async function loadWorkplace(): Promise<Workplace> {
  engine ??= getKnowledge().then(compileEngine, (error: unknown) => {
    engine = undefined;
    throw error;
  });
  const [compiled, practice] = await Promise.all([engine, getPractice()]);
  return { engine: compiled, practice };
}
