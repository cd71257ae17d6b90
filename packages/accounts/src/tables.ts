/** The rows of accounts, sessions, tickets and the audit. Times are instants in UTC, yes and no are 1 and 0. */
import type { Role } from './rights.ts';

export interface AccountTables {
  account: {
    practice: string;
    id: string;
    email: string;
    name: string;
    role: Exclude<Role, 'link'>;
    /** scrypt; null until an invitation is accepted */
    password: string | null;
    /** closed by the vault; null while there is no authenticator app */
    totp: string | null;
    /** the time step of the last code that was used */
    totp_step: number | null;
    created: string;
    /** when it was closed; a closed account cannot sign in, and stays for the audit */
    closed: string | null;
  };
  /** The clients that a guest or a client may see. */
  share: {
    practice: string;
    account: string;
    client: string;
    expires: string | null;
  };
  passkey: {
    practice: string;
    id: string;
    account: string;
    /** JSON */
    passkey: string;
    name: string;
    created: string;
    used: string | null;
  };
  recovery_code: {
    practice: string;
    account: string;
    /** SHA-256 */
    hash: string;
  };
  account_session: {
    practice: string;
    /** SHA-256 of the secret in the cookie */
    hash: string;
    /** How people name it in a list; not a secret. */
    id: string;
    account: string;
    /** `password`: the second factor is still to come */
    level: 'password' | 'full';
    created: string;
    seen: string;
    expires: string;
    device: string;
  };
  /** A secret that is good for one purpose until it expires: a link, an invitation, a challenge. */
  ticket: {
    practice: string;
    hash: string;
    id: string;
    purpose: TicketPurpose;
    account: string | null;
    client: string | null;
    /** JSON: what belongs to the purpose */
    details: string;
    made_by: string;
    created: string;
    expires: string;
    /** when it was used up or revoked */
    ended: string | null;
  };
  /** Wrong attempts to sign in, by person and by address. */
  attempt: {
    practice: string;
    key: string;
    failures: number;
    last: string;
  };
  audit: {
    practice: string;
    id: string;
    at: string;
    /** the account or the link; null for nobody */
    actor: string | null;
    actor_name: string;
    role: string;
    action: string;
    client: string | null;
    outcome: 'done' | 'refused' | 'failed';
    /** the address it came from */
    origin: string;
    device: string;
    /** JSON, without health facts */
    details: string;
  };
}

export type TicketPurpose =
  | 'set-up'
  | 'sign-in'
  | 'invitation'
  | 'check-in'
  | 'intake'
  | 'ratings'
  | 'make-passkey'
  | 'use-passkey';
