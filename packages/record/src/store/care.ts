/** What is done to a whole database by its place: proving it, mending its read models, copying it. */
import { type Copied, copy as copyFlavour } from './copy.ts';
import type { Flavour } from './flavour.ts';
import { openFlavour } from './open.ts';
import { rebuild } from './rebuild.ts';
import { type Verified, verify } from './verify.ts';

/** Reads every entry of every practice and says what is not as it should be. */
export const verifyJournal = (where: string): Promise<Verified> => opened(where, verify);

/**
 * Makes the read models anew from the entries.
 *
 * @returns how many clients the journal holds
 */
export const rebuildJournal = (where: string): Promise<number> => opened(where, rebuild);

/** Copies every practice, with its accounts and its audit, into an empty place or on top of an interrupted copy. */
export const copyJournal = (
  from: string,
  to: string,
  onProgress: (entries: number) => void,
): Promise<Copied> =>
  opened(from, (source) => opened(to, (target) => copyFlavour(source, target, onProgress)));

async function opened<Result>(
  where: string,
  work: (flavour: Flavour) => Promise<Result>,
): Promise<Result> {
  const flavour = await openFlavour(where);
  try {
    return await work(flavour);
  } finally {
    await flavour.close();
  }
}
