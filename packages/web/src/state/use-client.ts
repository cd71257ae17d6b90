/** One client's record on the screen, and the saving of new entries. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiError, getClient, sendEntries } from './api.ts';
import { loadWorkplace, type Workplace } from './engine.ts';
import { timeText } from './moment.ts';
import { keepUnsent, readUnsent } from './outbox.ts';
import { withSent, withUnsent } from './overlay.ts';
import type { ClientRecord, NewEntry } from './record.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** `saved` only after the server has answered that the entries are on its disk. */
export type Saving =
  | { readonly status: 'nothing-new' }
  | { readonly status: 'saving' }
  /** `at`: local time. */
  | { readonly status: 'saved'; readonly at: string }
  /** `isRefused`: the server has looked at it and will never take it. Otherwise another try may work. */
  | { readonly status: 'failed'; readonly message: string; readonly isRefused: boolean };

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
  /** The record as the server answered another request of this page. */
  readonly take: (record: ClientRecord) => void;
  /** Takes back the entry that the server refused, and sends the ones after it. */
  readonly takeBack: () => Promise<boolean>;
}

/** Answers that another try will not change. */
const REFUSALS: readonly number[] = [400, 404, 409, 413];

/** What was sent from this page since it was opened. */
const sentHere = new Map<string, readonly NewEntry[]>();

export function useClient(id: string): ClientHandle {
  const load = useCallback(async () => {
    const [workplace, record] = await Promise.all([loadWorkplace(), getClient(id)]);
    return { ...workplace, record };
  }, [id]);
  const { loaded, again } = useLoaded(load);
  const [received, setReceived] = useState<ClientRecord>();
  const [unsent, setUnsent] = useState<readonly NewEntry[]>(() => readUnsent(id));
  const [saving, setSaving] = useState<Saving>({ status: 'nothing-new' });
  // One entry after the other: the newest answer is the last one in, and a refused one stops no other.
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
    const refused = new Map<NewEntry, string>();
    const next = () => queue.current.find((entry) => !refused.has(entry));
    for (let entry = next(); entry !== undefined; entry = next()) {
      const sent = entry;
      setSaving({ status: 'saving' });
      try {
        const record = await sendEntries(id, [sent]);
        sentHere.set(id, [...(sentHere.get(id) ?? []), sent]);
        keep(queue.current.filter((other) => other !== sent));
        setReceived(record);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const isRefused = error instanceof ApiError && REFUSALS.includes(error.status);
        if (!isRefused) {
          setSaving({ status: 'failed', message, isRefused });
          return false;
        }
        refused.set(sent, message);
      }
    }
    const [message] = refused.values();
    setSaving(
      message === undefined
        ? { status: 'saved', at: timeText(new Date()) }
        : { status: 'failed', message, isRefused: true },
    );
    return message === undefined;
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
      const areSent = () => !entries.some((entry) => queue.current.includes(entry));
      await retry();
      if (areSent()) return true;
      // The sending under way may have ended just before these entries came.
      await retry();
      return areSent();
    },
    [keep, retry],
  );

  const takeBack = useCallback((): Promise<boolean> => {
    keep(queue.current.slice(1));
    return retry();
  }, [keep, retry]);

  // What an earlier visit could not send.
  useEffect(() => {
    if (loaded.status === 'here' && queue.current.length > 0) void retry();
  }, [loaded.status, retry]);

  const withAll = useMemo((): Loaded<ClientAtWork> => {
    if (loaded.status !== 'here') return loaded;
    const { value } = loaded;
    const isByLink = value.practice.you?.role === 'link';
    const sent = isByLink ? (sentHere.get(id) ?? []) : [];
    const record = withUnsent(withSent(received ?? value.record, sent), unsent);
    return { status: 'here', value: { ...value, record } };
  }, [id, loaded, received, unsent]);

  return { loaded: withAll, again, saving, save, take: setReceived, retry, takeBack };
}
