export { packBackup, readBackup, snapshotSqlite } from './archive/backup.ts';
export { clientArchive } from './archive/client-archive.ts';
export { csvOf } from './archive/csv.ts';
export { type Exported, exportPractice, practiceFile } from './archive/export.ts';
export { type Imported, importPractice } from './archive/import.ts';
export { type NameOf, namesIn } from './archive/reading.ts';
export { type ChainVerdict, verifyChain } from './chain.ts';
export { type CheckContext, checkEntries, type Problem } from './check.ts';
export {
  type AgreedPlace,
  type Amended,
  type BookedAppointment,
  type ClientDetails,
  type ClientRecord,
  foldClient,
  NOTHING_RECORDED,
  type Noted,
  type OwnGoal,
  type RecordedFile,
  type RecordedPermission,
  type RecordedStatement,
  type RecordedTrial,
} from './client-record.ts';
export { CalendarDate, dateOf, LocalTime } from './dates.ts';
export { FILE_SUBJECTS } from './entries/files.ts';
export { Trial as FixedTrial } from './entries/trials.ts';
export {
  type Author,
  type BodyOf,
  type Entry,
  type EntryKind,
  type EntryOf,
  Id,
  NewEntry,
  type PlanSnapshot,
  type Receipt,
  type Source,
} from './entries.ts';
export { type FileType, fileNameOf, fileTypeOf, MOST_FILE_BYTES, sha256Of } from './files.ts';
export {
  type DayAppointment,
  type FoundClients,
  type Journal,
  JournalError,
  type JournalErrorCode,
  type Practice,
  recordOf,
} from './journal.ts';
export type { Hold, KeptRecord, RetentionStore, Tombstone } from './retention.ts';
export {
  ReviewBody,
  type ReviewStep,
  type ReviewStore,
} from './review.ts';
export { copyJournal, rebuildJournal, verifyJournal } from './store/care.ts';
export type { Copied } from './store/copy.ts';
export { isPostgresUrl, openJournal } from './store/open.ts';
export type { Finding, Verified } from './store/verify.ts';
