/** What a decision is called, and how it looks, for each reader. The decision itself comes from the engine. */
import type { Decision } from '@assuage/knowledge';
import type { Audience } from './page.tsx';

/** Rising order of severity, as in the knowledge. */
const ORDER: Record<Decision, number> = {
  go: 0,
  adapt: 1,
  'clear-first': 2,
  'not-today': 3,
  'refer-soon': 4,
  'refer-now': 5,
};

export type Tone = 'go' | 'change' | 'stop' | 'urgent';
export type Shape =
  | 'circle-tick'
  | 'triangle-exclamation'
  | 'diamond-question'
  | 'octagon-bar'
  | 'octagon-arrow'
  | 'octagon-phone';

export interface DecisionWords {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly words: Record<Audience, string>;
}

export const DECISION_WORDS: Record<Decision, DecisionWords> = {
  go: {
    tone: 'go',
    shape: 'circle-tick',
    words: { therapist: 'Go ahead', client: 'Your answers do not change the plan.' },
  },
  adapt: {
    tone: 'change',
    shape: 'triangle-exclamation',
    words: {
      therapist: 'Go ahead, with changes',
      client: 'Your session will be changed to suit today.',
    },
  },
  'clear-first': {
    tone: 'change',
    shape: 'diamond-question',
    words: {
      therapist: 'Get clearance first',
      client: 'We need an answer from your care team first.',
    },
  },
  'not-today': {
    tone: 'stop',
    shape: 'octagon-bar',
    words: { therapist: 'Not today', client: 'Please do not have a massage today.' },
  },
  'refer-soon': {
    tone: 'stop',
    shape: 'octagon-arrow',
    words: {
      therapist: 'Not today: refer soon',
      client: 'Please speak to your doctor or nurse in the next few days.',
    },
  },
  'refer-now': {
    tone: 'urgent',
    shape: 'octagon-phone',
    words: { therapist: 'Stop: get help now', client: 'Get medical help now.' },
  },
};

export interface DecisionState {
  /** With every open question counted as yes. */
  readonly decision: Decision;
  /** From what has been answered. */
  readonly known: Decision;
  /** How many questions are open. */
  readonly questions: number;
}

export interface Banner {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly headline: string;
  /** A second line; left out when the headline says all. */
  readonly detail?: string;
}

const questionsToAsk = (count: number): string => `${count} question${count === 1 ? '' : 's'}`;

/**
 * The banner for a decision. While only unanswered questions hold the session back, it says to ask
 * them, in the colours of a change: an unknown never looks like "go". What is already known to stop
 * the session is shown at once, whatever is still open.
 */
export function bannerOf(
  { decision, known, questions }: DecisionState,
  audience: Audience,
): Banner {
  const waits = questions > 0 && ORDER[decision] > ORDER[known];
  if (waits && ORDER[known] < ORDER['not-today']) {
    const soFar = DECISION_WORDS[known].words[audience];
    return {
      tone: 'change',
      shape: 'diamond-question',
      headline:
        audience === 'therapist'
          ? `Ask ${questionsToAsk(questions)} first`
          : `Your therapist will ask you ${questionsToAsk(questions)} first.`,
      ...(audience === 'therapist' ? { detail: `From the answers so far: ${soFar}` } : {}),
    };
  }
  const { tone, shape, words } = DECISION_WORDS[waits ? known : decision];
  const headline = words[audience];
  return questions > 0 && audience === 'therapist'
    ? { tone, shape, headline, detail: `${questionsToAsk(questions)} to ask first` }
    : { tone, shape, headline };
}
