/**
 * A small, invented knowledge for the tests of plans: the real body, nine techniques and a few rules,
 * written out so that every expectation in the tests can be worked out by hand.
 */
import { loadKnowledge, type PlaceId } from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '@assuage/knowledge/node';
import {
  compileEngine,
  EMPTY_PROFILE,
  type Engine,
  evaluate,
  type Profile,
  profileOf,
  type Statement,
  withOthersNo,
} from '@assuage/safety';
import type { PlanInput } from '../plan.ts';

const TODAY = '2026-03-02';

const texts: Readonly<Record<string, string>> = {
  'sources/trial.yaml': `
kind: source
id: trial
title: An invented trial
publisher: Nobody
url: https://example.org/trial
strength: trial
`,
  'techniques/massage.yaml': `
kind: technique
id: massage
name: Massage
plain: Any work with the hands.
group: true
`,
  'techniques/deep-work.yaml': `
kind: technique
id: deep-work
name: Deep work
plain: Whatever presses deep.
under: [massage]
group: true
`,
  'techniques/swedish.yaml': `
kind: technique
id: swedish
name: Swedish massage
plain: Long strokes and kneading.
under: [massage]
pressure: [2, 3]
nearest: [effleurage, holding]
helps:
  - goal: pain
    level: some
    sources: [{ source: trial, locator: table 1 }]
  - goal: pain
    level: none
    for: [sore-all-over]
    graded: { in: sore-all-over, outcome: kneading, certainty: very-low }
    sources: [{ source: trial, locator: table 2 }]
  - { goal: sleep, level: custom }
`,
  'techniques/deep-tissue.yaml': `
kind: technique
id: deep-tissue
name: Deep tissue
plain: Slow, deep pressure.
under: [deep-work]
pressure: [4, 5]
nearest: [light-release, effleurage, holding]
helps:
  - { goal: pain, level: custom }
`,
  'techniques/light-release.yaml': `
kind: technique
id: light-release
name: Light myofascial release
plain: A slow, light stretch of the skin.
under: [massage]
pressure: [1, 2]
nearest: [effleurage, holding]
helps:
  - goal: pain
    level: some
    for: [sore-all-over]
    graded: { in: sore-all-over, outcome: pain, certainty: low }
    sources: [{ source: trial, locator: table 3 }]
`,
  'techniques/effleurage.yaml': `
kind: technique
id: effleurage
name: Gliding strokes
plain: Long, gliding strokes.
under: [massage]
pressure: [1, 3]
nearest: [holding]
helps:
  - { goal: stress, level: custom }
`,
  'techniques/holding.yaml': `
kind: technique
id: holding
name: Gentle holding
plain: A still hand without weight.
under: [massage]
pressure: [0, 0]
`,
  'techniques/lymph-drainage.yaml': `
kind: technique
id: lymph-drainage
name: Lymph drainage
plain: Very light strokes towards the trunk.
under: [massage]
pressure: [1, 1]
needsTraining: true
nearest: [effleurage, holding]
helps:
  - goal: fatigue
    level: some
    sources: [{ source: trial, locator: table 4 }]
`,
  'techniques/neck-traction.yaml': `
kind: technique
id: neck-traction
name: Neck traction
plain: A pull on the head.
pressure: [2, 4]
only: [neck]
neverPlanned: true
nearest: [effleurage, holding]
`,
  'techniques/tummy-massage.yaml': `
kind: technique
id: tummy-massage
name: Tummy massage
plain: Circles on the tummy.
under: [massage]
pressure: [1, 2]
only: [abdomen]
positions: [supine, semi-reclined]
nearest: [holding]
`,
  'techniques/heated-table.yaml': `
kind: technique
id: heated-table
name: Heated table
plain: A table that warms.
pressure: [0, 0]
uses: heat
`,
  'techniques/warm-pack.yaml': `
kind: technique
id: warm-pack
name: Warm pack
plain: A warm pack that lies still.
pressure: [0, 0]
uses: heat
nearest: [effleurage]
`,
  'conditions/long-illness.yaml': `
kind: condition
id: long-illness
name: Long illness
plain: Any illness that lasts.
`,
  'conditions/sore-all-over.yaml': `
kind: condition
id: sore-all-over
name: Sore all over
under: [long-illness]
plain: Pain in many places.
rules:
  - id: sore-all-over-no-deep-work
    when: sore-all-over
    because: Deep work can make the pain worse.
    limits:
      - { exclude: [deep-work], basis: judgement }
      - { minutes: 10, at: [everywhere], basis: judgement }
`,
  'medicines/thinner.yaml': `
kind: medicine
id: thinner
name: Blood thinner
plain: Makes the blood clot more slowly.
rules:
  - id: thinner-light
    when: thinner
    because: With a blood thinner, firm pressure can bruise.
    limits:
      - { pressure: 2, basis: judgement }
      - { care: Look for new bruises after the session., basis: judgement }
`,
  ...finding(
    'hot-joint',
    'Hot joint',
    'places: joint',
    `because: A hot joint can be harmed by pressure.
    limits:
      - { pressure: none, at: [{ of: hot-joint }, { beyond: hot-joint }], basis: judgement }
      - { heat: avoid, at: [{ of: hot-joint }, { beyond: hot-joint }], basis: judgement }`,
  ),
  ...finding(
    'thin-skin',
    'Thin skin',
    'places: skin',
    `because: Thin skin tears.
    limits:
      - { pressure: 1, at: [{ of: thin-skin }], basis: judgement }`,
  ),
  ...finding(
    'stretch-hurts',
    'Skin that hurts when stretched',
    '',
    `because: A stretch of the skin hurts.
    limits:
      - { exclude: [light-release], basis: judgement }`,
  ),
  ...finding(
    'heat-makes-worse',
    'Worse with heat',
    '',
    `because: Warmth makes the illness worse for hours.
    limits:
      - { heat: avoid, basis: judgement }`,
  ),
  ...finding(
    'breathless-lying',
    'Breathless when lying flat',
    '',
    `because: Lying flat makes it hard to breathe.
    limits:
      - { positions: [prone, supine], basis: judgement }
      - { minutes: 30, basis: judgement }`,
  ),
  ...finding(
    'unwell',
    'Unwell',
    '',
    `because: A body that is fighting an illness needs rest.
    limits:
      - { decision: not-today, basis: judgement }`,
  ),
  ...finding(
    'clot-signs',
    'Signs of a clot',
    '',
    `because: A clot can move.
    limits:
      - { decision: refer-now, basis: judgement }`,
  ),
};

function finding(id: string, name: string, more: string, rule: string): Record<string, string> {
  return {
    [`findings/${id}.yaml`]: `
kind: finding
id: ${id}
name: ${name}
plain: ${name}, as the client says.
${more}
ask: { client: "${name}?" }
rules:
  - id: ${id}-rule
    when: ${id}
    ${rule}
`,
  };
}

function load(): Engine {
  const body = readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects.filter(
    ({ path }) => path === 'body.yaml',
  );
  const subjects = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const result = loadKnowledge([...body, ...subjects], 'fixture');
  if (!result.ok)
    throw new Error(result.issues.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return compileEngine(result.knowledge);
}
export const fixture: Engine = load();

/** What is true of a client: a fact, a fact at places, or a number. */
export type Told = Readonly<Record<string, true | 'unknown' | number | readonly PlaceId[]>>;

/** A client of whom this is true; whatever else could be asked was answered "no". */
export function clientWith(engine: Engine, told: Told): Profile {
  const statements = Object.entries(told).map(
    ([fact, answer]): Statement => ({
      fact,
      answer: answer === 'unknown' ? 'unknown' : 'yes',
      ...(typeof answer === 'object' ? { places: answer } : {}),
      ...(typeof answer === 'number' ? { value: answer } : {}),
      by: 'Ana',
      at: `${TODAY}T09:00`,
    }),
  );
  const { profile } = profileOf(engine, statements, EMPTY_PROFILE.listed, TODAY);
  return withOthersNo(engine, profile, 'Ana', `${TODAY}T09:00`);
}

const ORDINARY: Omit<PlanInput, 'envelope' | 'profile'> = {
  goals: ['pain'],
  pain: [],
  minutes: 60,
  wishes: [],
  avoid: [],
  positions: ['prone', 'supine', 'side-lying', 'semi-reclined', 'seated'],
  consents: [],
  training: [],
};

/** The input for a client of whom this is true, and who can lie and sit as asked. */
export function inputFor(
  engine: Engine,
  told: Told,
  wanted: Partial<Omit<PlanInput, 'envelope' | 'profile'>> = {},
): PlanInput {
  const profile = clientWith(engine, told);
  return {
    ...ORDINARY,
    ...wanted,
    profile,
    envelope: evaluate(engine, profile, { today: TODAY }),
  };
}
