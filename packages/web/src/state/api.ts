/** What the page asks of the server. Every failure is an `ApiError` in words for the therapist. */
import type { Knowledge, Library } from '@assuage/knowledge';
import type { ClientDetails, ClientRecord, NewEntry, PracticeView, TodayView } from './record.ts';

export class ApiError extends Error {
  /** 0 when there was no answer at all. */
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

const SIGN_IN_NEEDED = 401;
/** Told when the server knows nobody behind the page any more; the layout shows the way to sign in. */
export const SIGN_IN_EVENT = 'assuage:sign-in-needed';

const AWAY = 'Assuage does not answer. Is it still running on this computer?';

/** @returns what the server sent; the server's own types say which shape a path has */
export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ApiError(0, AWAY);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === SIGN_IN_NEEDED) window.dispatchEvent(new Event(SIGN_IN_EVENT));
  if (!response.ok) throw new ApiError(response.status, messageIn(body) ?? AWAY);
  return body as T;
}

function messageIn(body: unknown): string | undefined {
  const error =
    typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : undefined;
}

export const sendAs = <T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> =>
  ask<T>(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
export const send = <T>(path: string, body: unknown): Promise<T> => sendAs('POST', path, body);

export const getPractice = (): Promise<PracticeView> => ask('/api/practice');
export const getKnowledge = (): Promise<Knowledge> => ask('/api/knowledge');
/** What studies found: asked for only by the pages that show it. */
export const getEvidence = (): Promise<Library> => ask('/api/evidence');
export const getToday = (date: string): Promise<TodayView> => ask(`/api/today?date=${date}`);
export const getClients = (): Promise<ClientDetails[]> => ask('/api/clients');
export const getClient = (id: string): Promise<ClientRecord> =>
  ask(`/api/clients/${encodeURIComponent(id)}`);
/** @param entry of the kind `client` */
export const sendNewClient = (entry: NewEntry): Promise<ClientRecord> =>
  send('/api/clients', entry);
/** Resolves when the entries are on the server's disk. Sending the same entries again changes nothing. */
export const sendEntries = (id: string, entries: readonly NewEntry[]): Promise<ClientRecord> =>
  send(`/api/clients/${encodeURIComponent(id)}/entries`, entries);
