/** What is known of massage with one condition, in the one sentence that a letter has room for. */
import type { GradedFinding, WhatIsKnown } from '@assuage/evidence';
import { CERTAINTIES } from '@assuage/knowledge';
import { nameOf } from './study.ts';
import { CERTAINTY_WORDS, COMPARATOR_WORDS } from './words.ts';

const FOUND: Record<GradedFinding['says'], string> = {
  helps: 'massage helped',
  'no-difference': 'massage made no difference',
  unclear: 'it is unclear whether massage helped',
  'other-better': 'the other did better than massage',
};

/**
 * "Rheumatoid arthritis: for pain, against usual care, massage helped; certainty low (Sahraei and others, 2022)."
 * The finding about the technique goes first, then the surest; of equals, the one that stands first.
 * @param name of the condition
 * @returns nothing where nobody has looked
 */
export function sentenceOf(
  name: string,
  known: WhatIsKnown,
  technique: string | undefined,
): string | undefined {
  if (known.state === 'no-evidence') return `${name}: no study of massage with it was found.`;
  const rank = ({ techniques, certainty }: GradedFinding): number => {
    const isOther = techniques.length > 0 && !(technique && techniques.includes(technique));
    const isOwn = technique !== undefined && techniques.includes(technique);
    return (isOwn ? 10 : isOther ? -10 : 0) + CERTAINTIES.indexOf(certainty);
  };
  const best = known.findings.reduce<GradedFinding | undefined>(
    (first, next) => (first && rank(first) >= rank(next) ? first : next),
    undefined,
  );
  if (!best) return undefined;
  const { outcome, against, says, certainty, studies } = best;
  return `${name}: for ${outcome}, against ${COMPARATOR_WORDS[against]}, ${FOUND[says]}; certainty ${CERTAINTY_WORDS[certainty]} (${studies.map(nameOf).join('; ')}).`;
}
