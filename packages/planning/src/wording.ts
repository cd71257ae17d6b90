/** Places and names as they read in the middle of a sentence. */
import type { PlaceId } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** "Gliding strokes" → "gliding strokes"; names of people, places and abbreviations keep their capital. */
export function lowerFirst(text: string): string {
  const [first = ''] = text.split(' ');
  const keeps = first === 'Swedish' || /['’]s$/.test(first) || /[A-Z]/.test(first.slice(1));
  return keeps ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

const IRREGULAR: Readonly<Record<string, string>> = { foot: 'feet', calf: 'calves' };
const plural = (noun: string): string =>
  noun.replace(/\S+$/, (last) => IRREGULAR[last] ?? `${last}s`);

/** There is one of each, with two sides: "both sides of the lower back", not "both lower backs". */
const HAS_SIDES = /(back|chest|groin|jaw)$/;

/** "Right forearm" → "both forearms", "Back of right thigh" → "the back of both thighs". */
function bothSides(right: string): string {
  if (right.startsWith('Right side of '))
    return right.replace('Right side of', 'both sides of the');
  const [before = '', rest = ''] = right.split(/right /i);
  if (before === '' && HAS_SIDES.test(rest)) return `both sides of the ${rest}`;
  const onlyFirst = before !== '' || / of /.test(rest);
  const items = rest.split(/(, | and )/);
  const nouns = items.map((item, i) => (i % 2 === 1 || (onlyFirst && i > 0) ? item : plural(item)));
  return `${before === '' ? '' : `the ${lowerFirst(before)}`}both ${nouns.join('')}`;
}

const oneSide = (label: string): string =>
  `the ${lowerFirst(label).replaceAll(/ of (?!the )/g, ' of the ')}`;

/** "the right wrist and both forearms". */
export function placesInText(engine: Engine, places: readonly PlaceId[]): string {
  if (places.includes('everywhere')) return 'the whole body';
  const labels = places.map((place) => engine.body.label(place));
  const mirrored = (label: string) =>
    /right /i.test(label)
      ? label.replace('Right ', 'Left ').replace('right ', 'left ')
      : label.replace('Left ', 'Right ').replace('left ', 'right ');
  const words: string[] = [];
  for (const label of labels) {
    const other = mirrored(label);
    const paired = other !== label && labels.includes(other);
    if (!paired) words.push(oneSide(label));
    else if (/right /i.test(label)) words.push(bothSides(label));
  }
  return listed(words);
}
