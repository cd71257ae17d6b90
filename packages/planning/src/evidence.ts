/** How well a technique is supported for this client's goals, and how that is said. */
import type { Goal, Technique } from '@assuage/knowledge';
import type { Why } from './plan.ts';
import type { Situation } from './situation.ts';
import { lowerFirst } from './wording.ts';

type Help = Technique['helps'][number];
export interface Support {
  readonly goal: Goal | undefined;
  readonly help: Help | undefined;
  /** The client's conditions that were studied; empty when people in general were. */
  readonly studiedIn: readonly string[];
  /** Rises with the level of evidence; half a step more when it was found in the client's own condition. */
  readonly strength: number;
}

const LEVEL: Record<Help['level'], number> = { some: 3, little: 2, custom: 1 };
/** From here on, somebody has studied it. */
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

const AMOUNT = { some: 'Some evidence', little: 'Little evidence' } as const;

/** "Some evidence for pain in fibromyalgia", "Customary; no study read". */
export function whyOf(situation: Situation, { goal, help, studiedIn }: Support): Why {
  if (!goal || !help) return { text: 'Customary; no study read', sources: [] };
  const purpose = GOAL_WORDS[goal];
  if (help.level === 'custom')
    return { text: `Customary for ${purpose}; no study read`, sources: help.sources };
  const [first] = studiedIn;
  const who = first === undefined ? 'people in general' : conditionName(situation, first);
  return { text: `${AMOUNT[help.level]} for ${purpose} in ${who}`, sources: help.sources };
}

const conditionName = (situation: Situation, id: string): string =>
  lowerFirst(situation.engine.fact(id)?.name ?? id);
