/** What a place may ask a record to contain, and which of it a record lacks. */

/** In the order in which it is named; the words complete "a record must hold …". */
export const CONTENTS = {
  'therapist-name': "the therapist's name",
  'client-name': "the client's name",
  'client-address': "the client's address",
  'birth-date': "the client's birth date",
  gender: "the client's gender",
  'guardian-permission': "a guardian's permission for a minor",
  consent: 'that the client agreed to massage',
  'conditions-or-none': 'the conditions, or that there are none',
  'date-of-service': 'the date of service',
  'date-of-entry': 'the date of entry',
  history: 'the history, at the first visit',
  'change-in-condition': 'the change in condition, at each later visit',
  assessment: 'an assessment',
  treatment: 'what was done',
  outcome: 'the outcome',
  referral: 'a referral, if there was one',
} as const;
export type Content = keyof typeof CONTENTS;

/** What a record has; left out where nobody can tell from the record. */
export type Held = Partial<Readonly<Record<Content, boolean>>>;

/** What the place asks for and the record is known to lack, in the order in which the place names it. */
export const lacking = (asked: readonly Content[], held: Held): Content[] =>
  asked.filter((content) => held[content] === false);
