/** What the chosen place asks a record to hold, and this record does not hold yet. Hints: they block nothing. */
import { CONTENTS, type Held, type Jurisdiction, lacking } from '@assuage/jurisdiction';
import { ageOn } from './moment.ts';
import type { ClientRecord } from './record.ts';

const ADULT = 18;

/** @returns the missing contents in words, in the order in which the place names them */
export function recordHints(place: Jurisdiction, record: ClientRecord, today: string): string[] {
  const asked = place.settings['record-contents'];
  if (asked.confidence === 'unknown') return [];
  const contents = lacking(asked.value, heldBy(place, record, today));
  return contents.map((content) => CONTENTS[content]);
}

/** Names, dates and what was done are in every session that is signed; gender and referrals have no field. */
function heldBy(place: Jurisdiction, record: ClientRecord, today: string): Held {
  const { client, consents, intakes, sessions, statements, listed } = record;
  const massage = consents.filter(
    ({ what, until }) => what === 'massage' && (until === undefined || until >= today),
  );
  const agreed = massage.at(-1)?.given === true;
  const guardian = place.settings['guardian-under'];
  const age = guardian.confidence === 'unknown' ? ADULT : guardian.value;
  return {
    'client-address': client.contact?.address !== undefined,
    consent: agreed,
    'guardian-permission':
      (client.born !== undefined && ageOn(client.born, today) >= age) ||
      massage.some(({ given, from }) => given && from.as === 'guardian'),
    'conditions-or-none':
      listed.condition || statements.some(({ source }) => source?.kind === 'diagnosed-by'),
    history: sessions.length > 0 || intakes.length > 0,
  };
}
