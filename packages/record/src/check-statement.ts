/** Whether one answer fits the fact that it answers. */
import type { Fact } from '@assuage/knowledge';
import { didYouMean, nearestWords } from '@assuage/knowledge';
import type { Engine, Statement } from '@assuage/safety';
import { dateOf } from './dates.ts';
import type { Source } from './entries.ts';

export type Report = (at: string, message: string) => void;

export function checkStatement(
  statement: Statement & { readonly source?: Source },
  engine: Engine,
  today: string,
  report: Report,
): void {
  if (dateOf(statement.at) > today) report('at', `${statement.at} is still to come`);
  const { when } = statement.source ?? {};
  if (when !== undefined && when > today) report('source.when', `${when} is still to come`);
  const fact = engine.fact(statement.fact);
  if (!fact) {
    const known = engine.facts.map((candidate) => candidate.id);
    report(
      'fact',
      `unknown fact "${statement.fact}"${didYouMean(nearestWords(statement.fact, known, 4))}`,
    );
    return;
  }
  checkPlaces(fact, statement, engine, report);
  checkValue(fact, statement, report);
}

function checkPlaces(fact: Fact, statement: Statement, engine: Engine, report: Report): void {
  if (!statement.places || statement.places.length === 0) return;
  const kind = 'places' in fact ? fact.places : undefined;
  if (kind === undefined) report('places', `"${fact.name}" is not asked at places of the body`);
  else if (statement.answer !== 'yes')
    report(
      'places',
      `places say where something is: "${fact.name}" was answered ${statement.answer}`,
    );
  else if (kind === 'joint')
    statement.places.forEach((id, i) => {
      if (engine.body.has(id) && !hasJoint(engine, id))
        report(`places[${i}]`, `"${fact.name}" is asked at joints, and "${id}" has none`);
    });
}

const hasJoint = ({ body }: Engine, place: string): boolean =>
  body.mask(place).some((word, i) => (word & (body.joints[i] ?? 0)) !== 0);

function checkValue(fact: Fact, statement: Statement, report: Report): void {
  if (statement.value === undefined) return;
  const quantity = fact.kind === 'finding' ? fact.quantity : undefined;
  if (!quantity) report('value', `"${fact.name}" is not a number`);
  else if (statement.answer !== 'yes')
    report(
      'value',
      `a number needs the answer yes: "${fact.name}" was answered ${statement.answer}`,
    );
  else if (statement.value < quantity.min || statement.value > quantity.max)
    report(
      'value',
      `${statement.value} is out of range: "${fact.name}" is ${quantity.min} to ${quantity.max} ${quantity.unit}`,
    );
}
