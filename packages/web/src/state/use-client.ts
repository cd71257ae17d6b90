/** One client's record on the screen, and the saving of new entries. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { getClient, sendEntries } from './api.ts';
import { loadWorkplace, type Workplace } from './engine.ts';
import { timeText } from './moment.ts';
import { keepUnsent, readUnsent } from './outbox.ts';
import { withUnsent } from './overlay.ts';
import type { ClientRecord, NewEntry } from './record.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** `saved` only after the server has answered that the entries are on its disk. */
export type Saving =
  | { readonly status: 'nothing-new' }
  | { readonly status: 'saving' }
  /** `at`: local time. */
  | { readonly status: 'saved'; readonly at: string }
  | { readonly status: 'failed'; readonly message: string };

export interface ClientAtWork extends Workplace {
  /** With the entries that are still on their way. */
  readonly record: ClientRecord;
}

export interface ClientHandle {
  readonly loaded: Loaded<ClientAtWork>;
  readonly again: () => void;
  readonly saving: Saving;
  /** Keeps the entries on this device, shows them, and sends them. @returns whether they are saved */
  readonly save: (entries: readonly NewEntry[]) => Promise<boolean>;
  readonly retry: () => Promise<boolean>;
}

export function useClient(id: string): ClientHandle {
  const load = useCallback(async () => {
    const [workplace, record] = await Promise.all([loadWorkplace(), getClient(id)]);
    return { ...workplace, record };
  }, [id]);
  const { loaded, again } = useLoaded(load);
  const [received, setReceived] = useState<ClientRecord>();
  const [unsent, setUnsent] = useState<readonly NewEntry[]>(() => readUnsent(id));
  const [saving, setSaving] = useState<Saving>({ status: 'nothing-new' });
  // Entries are sent one batch after the other: the newest answer must be the last one in.
  const queue = useRef(unsent);
  const sending = useRef<Promise<boolean>>(undefined);

  const keep = useCallback(
    (entries: readonly NewEntry[]) => {
      queue.current = entries;
      keepUnsent(id, entries);
      setUnsent(entries);
    },
    [id],
  );

  const sendAll = useCallback(async (): Promise<boolean> => {
    while (queue.current.length > 0) {
      const batch = queue.current;
      setSaving({ status: 'saving' });
      try {
        const record = await sendEntries(id, batch);
        keep(queue.current.filter((entry) => !batch.includes(entry)));
        setReceived(record);
      } catch (error) {
        setSaving({ status: 'failed', message: error instanceof Error ? error.message : '' });
        return false;
      }
    }
    setSaving({ status: 'saved', at: timeText(new Date()) });
    return true;
  }, [id, keep]);

  const retry = useCallback((): Promise<boolean> => {
    sending.current ??= sendAll().finally(() => {
      sending.current = undefined;
    });
    return sending.current;
  }, [sendAll]);

  const save = useCallback(
    async (entries: readonly NewEntry[]): Promise<boolean> => {
      keep([...queue.current, ...entries]);
      await retry();
      // The batch under way may have ended just before these entries came.
      return queue.current.length === 0 || retry();
    },
    [keep, retry],
  );

  // What an earlier visit could not send.
  useEffect(() => {
    if (loaded.status === 'here' && queue.current.length > 0) void retry();
  }, [loaded.status, retry]);

  const withAll = useMemo((): Loaded<ClientAtWork> => {
    if (loaded.status !== 'here') return loaded;
    const { value } = loaded;
    const record = withUnsent(received ?? value.record, unsent);
    return { status: 'here', value: { ...value, record } };
  }, [loaded, received, unsent]);

  return { loaded: withAll, again, saving, save, retry };
}
