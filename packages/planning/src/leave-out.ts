/** What was hoped for and is left out, and why: one sentence each. */
import { type Decision, hasRegion, type Position } from '@assuage/knowledge';
import { type Envelope, type FiredLimit, NO_CAP } from '@assuage/safety';
import { reachOf, siteOf } from './areas.ts';
import type { Choices } from './choice.ts';
import type { Segment, Substitution } from './plan.ts';
import { reasonIn } from './reason.ts';
import { placesOf, type Situation, type Spot } from './situation.ts';
import { placesInText } from './wording.ts';

const NO_SESSION: Partial<Record<Decision, string>> = {
  'not-today': 'No massage today, anywhere.',
  'refer-soon':
    'No massage today, anywhere: ask the client to see a doctor or nurse in the next few days.',
  'refer-now': 'No massage today, anywhere: the client needs medical help now.',
};

const WAITING = 'Nothing is planned until the open questions are answered.';

/** Why there is no session at all; `undefined` when there can be one. */
export const noSession = ({ decision, known }: Envelope): string | undefined =>
  NO_SESSION[known] ?? (NO_SESSION[decision] === undefined ? undefined : WAITING);

export function leftOut(
  situation: Situation,
  choices: Choices,
  segments: readonly Segment[],
  substitutions: readonly Substitution[],
  minutes: number,
): string[] {
  return [
    ...painfulPlaces(situation, choices, segments),
    ...unusedWishes(choices, segments, substitutions),
    ...lostTime(situation, segments, minutes),
  ];
}

/** Every painful region that is not worked on, grouped by the reason. */
function painfulPlaces(
  situation: Situation,
  choices: Choices,
  segments: readonly Segment[],
): string[] {
  const { body } = situation.engine;
  const worked = ({ index }: Spot) =>
    segments.some(({ places }) => places.some((place) => hasRegion(body.mask(place), index)));
  const groups = new Map<string, Spot[]>();
  for (const { place } of situation.input.pain) {
    const spots = situation.spots.filter(({ index }) => hasRegion(body.mask(place), index));
    const someWorked = spots.some(worked);
    for (const spot of spots.filter((each) => !worked(each))) {
      // The far side of a place that is worked on is no news.
      const minor = spot.closed === undefined || spot.closed === 'anatomy';
      if (someWorked && minor) continue;
      const reason = reasonFor(situation, choices, spot);
      const group = groups.get(reason) ?? [];
      if (!group.includes(spot)) groups.set(reason, [...group, spot]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, spots]) => {
      const places = placesOf(situation.engine, spots);
      return `Nothing on ${placesInText(situation.engine, places)}: ${reason}`;
    });
}

function reasonFor(situation: Situation, choices: Choices, spot: Spot): string {
  switch (spot.closed) {
    case 'limit':
      return reasonIn(noContactAt(situation, spot)) ?? 'no touch is allowed there today.';
    case 'avoid':
      return 'the client does not want to be touched there.';
    case 'consent':
      return 'a private place, and no agreement to touch it is on record.';
    case 'anatomy':
      return anatomyOf(spot);
    case undefined:
      break;
  }
  if (!choices.work(spot, undefined)) return 'no technique that is allowed there fits.';
  if (situation.positions.length === 0)
    return 'there is no position that the client can manage and that is allowed.';
  const reaches = (position: Position) =>
    reachOf(spot.region, position) > 0 && choices.work(spot, position) !== undefined;
  if (!situation.positions.some(reaches))
    return 'it cannot be reached in a position that the client can manage.';
  return 'there is no time for it, or it cannot be reached without turning over again.';
}

/** Asked for and allowed, and still not in the plan. */
const unusedWishes = (
  choices: Choices,
  segments: readonly Segment[],
  substitutions: readonly Substitution[],
): string[] =>
  choices.wished
    .filter(({ id }) => !segments.some(({ technique }) => technique === id))
    .filter(({ id }) => !substitutions.some(({ wished }) => wished === id))
    .map(({ name }) => `${name} is not used: it does not fit the places, positions or time.`);

const anatomyOf = ({ region }: Spot): string =>
  region.caution ?? `nothing is done on the ${siteOf(region).area}.`;

const noContactAt = ({ input }: Situation, { index }: Spot): FiredLimit[] =>
  input.envelope.limits.filter(
    ({ compiled, where }) =>
      compiled.kind === 'pressure' && compiled.amount < 0 && hasRegion(where, index),
  );

/** No touch there, but only as long as something has not been answered. */
const isOpenQuestion = (situation: Situation, spot: Spot): boolean =>
  spot.closed === 'limit' && noContactAt(situation, spot).every(({ stated }) => !stated);

function lostTime(situation: Situation, segments: readonly Segment[], minutes: number): string[] {
  const { input } = situation;
  const wanted = Math.floor(input.minutes);
  const filled = segments.reduce((sum, segment) => sum + segment.minutes, 0);
  const sentences: string[] = [];
  if (input.envelope.minutes !== NO_CAP && input.envelope.minutes < wanted) {
    const reason = reasonIn(
      input.envelope.limits.filter(
        ({ compiled }) =>
          compiled.kind === 'minutes' &&
          compiled.amount === input.envelope.minutes &&
          !('at' in compiled.limit && compiled.limit.at),
      ),
    );
    sentences.push(
      `${input.envelope.minutes} minutes at most: ${reason ?? 'longer is too much today.'}`,
    );
  }
  if (segments.length === 0)
    sentences.push(
      situation.spots.some((spot) => isOpenQuestion(situation, spot))
        ? 'Nothing can be planned until the open questions are answered.'
        : 'Nothing can be planned within the limits of today.',
    );
  else if (filled < minutes)
    sentences.push(
      `${filled} of ${minutes} minutes are planned: more on the same places would be too much.`,
    );
  return sentences;
}
