// The interface may take types from here only: these are what the answers are made of.
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
export {
  type Api,
  type AppParts,
  createApp,
  type PracticeView,
  type RequestNote,
  type TodayView,
} from './app.ts';
export { demoEntries, demoPractice } from './demo/demo.ts';
export type { ErrorBody, ErrorCode } from './errors.ts';
export { type RunningServer, type ServerOptions, StartError, startServer } from './start.ts';
