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
    `Not suggested: ${ways.join(', ')}. The client was worse after it. Talk about it first; nothing is suggested for it until then.`,
  counting:
    'Worse: the client or you said so, an adverse event, or 2 points more pain on both days after. The range is what so few sessions allow (95%, exact).',
  all: 'Reactions after each way of working',
} as const;
