/** What stands beside a finding about the practice's own judgement of how sure it is. Therapists read it. */

export const certaintyTexts = {
  ours: (ours: string, theirs: string) =>
    ours === theirs
      ? `Our practice: ${ours}, for other reasons.`
      : `Our practice: ${ours}. The knowledge says ${theirs}.`,
  agrees: 'Our practice agrees with the knowledge again.',
  changed: (by: string, date: string, because: string) => `Changed by ${by} on ${date}: ${because}`,
  why: 'How our practice gets there',
  starts: {
    high: 'Randomised trials start at high.',
    low: 'Studies without chance allocation start at low.',
  },
  step: (steps: number, domain: string, because: string) =>
    `${steps === 1 ? 'One step' : 'Two steps'} down for ${domain}: ${because}`,
  earlier: 'Earlier changes',
  earlierIs: (certainty: string, by: string, date: string, because: string) =>
    `${certainty}. ${by}, ${date}: ${because}`,
  all: 'Where we judge otherwise than the knowledge',
  one: (outcome: string, against: string) => `${outcome}, against ${against}.`,
  asKnowledge: 'As the knowledge says',
  change: 'Judge it otherwise for our practice',
  changeWhat:
    'What the knowledge says stays on this page. Your change is shown beside it, with your name.',
  errors: 'The change was not saved',
  start: 'Where it starts',
  startChoices: { high: 'High: randomised trials', low: 'Low: other studies' },
  down: (domain: string) => `Down for ${domain}`,
  steps: { '0': 'No step', '1': 'One step', '2': 'Two steps' },
  reason: (domain: string) => `Why down for ${domain}`,
  leaves: (certainty: string) => `This leaves: ${certainty}.`,
  because: 'Why you judge otherwise than the knowledge',
  needReason: (domain: string) => `Say why it goes down for ${domain}`,
  needBecause: 'Say why you judge otherwise',
  save: 'Save the change',
  saved: 'Saved.',
  again: 'Agree with the knowledge again',
} as const;
