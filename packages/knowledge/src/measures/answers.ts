/** Answers to a measure, and what can be wrong with them. */
import { didYouMean } from '../issues.ts';
import { nearestWords } from '../words.ts';
import { pointsOf, responseOf, scalesOf } from './measures.ts';
import type { Measure } from './schema.ts';

/**
 * What was answered: the id of an item, of a scale whose total is entered (score-only measures), or of an
 * activity that the client named → a number. A blank is left out.
 */
export type Answers = Readonly<Record<string, number>>;

/**
 * What is wrong with answers to a measure: an id that it does not have, a number that is none of its answers,
 * a total beside the answers it is made of.
 *
 * @returns one message for each mistake; none means that it can be scored, blanks or not
 */
export function answerProblems(measure: Measure, answers: Answers): string[] {
  const items = new Map(measure.items.map((item) => [item.id, item]));
  const scales = new Map(scalesOf(measure).map((scale) => [scale.id, scale]));
  const totals = measure.use === 'score-only';
  const issues: string[] = [];
  for (const [id, answer] of Object.entries(answers)) {
    const item = items.get(id);
    const scale = totals ? scales.get(id) : undefined;
    if (item ?? measure.named) {
      const response = responseOf(measure, item ?? measure.named ?? {});
      if (!response || pointsOf(response, answer) === undefined)
        issues.push(`${measure.name}, ${id}: ${answer} is none of its answers`);
    } else if (scale) {
      const [from, to] = scale.range;
      if (!(answer >= from && answer <= to))
        issues.push(`${measure.name}, ${scale.name}: ${answer} is not between ${from} and ${to}`);
      const also = (scale.of ?? []).filter((part) => answers[part] !== undefined);
      if (also.length > 0)
        issues.push(
          `${measure.name}, ${scale.name}: enter the total or its answers (${also.join(', ')}), not both`,
        );
    } else {
      const known = [...items.keys(), ...(totals ? scales.keys() : [])];
      issues.push(`${measure.name} has no "${id}"${didYouMean(nearestWords(id, known, 4))}`);
    }
  }
  const most = measure.named?.most;
  if (most !== undefined && Object.keys(answers).length > most)
    issues.push(`${measure.name}: at most ${most} activities`);
  return issues;
}
