/** Primary result codes, https://www.sqlite.org/rescode.html */
export const SQLITE = {
  busy: 5,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  notADatabase: 26,
} as const;

/** Whether `node:sqlite` threw this for one of the codes. */
export const isSqliteError = (error: unknown, ...codes: readonly number[]): error is Error =>
  error instanceof Error &&
  'errcode' in error &&
  // The lowest byte of an extended result code is its primary one.
  codes.includes(Number(error.errcode) & 0xff);
