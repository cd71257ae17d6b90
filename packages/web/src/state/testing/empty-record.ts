/** A client of whom nothing is known but the name, for tests. */
import type { ClientRecord } from '../record.ts';

export const EMPTY_RECORD: ClientRecord = {
  client: { id: '019a0000-0000-7000-8000-000000000001', name: 'Ana Silva', born: '1968-04-12' },
  appointments: [],
  statements: [],
  listed: { condition: false, medicine: false },
  goals: [],
  positions: [],
  consents: [],
  avoid: [],
  permissions: [],
  intakes: [],
  checkIns: [],
  plans: [],
  sessions: [],
  amendments: [],
  entries: 1,
  lastEntered: '2026-03-01T08:00:00.000Z',
};
