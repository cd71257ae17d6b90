/** A draft that survives a reload: kept on this device at every change. */
import { useCallback, useState } from 'react';
import { forget, keep, readKept } from '../components/kept.ts';

/**
 * @param key names the form, the client, and whatever else makes the draft another one (the day)
 * @param parse turns what was kept (null: nothing) into a draft
 */
export function useDraft<T>(
  key: string,
  parse: (kept: unknown) => T,
): readonly [draft: T, change: (next: T) => void, drop: () => void] {
  const kept = `assuage.draft.${key}`;
  const [draft, setDraft] = useState<T>(() => parse(readKept(kept)));
  const change = useCallback(
    (next: T) => {
      keep(kept, next);
      setDraft(next);
    },
    [kept],
  );
  const drop = useCallback(() => {
    forget(kept);
    setDraft(parse(null));
  }, [kept, parse]);
  return [draft, change, drop];
}
