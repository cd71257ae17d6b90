/** The words of the ratings right after a session. The questions come from the measures. */
export const afterSessionTexts = {
  ask: 'Ask how it is right now',
  readAloud: 'Read each question aloud, with both ends of the scale.',
  question: (question: string, low: string, high: string) => `${question} (0: ${low}; 10: ${high})`,
  notAsked: 'Not asked',
  notAnEffect: 'Before and after on one day says little. It is not counted as an effect.',
  add: 'Add what was said',
  done: 'How it is right now was asked.',
} as const;
