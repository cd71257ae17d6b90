export type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
export {
  type AuditFilter,
  type AuditLine,
  type Deed,
  type Outcome,
  readAudit,
  sampleAudit,
  writeAudit,
} from './audit.ts';
export type { Caller, Context, Rows as AccountRows } from './context.ts';
export {
  actorOfLink,
  type ClientLink,
  clientLinks,
  MOST_LINK_DAYS,
  makeClientLink,
  revokeClientLink,
} from './links.ts';
export type { Site } from './passkeys.ts';
export { SCRYPT_COST } from './password.ts';
export {
  type AccountRole,
  acceptInvitation,
  changePassword,
  closeAccount,
  type Done,
  endShare,
  foundOwner,
  invite,
  inviteAgain,
  type NewPerson,
  type Person,
  people,
  readInvitation,
  shareRecord,
} from './people.ts';
export {
  type Action,
  type Actor,
  LINK_PURPOSES,
  type LinkPurpose,
  may,
  RIGHTS,
  ROLES,
  type Role,
  type Scope,
  type Subject,
} from './rights.ts';
export { ACCOUNT_TABLES_SQL } from './schema.ts';
export {
  addApp,
  addPasskey,
  type Enrolled,
  newCodes,
  offerApp,
  offerPasskey,
  removeFactor,
  type SecondFactors,
  secondFactorsOf,
} from './second-factor.ts';
export { hashOfSecret, newSecret } from './secrets.ts';
export {
  type Account,
  actorOf,
  endSession,
  endSessions,
  IDLE_MINUTES,
  isFresh,
  type Level,
  type ListedSession,
  listSessions,
  type Session,
  sessionOf,
} from './sessions.ts';
export {
  makeSignInLink,
  passkeyChallenge,
  type SignIn,
  signInWithCode,
  signInWithLink,
  signInWithPasskey,
  signInWithPassword,
  signInWithRecoveryCode,
} from './sign-in.ts';
export type { AccountTables } from './tables.ts';
export { createVault, KEY_BYTES, type Vault } from './vault.ts';
