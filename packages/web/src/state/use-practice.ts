/** The practice and who is signed in, asked for once and again after signing in or out. */
import { useSyncExternalStore } from 'react';
import { getPractice } from './api.ts';
import type { PracticeView } from './record.ts';

let known: PracticeView | undefined;
let asking: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Resolves when the answer is here; a server that is away changes nothing. */
export function refreshPractice(): Promise<void> {
  asking = getPractice().then(
    (practice) => {
      known = practice;
      for (const tell of listeners) tell();
    },
    // Only a label and a name: the screens say it when the server is away.
    () => undefined,
  );
  return asking;
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  if (!asking) void refreshPractice();
  return () => listeners.delete(tell);
}

/** Undefined until it is known. */
export const usePractice = (): PracticeView | undefined =>
  useSyncExternalStore(subscribe, () => known);
