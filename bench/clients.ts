/** The clients on whom the engines are compared. */
import { parseFile, type SourceText } from '@assuage/knowledge';
import {
  EMPTY_PROFILE,
  type Engine,
  type Moment,
  openQuestions,
  type Profile,
  type Statement,
  withOthersNo,
} from '@assuage/safety';
import * as v from 'valibot';

export const MOMENT: Moment = { today: '2026-03-02' };
const SAID = { by: 'bench', at: '2026-03-02T09:00' };

const Answered = v.union([v.picklist(['yes', 'no', 'unknown']), v.number(), v.array(v.string())]);
type Answered = v.InferOutput<typeof Answered>;

/** What of a file of worked cases describes the clients. */
const Cases = v.object({
  cases: v.array(
    v.object({
      name: v.string(),
      facts: v.record(v.string(), Answered),
      others: v.optional(v.picklist(['no', 'unknown']), 'no'),
    }),
  ),
});

/** Six conditions and medicines, and what they bring today. */
const TYPICAL: Record<string, Answered> = {
  'rheumatoid-arthritis': 'yes',
  fibromyalgia: 'yes',
  raynauds: 'yes',
  methotrexate: 'yes',
  'tnf-inhibitors': 'yes',
  corticosteroids: 'yes',
  'steroid-weeks': 52,
  'steroid-dose-mg': 7.5,
  'hot-joint': ['wrist-right', 'knee-left'],
};

/** Intake and one full check-in answered: no question is left. */
export function typicalClient(engine: Engine): Profile {
  let profile = withOthersNo(engine, profileFrom(TYPICAL), SAID.by, SAID.at);
  for (;;) {
    const asked = openQuestions(engine, profile, MOMENT);
    if (asked.length === 0) return profile;
    const facts = new Map(profile.facts);
    for (const { id } of asked) facts.set(id, { ...SAID, fact: id, answer: 'no' });
    if (facts.size === profile.facts.size) throw new Error(`"no" does not settle ${asked[0]?.id}`);
    profile = { ...profile, facts };
  }
}

/** The typical client before the check-in: conditions and medicines are known, no finding is. */
export function uncheckedClient(engine: Engine): Profile {
  const { facts, listed } = typicalClient(engine);
  const lasting = [...facts].filter(([id]) => engine.fact(id)?.kind !== 'finding');
  return { facts: new Map(lasting), listed };
}

function profileFrom(facts: Readonly<Record<string, Answered>>): Profile {
  const statements = Object.entries(facts).map(([fact, answer]): Statement => {
    if (typeof answer === 'number') return { ...SAID, fact, answer: 'yes', value: answer };
    if (typeof answer === 'string') return { ...SAID, fact, answer };
    return { ...SAID, fact, answer: 'yes', places: answer };
  });
  return { ...EMPTY_PROFILE, facts: new Map(statements.map((said) => [said.fact, said])) };
}

/**
 * The typical client, everybody in the worked cases, a person who was asked nothing and one who
 * answered "no" to everything.
 */
export function variedClients(engine: Engine, files: readonly SourceText[]): Map<string, Profile> {
  const clients = new Map([
    ['typical', typicalClient(engine)],
    ['asked nothing', EMPTY_PROFILE],
    ['everything no', withOthersNo(engine, EMPTY_PROFILE, SAID.by, SAID.at)],
  ]);
  for (const text of files) {
    const parsed = parseFile(text, Cases);
    if (!parsed.ok) throw new Error(`${text.path} cannot be read`);
    for (const { name, facts, others } of parsed.file.value.cases)
      clients.set(
        `${text.path}: ${name}`,
        others === 'no'
          ? withOthersNo(engine, profileFrom(facts), SAID.by, SAID.at)
          : profileFrom(facts),
      );
  }
  return clients;
}
