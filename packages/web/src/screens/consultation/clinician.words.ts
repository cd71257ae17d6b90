/** What the clinician's page says. Nothing here says why something changed. */
export const clinicianTexts = {
  title: 'For the clinician',
  headings: {
    act: 'For you to act on',
    limits: 'Limits we keep',
    going: 'How it is going',
    did: 'What we did',
    reply: 'How to reply',
  },
  who: (name: string, born: string | undefined) =>
    `${name}, ${born === undefined ? 'date of birth not known' : `born ${born}`}.`,
  from: (therapist: string, practice: string) => `From ${therapist}, ${practice}.`,
  sessions: (count: number, first: string, last: string) =>
    count === 1 ? `1 session, ${first}.` : `${count} sessions, ${first} to ${last}.`,
  noSessions: 'No sessions yet.',
  agreed: (clinicians: string) => `Agreed to sharing with: ${clinicians}.`,
  notAgreed: 'No agreement to sharing is on record.',
  nothing: 'Nothing to act on.',
  noLimits: 'None.',
  waiting: (count: number) =>
    count === 1
      ? '1 question to the client is open.'
      : `${count} questions to the client are open.`,
  more: (count: number) => `${count} more in the record.`,
  tooSoon: (ratings: number, needed: number) =>
    `Too soon to tell: ${ratings} of ${needed} ratings.`,
  towards: {
    better: 'Better',
    worse: 'Worse',
    same: 'About the same',
    unclear: 'Changed',
  },
  matters: (points: string, isStudied: boolean) =>
    `matters from ${points}${isStudied ? '' : ' (our judgement)'}`,
  beyond: (range: string) => `outside the usual ${range}`,
  within: (range: string) => `inside the usual ${range}`,
  noThreshold: 'important change not known',
  reaches: (reached: number, published: number) =>
    `reaches ${reached} of ${published} published important changes`,
  noise: (points: string) => `under ${points} may be measurement error`,
  numbers: (start: string, now: string, change: string) =>
    `start ${start}, now ${now} (${change}).`,
  pattern: 'Usual: ups and downs at the start. Patterns cannot say why.',
  none: 'No scores yet.',
  weeks: 'weeks with and without massage',
  cadence: 'more and less frequent massage',
  testOf: (outcome: string, compared: string) => `Randomised test, ${compared}, ${outcome}:`,
  rated: (ratings: number, planned: number) => `${ratings} ratings (planned: ${planned}).`,
  begins: (day: string) => `begins ${day}.`,
  runs: (day: string) => `until ${day}, no result yet.`,
  stopped: (day: string) => `stopped ${day}, no result.`,
  tooFew: 'over, too few to say.',
  result: (points: string, better: string, within: string, worse: string) =>
    `Better by ${points} or more: ${better}; in between: ${within}; worse: ${worse}. Not blinded.`,
  or: ' or ',
  waysOf: (names: string, given: number, planned: number) =>
    `Two ways in random order, ${names}, ${given} of ${planned} sessions:`,
  noResult: 'no result yet.',
  noWinner: 'no clear winner.',
  aside: (ways: string) => `set aside, the client was worse after ${ways}.`,
  winner: (way: string, chance: number) =>
    `${chance}% chance that ${way} suits better. Not blinded.`,
  did: (sessions: number, worse: number, told: number, events: number) =>
    `${sessions === 1 ? '1 session' : `${sessions} sessions`}. ${
      told === 0 ? 'No reports afterwards' : `Worse afterwards in ${worse} of ${told} reports`
    }; ${events === 0 ? 'no adverse events' : events === 1 ? '1 adverse event' : `${events} adverse events`} on record.`,
  studies: (sentence: string) => `In studies of other people: ${sentence}`,
  reply: (therapist: string) => `Tell ${therapist} what may be done, and until when.`,
  footer: (release: string, today: string) =>
    `Reported by the client, not a diagnosis. Knowledge release ${release.slice(0, 12)}. ${today}.`,
} as const;
