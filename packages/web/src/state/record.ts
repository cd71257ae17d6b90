/** The server's types, under the names the screens use. Types only: nothing of the server is in the page. */
import type { ClientRecord, Noted, RecordedPermission } from '@assuage/server';

export type {
  BodyOf,
  ClientDetails,
  ClientRecord,
  EntryKind,
  NewEntry,
  PracticeView,
  TodayView,
} from '@assuage/server';

export type CheckIn = Noted<'check-in'>;
export type SessionEntry = ClientRecord['sessions'][number];
export type SessionSegment = SessionEntry['segments'][number];
export type FileEntry = ClientRecord['files'][number];
export type Permission = RecordedPermission;
