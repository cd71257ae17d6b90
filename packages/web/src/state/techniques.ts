/** Techniques as the plan screen groups them: out, in use, also possible, to wish for. */
import {
  addMask,
  coversMask,
  emptyMask,
  type RegionMask,
  type Source,
  type Technique,
} from '@assuage/knowledge';
import { allowsTechnique, type Engine, type Envelope } from '@assuage/safety';

export const techniqueName = (engine: Engine, id: string): string =>
  engine.technique(id)?.name ?? id;

export const sourceOf = (engine: Engine, id: string): Source | undefined =>
  engine.knowledge.sources.find((source) => source.id === id);

export interface TechniqueOut {
  readonly id: string;
  readonly name: string;
  /** Left out: everywhere. */
  readonly places?: readonly string[];
}

/** The techniques and groups that limits name, those for the whole body first. */
export function techniquesOut(
  engine: Engine,
  envelope: Envelope,
): { readonly today: TechniqueOut[]; readonly always: TechniqueOut[] } {
  const masks = { today: new Map<string, RegionMask>(), always: new Map<string, RegionMask>() };
  for (const { compiled, where } of envelope.limits) {
    if (!('exclude' in compiled.limit)) continue;
    const group = compiled.rule.always ? masks.always : masks.today;
    for (const id of compiled.limit.exclude) {
      const mask = group.get(id) ?? emptyMask(engine.body);
      addMask(mask, where);
      group.set(id, mask);
    }
  }
  const list = (group: Map<string, RegionMask>): TechniqueOut[] =>
    [...group]
      .map(([id, mask]) => ({
        id,
        name: techniqueName(engine, id),
        ...(coversMask(mask, engine.body.everywhere)
          ? {}
          : { places: engine.body.name(mask).map((place) => engine.body.label(place)) }),
      }))
      .sort(
        (a, b) => Number('places' in a) - Number('places' in b) || a.name.localeCompare(b.name),
      );
  return { today: list(masks.today), always: list(masks.always) };
}

const isForHands = (technique: Technique, training: readonly string[]): boolean =>
  !technique.group &&
  !technique.neverPlanned &&
  (!technique.needsTraining || training.includes(technique.id));

/** What could be used somewhere on the body, inside the limits. */
export const alsoPossible = (
  engine: Engine,
  envelope: Envelope,
  training: readonly string[],
): Technique[] =>
  engine.techniques.filter(
    (technique) =>
      isForHands(technique, training) &&
      engine.body.regions.some(({ id }) => allowsTechnique(engine, envelope, technique.id, id)),
  );

/** What a client may wish for; whether it is inside the limits shows in the plan. */
export const wishable = (engine: Engine, training: readonly string[]): Technique[] =>
  engine.techniques
    .filter((technique) => isForHands(technique, training))
    .sort((a, b) => a.name.localeCompare(b.name));
