// The interface may take types from here only: these are what the answers are made of.

export type { AuditLine, ClientLink, Person as PersonView } from '@assuage/accounts';
export type {
  BodyOf,
  BookedAppointment,
  ClientDetails,
  ClientRecord,
  EntryKind,
  NewEntry,
  Noted,
  PlanSnapshot,
  Practice,
  Problem,
  RecordedPermission,
} from '@assuage/record';
export { type Api, type AppParts, createApp, type RequestNote } from './app.ts';
export { demoEntries, demoPractice } from './demo/demo.ts';
export type { ErrorBody, ErrorCode } from './errors.ts';
export type { AccountView, EnrolledView } from './routes/account.ts';
export type { AuditView } from './routes/audit.ts';
export type { TodayView } from './routes/clients.ts';
export type {
  ImportRow,
  ImportView,
  PastImportView,
  TakenBackView,
} from './routes/imports.ts';
export type { NewLinkView, OpenedLink } from './routes/links.ts';
export type { InvitationView, InvitedView } from './routes/people.ts';
export type { PracticeView } from './routes/practice.ts';
export type { RatingsView } from './routes/ratings.ts';
export type { RetentionView } from './routes/retention.ts';
export type { ReviewView } from './routes/review.ts';
export type { SettingsView } from './routes/settings.ts';
export type { SignedIn } from './routes/sign-in.ts';
export { type RunningServer, type ServerOptions, StartError, startServer } from './start.ts';
