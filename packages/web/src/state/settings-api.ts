/** What the page asks of the server about settings, the rules of places, and how long records are kept. */
import type { Jurisdiction } from '@assuage/jurisdiction';
import type { RetentionView, SettingsView } from '@assuage/server';
import { ask, send, sendAs } from './api.ts';

export type { RetentionView, SettingsView } from '@assuage/server';

export const getSettings = (): Promise<SettingsView> => ask('/api/settings');
export const putSettings = (settings: SettingsView): Promise<SettingsView> =>
  sendAs('PUT', '/api/settings', settings);
export const getJurisdictions = (): Promise<readonly Jurisdiction[]> => ask('/api/jurisdictions');

const holdsOf = (client: string) => `/api/retention/${encodeURIComponent(client)}/holds`;
export const getRetention = (): Promise<RetentionView> => ask('/api/retention');
export const placeHold = (client: string, reason: string): Promise<unknown> =>
  send(holdsOf(client), { reason });
export const liftHold = (client: string, hold: string): Promise<unknown> =>
  sendAs('DELETE', `${holdsOf(client)}/${encodeURIComponent(hold)}`);
