/** What a client reads when asked how they are today. */
export const ratingsTexts = {
  title: 'How you are today',
  of: (name: string) => `Questions for ${name}`,
  skip: 'Skip',
  justPain: 'Just the pain today',
  justThis: 'Just this question today',
  after: (day: string) => `How have you felt since your session on ${day}?`,
  sore: 'How sore were you after that session?',
  notSore: 'Not sore',
  mostSore: 'As sore as you can think of',
  feelings: { better: 'Better', same: 'About the same', worse: 'Worse' },
  check: 'Check your answers',
  outOf: (answer: number) => `${answer} of 10`,
  skipped: 'Skipped',
  change: 'Change',
  send: 'Send answers',
  kept: 'Your answers are kept on this device.',
  sending: 'Sending your answers.',
  allSkipped: 'You skipped every question. That is fine. There is nothing to send.',
  answered: 'You have answered today',
  thanks: 'Thank you. Your therapist can see your answers.',
  tomorrow: 'If you have a link for this page, use the same one on another day.',
  none: 'There is nothing to ask today',
  rest: (count: number) =>
    count === 1 ? 'Answer 1 more question' : `Answer ${count} more questions`,
  again: 'Answer again',
  howAgain: 'If you answer again, your new answers count for today. The first ones are kept too.',
  worse: 'If something feels wrong, tell your therapist now.',
  oneIsAbout: (day: string) => `We also want to hear how you are since your session on ${day}.`,
  sentLink: (count: number) =>
    count === 1
      ? '1 more quick question, if you feel up to it'
      : `${count} more quick questions, if you feel up to it`,
} as const;
