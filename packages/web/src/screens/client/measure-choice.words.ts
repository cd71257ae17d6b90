/** The words of the list of what is asked of a client, and when. */
import type { MeasureAsk } from '@assuage/knowledge';

export const trackTexts = {
  title: 'What we track',
  what: 'Choose with the client. A short list is answered more often.',
  usual: 'Nobody has chosen. The usual list is asked.',
  chosen: (by: string, when: string) => `Chosen by ${by}, ${when}.`,
  open: 'Choose what is asked',
  legend: 'What is asked',
  save: 'Keep this list',
  inTests: 'The ratings of a running test are asked in any case.',
  nothing: 'Nothing is asked.',
} as const;

/** "every 2 weeks" */
export const rhythmText = (when: MeasureAsk['when']): string => {
  if (when === 'before-session') return 'before a session';
  if (when === 'after-session') return 'right after a session';
  return when.everyWeeks === 1 ? 'every week' : `every ${when.everyWeeks} weeks`;
};
