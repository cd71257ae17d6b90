/** What was asked for: warmth and cold that can be had, and what is done instead of what is out. */
import { hasRegion, type Technique } from '@assuage/knowledge';
import {
  allowsTechnique,
  coldAt,
  type Envelope,
  type FiredLimit,
  heatAt,
  MAX_PRESSURE,
} from '@assuage/safety';
import { siteOf } from './areas.ts';
import { type Choice, type Choices, isAlongside, isPlannable } from './choice.ts';
import type { Alongside, Substitution } from './plan.ts';
import { reasonIn } from './reason.ts';
import { placesOf, type Situation, type Spot } from './situation.ts';
import { lowerFirst, placesInText } from './wording.ts';

/** Warms or cools all that lies on it, worked on or not. */
const WHOLE_BODY = ['heated-table'];

/** For each technique asked for that is out where it was wanted: what is done there instead. */
export function substitutionsFor(situation: Situation, choices: Choices): Substitution[] {
  return [
    ...choices.wished.flatMap((technique) => insteadOf(situation, choices, technique)),
    ...thermalWishes(situation).flatMap((technique) => withoutThermal(situation, technique)),
  ];
}

/** The warmth and cold asked for that can be had, and where. */
export function alongsideFor(situation: Situation): Alongside[] {
  return thermalWishes(situation).flatMap((technique) => {
    const spots = thermalSpots(situation, technique).filter(
      (spot) => !spot.closed && allowsThermal(situation, technique, spot),
    );
    const whole = WHOLE_BODY.includes(technique.id);
    if (spots.length === 0 || (whole && withoutThermal(situation, technique).length > 0)) return [];
    const places = whole ? ['everywhere'] : placesOf(situation.engine, spots);
    const careful = places.some((place) => thermalAt(situation, technique, place) === 'caution');
    return [
      {
        technique: technique.id,
        places,
        sentence: `${technique.name}: ${whole ? 'on' : `on ${placesInText(situation.engine, places)}`}${
          careful ? ', mild and for a short time; ask often how it feels' : ''
        }.`,
      },
    ];
  });
}

function insteadOf(situation: Situation, choices: Choices, technique: Technique): Substitution[] {
  const { engine, input } = situation;
  const plannable = isPlannable(technique, input.training);
  const groups = new Map<string, { spots: Spot[]; choice: Choice | undefined }>();
  for (const spot of situation.spots) {
    if (isNoConcern(spot) || !choices.wantedAt(technique, spot)) continue;
    if (plannable && !spot.closed && isInAt(situation, technique, spot)) continue;
    const choice = choices.work(spot, undefined);
    const key = choice?.technique.id ?? '';
    const group = groups.get(key);
    if (!group) groups.set(key, { spots: [spot], choice });
    else {
      group.spots.push(spot);
      if (choice && group.choice && choice.pressure < group.choice.pressure) group.choice = choice;
    }
  }
  return [...groups.values()].map(({ spots, choice }) => {
    const places = placesOf(engine, spots);
    const limits = limitsAgainst(situation, technique, spots);
    const instead = choice ? lowerFirst(choice.technique.name) : 'no touch there today';
    return {
      wished: technique.id,
      places,
      instead: choice?.technique.id ?? null,
      pressure: choice?.pressure ?? null,
      sentence:
        `${technique.name} is out on ${placesInText(engine, places)}: ${instead} instead.${otherReason(
          situation,
          technique,
          spots,
          limits.length > 0,
        )}`.replace('today instead', 'today'),
      limits: limits.map(({ compiled }) => compiled.id),
    };
  });
}

/** Left out by the client's wish, for want of consent, or on anybody: said elsewhere, and not a matter of technique. */
const isNoConcern = ({ closed }: Spot): boolean => closed !== undefined && closed !== 'limit';

const isInAt = ({ engine, input }: Situation, technique: Technique, { region }: Spot): boolean =>
  (siteOf(region).most ?? MAX_PRESSURE) >= (technique.pressure?.[0] ?? 0) &&
  allowsTechnique(engine, input.envelope, technique.id, region.id);

function otherReason(
  { input }: Situation,
  technique: Technique,
  spots: readonly Spot[],
  limited: boolean,
): string {
  if (limited) return '';
  if (technique.neverPlanned) return ' It is not part of a massage plan.';
  if (!isPlannable(technique, input.training)) return ' It needs a training that is not on record.';
  const caution = spots.find(({ region }) => region.caution)?.region.caution;
  return caution ? ` ${caution}` : '';
}

/** The limits in force at some of these regions that rule a technique out there. */
function limitsAgainst(
  { engine, input }: Situation,
  technique: Technique,
  spots: readonly Spot[],
): FiredLimit[] {
  const bit = engine.techniqueIndex(technique.id);
  const isAgainst = ({ compiled, where }: FiredLimit): boolean => {
    if (!spots.some(({ index }) => hasRegion(where, index))) return false;
    switch (compiled.kind) {
      case 'exclude':
        return ((compiled.techniques[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
      case 'heat':
      case 'cold':
        return technique.uses === compiled.kind && compiled.amount === 2;
      case 'pressure':
        return compiled.amount < (technique.pressure?.[0] ?? 0);
      case 'decision':
      case 'positions':
      case 'minutes':
      case 'care':
        return false;
    }
  };
  return input.envelope.limits.filter(isAgainst);
}

const thermalWishes = ({ engine, input }: Situation): Technique[] =>
  engine.techniques.filter(
    (technique) =>
      input.wishes.includes(technique.id) &&
      isAlongside(technique) &&
      isPlannable(technique, input.training),
  );

function thermalSpots({ spots, hasPain }: Situation, technique: Technique): Spot[] {
  if (WHOLE_BODY.includes(technique.id)) return [...spots];
  return spots.filter((spot) =>
    isNoConcern(spot) ? false : hasPain ? spot.pain > 0 : siteOf(spot.region).usual >= 1,
  );
}

/** Whether a pack or a table may lie there: nobody presses, so only heat, cold and exclusions count. */
function allowsThermal(
  { engine, input }: Situation,
  technique: Technique,
  { region }: Spot,
): boolean {
  const unpressed: Envelope = {
    ...input.envelope,
    pressure: new Int8Array(engine.body.regions.length).fill(MAX_PRESSURE),
  };
  return allowsTechnique(engine, unpressed, technique.id, region.id);
}

const thermalAt = ({ engine, input }: Situation, technique: Technique, place: string) =>
  technique.uses === 'cold'
    ? coldAt(engine, input.envelope, place)
    : heatAt(engine, input.envelope, place);

function withoutThermal(situation: Situation, technique: Technique): Substitution[] {
  const { engine } = situation;
  const out = thermalSpots(situation, technique).filter(
    (spot) => !allowsThermal(situation, technique, spot),
  );
  if (out.length === 0) return [];
  const whole = WHOLE_BODY.includes(technique.id);
  const places = whole ? ['everywhere'] : placesOf(engine, out);
  const limits = limitsAgainst(situation, technique, out).filter(
    ({ compiled }) => compiled.kind !== 'pressure',
  );
  const where = whole ? '' : ` on ${placesInText(engine, places)}`;
  const reason = reasonIn(limits) ?? 'It does not belong there.';
  return [
    {
      wished: technique.id,
      places,
      instead: null,
      pressure: null,
      sentence: `The ${lowerFirst(technique.name)} is out${where}: ${reason}`,
      limits: limits.map(({ compiled }) => compiled.id),
    },
  ];
}
