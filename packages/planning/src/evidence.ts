/** How well a technique is supported for this client's goals, and how that is said. */
import type { Goal, Technique } from '@assuage/knowledge';
import type { Why } from './plan.ts';
import type { Situation } from './situation.ts';
import { lowerFirst } from './wording.ts';

type Help = Technique['helps'][number];
export interface Support {
  readonly goal: Goal | undefined;
  readonly help: Help | undefined;
  /** The client's conditions that were studied; empty when other people were. */
  readonly studiedIn: readonly string[];
  /** Rises with the level of evidence; half a step more when it was found in the client's own condition. */
  readonly strength: number;
}

/** What was studied without a gain comes after what nobody has studied. */
const LEVEL: Record<Help['level'], number> = { some: 3, little: 2, custom: 1, none: 0.25 };
/** From here on, somebody has studied it and found a gain. */
export const STUDIED = LEVEL.little;
const NO_SUPPORT: Support = { goal: undefined, help: undefined, studiedIn: [], strength: 0 };

const GOAL_WORDS: Record<Goal, string> = {
  pain: 'pain',
  stiffness: 'stiffness',
  sleep: 'sleep',
  stress: 'stress',
  fatigue: 'tiredness',
  'range-of-motion': 'ease of movement',
};

/** What was found in the client's own conditions goes before what was found in other people. */
function supportFor(situation: Situation, technique: Technique, goal: Goal): Support {
  const helps = technique.helps.filter((help) => help.goal === goal);
  const own = helps.filter((help) => help.for?.some((id) => situation.holds(id)));
  const usable = own.length > 0 ? own : helps.filter((help) => help.for === undefined);
  const help = usable.reduce<Help | undefined>(
    (best, next) => (best && LEVEL[best.level] >= LEVEL[next.level] ? best : next),
    undefined,
  );
  if (!help) return NO_SUPPORT;
  return {
    goal,
    help,
    studiedIn: help.for?.filter((id) => situation.holds(id)) ?? [],
    strength: LEVEL[help.level] + (own.length > 0 ? 0.5 : 0),
  };
}

/** The best support for any of the goals; between equals, the goal that comes first in `GOALS`. */
export function bestSupport(
  situation: Situation,
  technique: Technique,
  goals: readonly Goal[],
): Support {
  return goals
    .map((goal) => supportFor(situation, technique, goal))
    .reduce((best, next) => (next.strength > best.strength ? next : best), NO_SUPPORT);
}

const FOUND = {
  some: 'Some evidence',
  little: 'Little evidence',
  none: 'Studied, and no gain was found',
} as const;
const SURE = { 'very-low': 'very low', low: 'low', moderate: 'moderate', high: 'high' } as const;

/**
 * What was studied, in whom, and how sure that is: "Some evidence for pain in knee osteoarthritis; how sure:
 * moderate", "Customary; no study read".
 */
export function whyOf(situation: Situation, { goal, help, studiedIn }: Support): Why {
  if (!goal || !help) return { text: 'Customary; no study read', sources: [] };
  const { level, graded, sources } = help;
  const purpose = GOAL_WORDS[goal];
  if (level === 'custom') return { text: `Customary for ${purpose}; no study read`, sources };
  const sure = graded ? `how sure: ${SURE[graded.certainty]}` : 'how sure: not graded';
  const who = whoWasStudied(situation, studiedIn[0], graded?.in);
  return { text: `${FOUND[level]} for ${purpose} in ${who}; ${sure}`, sources };
}

/** @param other the condition of other people, in whom it was found */
function whoWasStudied(situation: Situation, own: string | undefined, other?: string): string {
  if (own !== undefined) return conditionName(situation, own);
  return other === undefined
    ? 'people in general'
    : `other people, who had ${conditionName(situation, other)}`;
}

const conditionName = (situation: Situation, id: string): string =>
  lowerFirst(situation.engine.fact(id)?.name ?? id);
