/** What the page asks of the server about people: signing in, the own account, others, links and the audit. */
import type {
  AccountView,
  AuditView,
  EnrolledView,
  InvitationView,
  InvitedView,
  NewLinkView,
  OpenedLink,
  PersonView,
  SignedIn,
} from '@assuage/server';
import { ask, send, sendAs } from './api.ts';
import { makePasskey, usePasskey } from './passkey.ts';

export type {
  AccountView,
  AuditView,
  EnrolledView,
  InvitationView,
  InvitedView,
  NewLinkView,
  OpenedLink,
  PersonView,
  SignedIn,
} from '@assuage/server';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}
export interface SetUpForm extends Credentials {
  readonly secret: string;
  readonly practice: string;
  readonly name: string;
}
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: PersonView['role'];
  readonly clients: readonly string[];
  readonly shareDays?: number;
}

export const setUp = (form: SetUpForm): Promise<unknown> => send('/api/set-up', form);
export const signIn = (credentials: Credentials): Promise<SignedIn> =>
  send('/api/sign-in', credentials);
export const signInWithCode = (code: string): Promise<SignedIn> =>
  send('/api/sign-in/code', { code });
export const signInWithRecoveryCode = (code: string): Promise<SignedIn> =>
  send('/api/sign-in/recovery-code', { code });
export const askForLink = (email: string): Promise<unknown> => send('/api/sign-in/link', { email });
export const signInWithLink = (link: string): Promise<SignedIn> =>
  send('/api/sign-in/link/open', { link });
export const signInWithPasskey = async (): Promise<SignedIn> =>
  send('/api/sign-in/passkey', await usePasskey(await send('/api/sign-in/passkey/options', {})));
export const signOut = (): Promise<unknown> => send('/api/sign-out', {});

export const getAccount = (): Promise<AccountView> => ask('/api/account');
export const offerApp = (): Promise<{ secret: string; address: string }> =>
  send('/api/account/app/offer', {});
export const addApp = (secret: string, code: string): Promise<EnrolledView> =>
  send('/api/account/app', { secret, code });
export const addPasskey = async (name: string): Promise<EnrolledView> => {
  const made = await makePasskey(await send('/api/account/passkeys/offer', {}));
  return send('/api/account/passkeys', { ...made, name });
};
export const removeApp = (): Promise<unknown> => sendAs('DELETE', '/api/account/app');
export const removePasskey = (id: string): Promise<unknown> =>
  sendAs('DELETE', `/api/account/passkeys/${encodeURIComponent(id)}`);
export const newRecoveryCodes = (): Promise<EnrolledView> =>
  send('/api/account/recovery-codes', {});
export const changePassword = (current: string, password: string): Promise<unknown> =>
  send('/api/account/password', { current, password });
export const endSession = (id: string): Promise<unknown> =>
  sendAs('DELETE', `/api/account/sessions/${encodeURIComponent(id)}`);
export const endOtherSessions = (): Promise<unknown> => sendAs('DELETE', '/api/account/sessions');

export const getPeople = (): Promise<PersonView[]> => ask('/api/people');
export const invite = (person: NewPerson): Promise<InvitationView> => send('/api/people', person);
export const inviteAgain = (id: string): Promise<InvitationView> =>
  send(`/api/people/${encodeURIComponent(id)}/invitation`, {});
export const closeAccount = (id: string): Promise<unknown> =>
  sendAs('DELETE', `/api/people/${encodeURIComponent(id)}`);
export const readInvitation = (secret: string): Promise<InvitedView> =>
  send('/api/invitation', { secret });
export const acceptInvitation = (secret: string, password: string): Promise<{ email: string }> =>
  send('/api/invitation/accept', { secret, password });

export const getLinks = (client: string): Promise<ClientLinkView[]> =>
  ask(`/api/clients/${encodeURIComponent(client)}/links`);
export const makeLink = (
  client: string,
  purpose: OpenedLink['purpose'],
  days: number,
): Promise<NewLinkView> =>
  send(`/api/clients/${encodeURIComponent(client)}/links`, { purpose, days });
export const revokeLink = (client: string, id: string): Promise<unknown> =>
  sendAs('DELETE', `/api/clients/${encodeURIComponent(client)}/links/${encodeURIComponent(id)}`);
export const openLink = (link: string): Promise<OpenedLink> => send('/api/link/open', { link });

export const getAudit = (filter: Readonly<Record<string, string>>): Promise<AuditView> =>
  ask(`/api/audit?${new URLSearchParams(filter)}`);
export const getAuditSample = (): Promise<AuditView> => ask('/api/audit/sample');

/** A link as the practice lists it. Its secret is shown once, when it is made. */
export interface ClientLinkView {
  readonly id: string;
  readonly purpose: OpenedLink['purpose'];
  readonly created: string;
  readonly expires: string;
  readonly ended: string | null;
}
