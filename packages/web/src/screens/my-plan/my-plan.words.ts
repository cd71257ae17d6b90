/** Today's session for the client, in five short lines at most. Pure. */
import type { PlaceId } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';
import { isStopped, type Session, type Standing, untouched } from '../../state/derive.ts';
import { myPlanTexts } from '../../texts.ts';

/** More names than this in a line are a list to read, not a line. */
const MOST_NAMES = 4;

/** @param avoid where the client does not want to be touched */
export function planLines(
  engine: Engine,
  standing: Standing,
  { plan }: Session,
  avoid: readonly PlaceId[],
): string[] {
  const { envelope, questions } = standing;
  if (isStopped(envelope.known)) return [myPlanTexts.noSession];
  // The banner says it already while the whole session waits for the answers.
  const isSaid = envelope.decision !== envelope.known;
  const asking = questions.length > 0 && !isSaid ? [myPlanTexts.questions(questions.length)] : [];
  if (plan.segments.length === 0) return [...asking, myPlanTexts.notYet];
  const worked = parts(
    engine,
    plan.segments.flatMap(({ places }) => places),
  );
  const avoided = parts(engine, [...untouched(engine, envelope), ...avoid]);
  return [
    ...asking,
    myPlanTexts.minutes(plan.minutes),
    myPlanTexts.work(names(engine, worked)),
    touch(Math.max(...plan.segments.map(({ pressure }) => pressure))),
    avoided.length > 0 ? myPlanTexts.avoid(names(engine, avoided)) : myPlanTexts.avoidNothing,
  ];
}

function touch(pressure: number): string {
  if (pressure === 0) return myPlanTexts.lightest;
  if (pressure <= 2) return myPlanTexts.light;
  return pressure === 3 ? myPlanTexts.medium : myPlanTexts.firm;
}

/** Right and left upper back are "Upper back": the fewest names that say the same. */
function parts({ body }: Engine, places: readonly PlaceId[]): PlaceId[] {
  const all = new Uint32Array(body.everywhere.length);
  for (const place of places)
    body.mask(place).forEach((word, i) => {
      all[i] = (all[i] ?? 0) | word;
    });
  return body.name(all);
}

function names({ body }: Engine, places: readonly PlaceId[]): string {
  const labels = places.map((place) => body.label(place).toLowerCase());
  return labels.length <= MOST_NAMES
    ? labels.join(', ')
    : `${labels.slice(0, MOST_NAMES).join(', ')} ${myPlanTexts.more(labels.length - MOST_NAMES)}`;
}
