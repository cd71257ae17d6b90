/** Within-person tests with what became of them. */

/**
 * @param trials oldest first
 * @param changes oldest first
 */
export const trialsIn = <
  Trial extends { readonly entry: string },
  Change extends { readonly trial: string },
>(
  trials: readonly Trial[],
  changes: readonly Change[],
): (Trial & { readonly changes: readonly Change[] })[] =>
  trials.map((trial) => ({
    ...trial,
    changes: changes.filter((change) => change.trial === trial.entry),
  }));
