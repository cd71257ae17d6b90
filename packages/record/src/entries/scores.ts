/** Answers to an outcome measure. The scores are worked out whenever they are read, never stored. */
import * as v from 'valibot';
import { id, note, oneOf, text, words } from './fields.ts';

const MOST_ANSWERS = 100;

export const Score = v.strictObject({
  /** The id of the measure. */
  measure: id,
  /** The knowledge release that the form was shown from. */
  release: words(100),
  /** By the id of an item, of a total, or of an activity that the client named. A blank is left out. */
  answers: v.pipe(
    v.record(id, v.pipe(v.number('must be a number'), v.finite('must be a number'))),
    v.minEntries(1, 'must hold an answer'),
    v.maxEntries(MOST_ANSWERS, `must not have more than ${MOST_ANSWERS} answers`),
  ),
  /** Who filled it in: the client; the therapist, reading it aloud; or the practice, which measured or copied it. */
  filled: oneOf(['by-client', 'read-aloud', 'by-practice']),
  /** For activities that the client named: each id with the client's words. */
  named: v.exactOptional(v.record(id, text(500))),
  /** With what something was measured, by whom, or what else to know. */
  note,
});
