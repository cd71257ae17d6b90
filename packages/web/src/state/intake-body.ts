/** What the intake says when it is saved. Pure. */
import type { Engine, Profile } from '@assuage/safety';
import { type Said, saidBy, stamped } from './answers.ts';
import { type Intake, intakeFrom, intakeQuestions } from './intake.ts';
import { timeText } from './moment.ts';
import { impliedBy, isOffered } from './picked.ts';
import type { BodyOf, ClientRecord } from './record.ts';
import { recorded } from './sources.ts';

export function intakeBody(
  engine: Engine,
  record: ClientRecord,
  profile: Profile,
  intake: Intake,
  now: Date,
): BodyOf<'intake'> {
  const before = intakeFrom(engine, record, profile, timeText(now).slice(0, 10));
  const changes = (['condition', 'medicine'] as const).flatMap((kind): Said[] => [
    ...intake[kind]
      .filter((fact) => !before[kind].includes(fact) || fact in intake.sources)
      .map((fact): Said => ({ fact, answer: 'yes' })),
    ...before[kind]
      .filter((fact) => !intake[kind].includes(fact))
      .map((fact): Said => ({ fact, answer: 'no' })),
  ]);
  const questions = new Set(intakeQuestions(engine));
  const answers = engine.facts.flatMap((fact): Said[] => {
    if (!questions.has(fact) && !isOffered(fact, 'condition')) return [];
    if (questions.has(fact) && impliedBy(engine, profile, intake, fact).length > 0) {
      const earlier = profile.facts.get(fact.id);
      return earlier === undefined || earlier.answer === 'yes'
        ? []
        : [{ fact: fact.id, answer: 'yes' }];
    }
    const pressed = intake.answers[fact.id];
    return pressed === undefined
      ? []
      : [saidBy({ id: fact.id, yesMeans: fact.ask?.yesMeans ?? 'yes' }, pressed)];
  });
  const { name } = record.client;
  return {
    statements: stamped([...changes, ...answers], record.statements, name, now).map(
      ({ fact, answer, by, at }) => ({
        fact,
        answer,
        ...(answer === 'yes' ? knownOf(record, profile, intake, fact) : {}),
        by,
        at,
      }),
    ),
    listed: { ...intake.listed },
    goals: [...intake.goals],
    positions: [...intake.positions],
    consents: [...intake.consents],
    avoid: [...intake.avoid],
  };
}

/** How a fact is known, in which word, and where: from this form, else as it was said before. */
function knownOf(record: ClientRecord, profile: Profile, intake: Intake, fact: string) {
  const last = profile.facts.get(fact);
  const earlier = last?.answer === 'yes' ? recorded(record, last) : undefined;
  const source = intake.sources[fact] ?? earlier?.source;
  const word = intake.words[fact] ?? earlier?.word;
  return {
    ...(earlier?.places === undefined ? {} : { places: [...earlier.places] }),
    ...(source === undefined ? {} : { source: { ...source } }),
    ...(word === undefined ? {} : { word }),
  };
}
