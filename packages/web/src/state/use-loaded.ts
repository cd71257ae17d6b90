/** Loading as the screens show it: loading, late (after a second), failed, or here. */
import { useCallback, useEffect, useState } from 'react';
import { ApiError } from './api.ts';

export type Loaded<T> =
  | { readonly status: 'loading'; readonly isLate: boolean }
  | { readonly status: 'failed'; readonly message: string; readonly isMissing: boolean }
  | { readonly status: 'here'; readonly value: T };

const LATE_MS = 1000;
const LOADING: Loaded<never> = { status: 'loading', isLate: false };

/** @param load the same function until something else is to be loaded */
export function useLoaded<T>(load: () => Promise<T>): {
  readonly loaded: Loaded<T>;
  readonly again: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<T>>(LOADING);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads the same again.
  useEffect(() => {
    let isCurrent = true;
    setLoaded(LOADING);
    const late = setTimeout(() => setLoaded({ status: 'loading', isLate: true }), LATE_MS);
    void load()
      .then(
        (value): Loaded<T> => ({ status: 'here', value }),
        (error: unknown): Loaded<T> => ({
          status: 'failed',
          message: error instanceof Error ? error.message : String(error),
          isMissing: error instanceof ApiError && error.status === 404,
        }),
      )
      .then((outcome) => {
        clearTimeout(late);
        if (isCurrent) setLoaded(outcome);
      });
    return () => {
      isCurrent = false;
      clearTimeout(late);
    };
  }, [load, attempt]);

  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { loaded, again };
}
