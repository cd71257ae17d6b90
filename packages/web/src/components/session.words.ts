/** Positions, goals and answers of a session, in the therapist's words. */
import type { Goal, Position } from '@assuage/knowledge';

export const POSITION_WORDS: Record<Position, string> = {
  prone: 'Face down',
  supine: 'On the back',
  'side-lying': 'On the side',
  'semi-reclined': 'Half sitting',
  seated: 'Sitting',
};

export const GOAL_WORDS: Record<Goal, string> = {
  pain: 'Less pain',
  stiffness: 'Less stiffness',
  sleep: 'Better sleep',
  stress: 'Less stress',
  fatigue: 'Less tired',
  'range-of-motion': 'Moving more easily',
};
