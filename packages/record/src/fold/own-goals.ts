/** The client's own goals, each as it was changed last. */
import type { BodyOf, EntryOf } from '../entries.ts';

export interface OwnGoal extends Pick<BodyOf<'goal'>, 'words' | 'state'> {
  /** The entry that set it. */
  readonly entry: string;
  readonly on: string;
  /** When it was changed last, by whom; left out: never. */
  readonly changed?: { readonly on: string; readonly by: string };
}

/** @param goals oldest first */
export const ownGoalsIn = (goals: readonly EntryOf<'goal'>[]): OwnGoal[] =>
  goals
    .filter(({ body }) => body.changes === undefined)
    .map(({ id, on, body: { words, state } }) => {
      const last = goals.findLast(({ body }) => body.changes === id);
      return last === undefined
        ? { entry: id, on, words, state }
        : {
            entry: id,
            on,
            words: last.body.words,
            state: last.body.state,
            changed: { on: last.on, by: last.by.name },
          };
    });
