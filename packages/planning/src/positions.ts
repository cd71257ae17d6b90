/** In which position or positions a session is given. */
import type { Position } from '@assuage/knowledge';
import { reachOf } from './areas.ts';
import type { Choices } from './choice.ts';
import type { Situation } from './situation.ts';
import { unitsIn } from './units.ts';

/** Face down before face up: who ends face up sits up more easily. */
const PREFERRED: readonly Position[] = ['prone', 'side-lying', 'supine', 'semi-reclined', 'seated'];
/** Turning over takes effort and time: shorter sessions do without. */
const MINUTES_FOR_A_CHANGE = 40;
/** What a second position must add to be worth the turn. */
const COST_OF_A_CHANGE = 2;

/**
 * At most two positions: those from which most of what matters can be reached. None when no position is
 * left, or nothing can be done in any.
 */
export function positionsFor(
  situation: Situation,
  choices: Choices,
  minutes: number,
): readonly Position[] {
  const usable = PREFERRED.filter((position) => situation.positions.includes(position));
  const single = usable.map((position) => [position]);
  const pairs = usable.flatMap((first, i) => usable.slice(i + 1).map((second) => [first, second]));
  const options: Position[][] = minutes < MINUTES_FOR_A_CHANGE ? single : [...single, ...pairs];
  let best: readonly Position[] = [];
  let most = 0;
  for (const option of options) {
    const worth = worthOf(situation, choices, option) - (option.length - 1) * COST_OF_A_CHANGE;
    if (worth > most) {
      most = worth;
      best = option;
    }
  }
  return best;
}

const worthOf = (situation: Situation, choices: Choices, positions: readonly Position[]): number =>
  unitsIn(situation, choices, positions).reduce((sum, { weight, spots, position }) => {
    const reach = spots.reduce((total, spot) => total + reachOf(spot.region, position), 0);
    return sum + (weight * reach) / spots.length;
  }, 0);
