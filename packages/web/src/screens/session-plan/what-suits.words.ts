/** What the plan says about ways of working that suit a person. Counts and chances; never a reason. */
import type { Reactions } from '@assuage/outcomes';

const counted = (count: number): string => (count === 1 ? '1 session' : `${count} sessions`);

/** Rounded outwards, so that nothing is left out. */
const inHundred = ([low, high]: Reactions['share']): string =>
  `${Math.floor(100 * low)} to ${Math.ceil(100 * high)}`;

/** "After Deep tissue massage: worse after 1 of 6 sessions. So few sessions fit anything from 0 to 65 in 100." */
export function reactionText({ way, sessions, reactions, unknown, share }: Reactions): string {
  const known = sessions - unknown;
  const after = `After ${way}:`;
  if (known === 0) return `${after} not known yet, ${counted(sessions)}.`;
  const more = unknown === 0 ? '' : ` Not known for ${unknown} more.`;
  return `${after} worse after ${reactions} of ${counted(known)}. That fits anything from ${inHundred(share)} in 100.${more}`;
}

export const suitsTexts = {
  title: 'What suits this person',
  kinds: { technique: 'By technique', pressure: 'By highest pressure' },
  suspended: (ways: readonly string[]) =>
    `Not suggested: ${ways.join(', ')}. The client was worse afterwards. Talk about it first; nothing is suggested for it until then.`,
  again: {
    summary: 'We talked about it: suggest again',
    label: 'What did you decide, and why?',
    hint: 'It stays in the record. The reactions go on being counted.',
    empty: 'Write why it may be suggested again.',
    add: 'Suggest again',
  },
  counting:
    'Worse: the client or you said so, an adverse event, or 2 points more pain on both days after. The range is what so few sessions allow (95%, exact).',
  all: 'Reactions after each way of working',
} as const;

/** From simulated people (`bench/ways.ts`, docs/statistics.md), with ratings that go up and down by 1.5 points. */
const TOLD =
  'Most comparisons end without a clear winner. A difference of 1 point over the three days after is found in about 1 of 3, half a point in about 1 of 8. In 2 to 4 of 10 pain is once worse by 2 points on both days after a session: then no winner is named. Chance alone can do that.';

export const comparisonTexts = {
  title: (first: string, second: string) => `${first} or ${second}?`,
  begin: 'Find out which of two ways suits better',
  what: 'Chance draws which way comes next, so that good and bad weeks fall on both alike. The client rates every day.',
  told: TOLD,
  planned: (day: string) => `It begins on ${day}.`,
  next: (way: string, number: number, of: number) =>
    `Chance drew for this session (${number} of ${of}): ${way}.`,
  yours: 'It is a suggestion: you and the client decide. What is recorded as done is what counts.',
  notAllowed: (way: string) =>
    `Chance drew ${way}, but it is outside what holds today. Nothing is loosened; it waits for another session.`,
  more: (count: number) => `${count} more under Reasons`,
  askFirst: 'Ask the open questions first: then it shows what chance drew for this session.',
  ownVeto: 'The pressure was lowered for today, or nothing is given today.',
  held: (way: string) =>
    `Nothing is drawn: the client was worse after ${way}. Talk about it first, then go on without it or end the comparison.`,
  over: 'Every planned session was given.',
  toEnd: 'End it below: then another test can begin, and the client is no longer asked every day.',
  ended: (given: number, planned: number) =>
    `Ended after ${given} of ${planned} sessions: no result.`,
  close: 'End this comparison',
  closeWhat: 'Both ways stay open to you. What was recorded stays.',
  why: 'Why?',
  whys: [
    ['client-wished', 'The client wishes it'],
    ['therapist-wished', 'I wish it'],
    ['harm', 'It did harm'],
    ['other', 'It is over, or another reason'],
  ],
  whyMissing: 'Choose why',
  closeNow: 'End it',
  kind: 'What differs?',
  kinds: [
    ['technique', 'The technique'],
    ['pressure', 'The highest pressure'],
  ],
  first: 'One way',
  second: 'The other way',
  choose: 'Choose',
  tooFew: 'Today’s limits, and what this client knows without a reaction, leave no two to compare.',
  measure: 'What does the client rate every day?',
  sessions: 'How many sessions, half of each?',
  both: 'Before it begins',
  agreed: 'The client agrees to both ways, and to chance',
  either: 'I would choose either of them for this client',
  start: 'Draw the order and begin tomorrow',
  cannot: 'The comparison cannot begin yet',
  missing: {
    ways: 'Choose two different ways',
    measure: 'Choose what is rated',
    sessions: 'Choose how many sessions',
    agreed: 'Ask the client first: both have to agree',
  },
  testing: 'Another test is planned or running. Two at a time would disturb each other.',
  notLoaded: 'The ratings could not be fetched.',
  again: 'Try again',
} as const;
