/** The words around the outcome measures. What a measure says of itself comes from its file. */
import type { Direction, Measure, MeasureBands } from '@assuage/knowledge';

export const DIRECTION_WORDS: Record<Direction, string> = {
  'higher-is-better': 'higher is better',
  'lower-is-better': 'lower is better',
  unclear: 'which end is better is not known',
};

export const LICENCE_WORDS: Record<Measure['licence']['status'], string> = {
  'own-wording': 'Our own words',
  'public-domain': 'Public domain',
  free: 'Free',
  'free-with-permission': 'Free with permission',
  unclear: 'Not clear',
};

type Level = MeasureBands['levels'][number];

export const measureTexts = {
  title: 'Forms and ratings',
  what: 'What may be asked to see how somebody is doing, whose it is, and what was not found out about it. A number that studies do not give is left out.',
  failed: 'We could not get the forms.',
  forms: 'Forms whose questions are shown',
  scoreOnly: 'Forms that the practice brings',
  better: 'Which way',
  recall: 'It asks about',
  blanks: 'Blanks',
  licence: 'Licence',
  credit: 'Credit',
  bands: 'Bands',
  sources: 'Sources',
  noThreshold: 'No change that matters is known for it.',
  newTab: '(opens in a new tab)',
  band: ({ from, above, to, below }: Level): string =>
    [
      from === undefined ? '' : `from ${from}`,
      above === undefined ? '' : `above ${above}`,
      to === undefined ? '' : `up to ${to}`,
      below === undefined ? '' : `below ${below}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
} as const;
