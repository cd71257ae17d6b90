/** What the marks on a figure mean, with the places in words: the figure's equal for those who do not see it. */
import type { Body, PlaceId } from '@assuage/knowledge';
import type { Fill } from './drawing.ts';
import { LEVEL_WORDS, type Mark } from './marks.ts';

export interface KeyLine {
  readonly fill: Fill;
  readonly isFlare: boolean;
  readonly meaning: string;
  readonly places: readonly PlaceId[];
}

function meaningOf(mark: Mark): Omit<KeyLine, 'places'> {
  switch (mark.kind) {
    case 'pain':
      return {
        fill: mark.level === 1 ? 'pain-1' : mark.level === 2 ? 'pain-2' : 'pain-3',
        isFlare: false,
        meaning: `${LEVEL_WORDS[mark.level]} pain`,
      };
    case 'flare':
      return { fill: 'plain', isFlare: true, meaning: 'Hot, swollen or sore' };
    case 'finding':
      return { fill: 'finding', isFlare: false, meaning: 'Marked' };
    case 'avoid':
      return { fill: 'avoid', isFlare: false, meaning: 'Do not touch' };
    case 'treated':
      return { fill: 'treated', isFlare: false, meaning: 'Worked on' };
    case 'limit':
      return mark.pressure < 0
        ? { fill: 'avoid', isFlare: false, meaning: 'Do not touch' }
        : { fill: 'limit', isFlare: false, meaning: `Pressure ${mark.pressure} of 5 at most` };
  }
}

/** One line for each meaning, in the order of the marks. */
export function keyOf(marks: readonly Mark[]): KeyLine[] {
  const lines = new Map<string, KeyLine>();
  for (const mark of marks) {
    const line = meaningOf(mark);
    const places = lines.get(line.meaning)?.places ?? [];
    lines.set(line.meaning, { ...line, places: [...places, mark.place] });
  }
  return [...lines.values()];
}

export const placeList = (body: Body, places: readonly PlaceId[]): string =>
  places.map((place) => body.label(place)).join(', ');
