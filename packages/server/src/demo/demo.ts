/**
 * The demo practice: entries made from `people.ts`, the same on every machine for the same date. All
 * its people are invented, and its texts say so.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '@assuage/knowledge';
import type { Author, BodyOf, EntryKind, NewEntry, Practice } from '@assuage/record';
import type { Engine, Statement } from '@assuage/safety';
import { daysBefore } from '../clock.ts';
import { demoTest } from './finished-test.ts';
import { type EarlierSession, PEOPLE, type Person, type Yes } from './people.ts';

const THERAPIST: Author = { name: 'Jo Field', role: 'therapist' };
const INVENTED = 'Invented for the demo practice.';

export const demoPractice: Practice = {
  id: 'demo',
  name: 'Harbour Massage',
  therapist: { name: THERAPIST.name, training: ['lymph-drainage'] },
  demo: true,
};

/** Everything in the demo practice on the day on which it is founded. */
export const demoEntries = (engine: Engine, today: string): NewEntry[] => [
  ...PEOPLE.flatMap((person) => historyOf(engine, person, today)),
  ...demoDay(engine, today),
];

/** One day's appointments, and the check-ins of those who have done theirs. */
export const demoDay = (engine: Engine, today: string): NewEntry[] =>
  PEOPLE.flatMap((person) => {
    const { checkIn } = person;
    const booking = entry('appointment', person, THERAPIST, `${today}T06:00`, {
      starts: `${today}T${person.at}`,
      minutes: person.minutes,
    });
    if (!checkIn) return [booking];
    // Earlier than any answer given today, so that a real answer is always the newer one.
    const at = `${today}T00:05`;
    const checkedIn = entry('check-in', person, asAuthor(person), at, {
      statements: answers(engine, person, 'today', checkIn.yes, at),
      pain: checkIn.pain,
      painNow: checkIn.painNow,
      wish: `${checkIn.wish} (${INVENTED})`,
      wishes: checkIn.wishes,
    });
    return [booking, checkedIn];
  });

function historyOf(engine: Engine, person: Person, today: string): NewEntry[] {
  const { cameDaysAgo, testedSinceDaysAgo } = person;
  const came = testedSinceDaysAgo ?? cameDaysAgo;
  return [
    entry('client', person, THERAPIST, `${daysBefore(today, came)}T17:00`, {
      name: person.name,
      born: person.born,
      pronouns: person.pronouns,
    }),
    ...[...new Set([came, cameDaysAgo])].map((daysAgo) =>
      intake(engine, person, `${daysBefore(today, daysAgo)}T17:30`),
    ),
    ...person.sessions.flatMap((session) => earlier(engine, person, session, today)),
    ...(testedSinceDaysAgo === undefined ? [] : tested(engine, person, today)),
  ];
}

const intake = (engine: Engine, person: Person, at: string): NewEntry =>
  entry('intake', person, asAuthor(person), at, {
    statements: answers(engine, person, 'lasting', person.yes, at),
    listed: { condition: true, medicine: true },
    goals: person.goals,
    positions: person.positions,
    consents: person.consents ?? [],
    avoid: person.avoid ?? [],
  });

/** A test from its start to its end, with a rating of each day. */
function tested(engine: Engine, person: Person, today: string): NewEntry[] {
  const { fixedDaysAgo, trial, ratings, sessions, noted } = demoTest(
    today,
    engine.knowledge.release,
  );
  const fixed = entry(
    'trial',
    person,
    THERAPIST,
    `${daysBefore(today, fixedDaysAgo)}T12:00`,
    trial,
  );
  return [
    fixed,
    ...sessions.flatMap((session) => earlier(engine, person, session, today)),
    ...ratings.map(({ daysAgo, measure, value }) =>
      entry(
        'score',
        person,
        asAuthor(person),
        `${daysBefore(today, daysAgo)}T${measure === 'nrs-pain' ? '20:00' : '20:01'}`,
        {
          measure,
          release: engine.knowledge.release,
          answers: { [measure]: value },
          filled: 'by-client',
          note: '',
        },
      ),
    ),
    entry('trial-change', person, THERAPIST, `${daysBefore(today, noted.daysAgo)}T12:00`, {
      trial: fixed.id,
      change: 'noted',
      text: `${noted.text} (${INVENTED})`,
    }),
  ];
}

function earlier(
  engine: Engine,
  person: Person,
  session: EarlierSession,
  today: string,
): NewEntry[] {
  const day = daysBefore(today, session.daysAgo);
  const before = `${day}T${person.at}`;
  const after = `${day}T21:00`;
  const places = [...new Set(session.work.flatMap((work) => work.places))];
  return [
    entry('check-in', person, asAuthor(person), before, {
      statements: answers(engine, person, 'today', [], before),
      pain: places.map((place) => ({ place, level: 1 })),
      painNow: session.painBefore,
      wish: INVENTED,
      wishes: [],
    }),
    entry('session', person, THERAPIST, after, {
      plan: null,
      asPlanned: true,
      segments: session.work.map((work) => ({ ...work, pressure: session.pressure })),
      pressure: session.pressure,
      minutes: session.work.reduce((sum, { minutes }) => sum + minutes, 0),
      response: 'Comfortable throughout.',
      painAfter: session.painAfter,
      soap: {
        s: `${INVENTED} Pain ${session.painBefore} before.`,
        o: '',
        a: session.note,
        p: 'Same again.',
      },
      signed: { by: THERAPIST.name, at: after },
    }),
  ];
}

/**
 * A full set of answers: the yeses, and no to everything else that this person would be asked, which is
 * what is asked of everyone and what belongs to their conditions and medicines.
 */
function answers(
  engine: Engine,
  person: Person,
  when: 'today' | 'lasting',
  yes: readonly Yes[],
  at: string,
): Statement[] {
  const by = person.name;
  const allYes = new Set([...person.yes, ...yes].map(({ fact }) => fact));
  const covered = new Set(
    [...allYes, ...person.notAsked].flatMap((id) =>
      engine.fact(id) ? [id, ...engine.ancestors(id)] : [id],
    ),
  );
  const asked = engine.facts.filter(
    (fact) =>
      fact.kind === 'finding' &&
      !covered.has(fact.id) &&
      isAsked(fact, when) &&
      (fact.under.length === 0 ||
        (!fact.quantity && fact.under.some((parent) => isYes(engine, allYes, parent)))),
  );
  return [
    ...yes.map((stated) => ({ ...stated, answer: 'yes' as const, by, at })),
    ...asked.map(({ id }) => ({ fact: id, answer: 'no' as const, by, at })),
  ];
}

/** At each check-in, besides today's findings, those whose answer does not hold for long. */
const isAsked = ({ holds }: Finding, when: 'today' | 'lasting'): boolean =>
  when === 'lasting' ? holds !== 'today' : holds === 'today' || Number(holds) < 60;

const isYes = (engine: Engine, yes: ReadonlySet<string>, fact: string): boolean =>
  yes.has(fact) || engine.descendants(fact).some((below) => yes.has(below));

const asAuthor = (person: Person): Author => ({ name: person.name, role: 'client' });

function entry<const Kind extends EntryKind>(
  kind: Kind,
  person: Person,
  by: Author,
  on: string,
  body: BodyOf<Kind>,
): NewEntry {
  const made = { id: idOf(kind, person, on), client: clientId(person), kind, v: 1, on, by, body };
  // `kind` and `body` belong together by the signature; TypeScript cannot follow that into the union.
  return made as unknown as NewEntry;
}

const clientId = (person: Person): string => uuidV7('2026-01-01T00:00', person.name);
const idOf = (kind: string, person: Person, on: string): string =>
  uuidV7(on, `${kind} ${person.name}`);

/** A UUID of version 7 whose random part follows from a text: the same entry on every machine. */
function uuidV7(time: string, label: string): string {
  const bytes = createHash('sha256').update(`${time} ${label}`).digest().subarray(0, 16);
  bytes.writeUIntBE(Date.parse(`${time}Z`), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
