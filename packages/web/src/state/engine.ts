/** The knowledge, fetched and compiled once for the life of the page. */
import { compileEngine, type Engine } from '@assuage/safety';
import { getKnowledge, getPractice } from './api.ts';
import type { PracticeView } from './record.ts';

export interface Workplace {
  readonly engine: Engine;
  readonly practice: PracticeView;
}

let workplace: Promise<Workplace> | undefined;

/** A failure is not kept: the next screen tries again. */
export function loadWorkplace(): Promise<Workplace> {
  workplace ??= Promise.all([getKnowledge(), getPractice()]).then(
    ([knowledge, practice]) => ({ engine: compileEngine(knowledge), practice }),
    (error: unknown) => {
      workplace = undefined;
      throw error;
    },
  );
  return workplace;
}
