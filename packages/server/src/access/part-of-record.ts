/** The parts of a record that somebody may see who may not see all of it. */
import type { ClientRecord } from '@assuage/record';

const NOTHING_SAID = {
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
} as const;

/** For the front desk: who it is and when they come. */
export const contactPart = ({
  client,
  appointments,
  entries,
  lastEntered,
}: ClientRecord): ClientRecord => ({ ...NOTHING_SAID, client, appointments, entries, lastEntered });

/** For whoever opened a client's link: a first name to greet, and nothing else. */
export const greetingPart = ({ client }: ClientRecord): ClientRecord => ({
  ...NOTHING_SAID,
  client: { id: client.id, name: client.name.split(/\s+/)[0] ?? '', born: '' },
  appointments: [],
  entries: 0,
  lastEntered: '',
});
