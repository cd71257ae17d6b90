import { hasRegion } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import {
  allowsTechnique,
  coldAt,
  compileEngine,
  type Engine,
  heatAt,
  minutesAt,
  positionsOut,
  pressureAt,
} from '@assuage/safety';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf } from './choice.ts';
import { makePlan } from './make-plan.ts';
import type { Plan, PlanInput } from './plan.ts';
import { situationOf } from './situation.ts';
import { inputFrom, twoEnvelopesFrom } from './testing/arbitrary.ts';
import { fixture } from './testing/fixture.ts';

const shipped = (): Engine => {
  const loaded = readKnowledge();
  if (!loaded.ok) throw new Error('the shipped knowledge has mistakes: assuage knowledge check');
  return compileEngine(loaded.knowledge);
};

describe.each([
  ['the invented knowledge', () => fixture],
  ['the shipped knowledge', shipped],
])('Whatever the client, with %s', (_, engineOf) => {
  const runs = { numRuns: 150 };
  const withInputs = (law: (engine: Engine, input: PlanInput, plan: Plan) => void) => {
    const engine = engineOf();
    fc.assert(
      fc.property(anyInput(engine), (input) => {
        law(engine, input, makePlan(engine, input));
      }),
      runs,
    );
  };

  it('no segment leaves the envelope', () => {
    withInputs((engine, { envelope, positions }, { segments }) => {
      for (const { places, technique, pressure, position } of segments) {
        const [least, most] = engine.technique(technique)?.pressure ?? [9, -9];
        expect(pressure).toBeGreaterThanOrEqual(least);
        expect(pressure).toBeLessThanOrEqual(most);
        expect(places).not.toHaveLength(0);
        for (const place of places) {
          expect(pressure).toBeLessThanOrEqual(pressureAt(engine, envelope, place));
          expect(allowsTechnique(engine, envelope, technique, place)).toBe(true);
        }
        expect(positions).toContain(position);
        expect(positionsOut(envelope)).not.toContain(position);
        expect(engine.technique(technique)?.positions ?? [position]).toContain(position);
      }
    });
  }, 60_000);

  it('the minutes add up, are whole, at least 3 each, and keep every cap', () => {
    withInputs((engine, { envelope, minutes }, plan) => {
      expect(plan.minutes).toBe(plan.segments.reduce((sum, segment) => sum + segment.minutes, 0));
      expect(plan.minutes).toBeLessThanOrEqual(Math.min(minutes, envelope.minutes));
      for (const segment of plan.segments) {
        expect(Number.isInteger(segment.minutes)).toBe(true);
        expect(segment.minutes).toBeGreaterThanOrEqual(3);
      }
      engine.body.regions.forEach(({ id }, index) => {
        const spent = plan.segments
          .filter(({ places }) => covers(engine, places, index))
          .reduce((sum, segment) => sum + segment.minutes, 0);
        expect(spent).toBeLessThanOrEqual(minutesAt(engine, envelope, id));
      });
    });
  }, 60_000);

  it('it begins and ends gently', () => {
    withInputs((_engine, _input, { segments }) => {
      for (const segment of [segments.at(0), segments.at(-1)])
        if (segment) expect(segment.pressure).toBeLessThanOrEqual(2);
    });
  }, 60_000);

  it('nobody turns over more than once', () => {
    withInputs((_engine, { positions }, { segments }) => {
      const changes = segments.filter(
        ({ position }, i) => i > 0 && segments[i - 1]?.position !== position,
      );
      expect(changes.length).toBeLessThanOrEqual(positions.length > 1 ? 1 : 0);
    });
  }, 60_000);

  it('nobody is touched where they do not want it, or at a private place without consent', () => {
    withInputs((engine, { avoid, consents }, { segments, alongside }) => {
      engine.body.regions.forEach(({ sensitive }, index) => {
        const touched = segments.some(({ places }) => covers(engine, places, index));
        const covered = alongside.some(
          ({ places, technique }) => technique !== 'heated-table' && covers(engine, places, index),
        );
        if (covers(engine, avoid, index)) expect(touched || covered).toBe(false);
        if (sensitive && !covers(engine, consents, index)) expect(touched || covered).toBe(false);
      });
    });
  }, 60_000);

  it('anatomy is kept: nothing on throat, groin and back of the knee, light touch on the tummy', () => {
    withInputs((engine, _input, { segments }) => {
      const pressureOn = (site: string) =>
        engine.body.regions.flatMap((region, index) =>
          region.site === site
            ? segments
                .filter(({ places }) => covers(engine, places, index))
                .map(({ pressure }) => pressure)
            : [],
        );
      for (const site of ['neck-front', 'groin-front', 'knee-back'])
        expect(pressureOn(site)).toEqual([]);
      expect(Math.max(0, ...pressureOn('abdomen'))).toBeLessThanOrEqual(1);
      for (const { site, caution } of engine.body.regions)
        if (caution) expect(Math.max(0, ...pressureOn(site))).toBeLessThanOrEqual(3);
    });
  }, 60_000);

  it('nothing is planned that is never planned, or that the therapist is not trained in', () => {
    withInputs((engine, { training }, { segments, alongside, substitutions }) => {
      for (const id of [
        ...segments.map(({ technique }) => technique),
        ...alongside.map(({ technique }) => technique),
        ...substitutions.flatMap(({ instead }) => instead ?? []),
      ]) {
        const technique = engine.technique(id);
        expect(technique?.group).toBe(false);
        expect(technique?.neverPlanned).toBe(false);
        if (technique?.needsTraining) expect(training).toContain(id);
      }
    });
  }, 60_000);

  it('what is offered instead is itself allowed, and a wish that is out is not in the plan there', () => {
    withInputs((engine, { envelope, wishes }, { segments, substitutions }) => {
      for (const { wished, places, instead, pressure, sentence } of substitutions) {
        expect(wishes).toContain(wished);
        expect(sentence).toContain(' out');
        for (const place of places) {
          if (instead === null) continue;
          expect(allowsTechnique(engine, envelope, instead, place)).toBe(true);
          expect(pressure).toBeLessThanOrEqual(pressureAt(engine, envelope, place));
        }
        const there = (index: number) => covers(engine, places, index);
        for (const segment of segments.filter(({ technique }) => technique === wished))
          engine.body.regions.forEach((_region, index) => {
            if (covers(engine, segment.places, index)) expect(there(index)).toBe(false);
          });
      }
    });
  }, 60_000);

  it('warmth and cold lie only where they are allowed', () => {
    withInputs((engine, { envelope }, { alongside }) => {
      for (const { technique, places } of alongside)
        for (const place of places) {
          const allowed = engine.technique(technique)?.uses === 'cold' ? coldAt : heatAt;
          expect(allowed(engine, envelope, place)).not.toBe('avoid');
        }
    });
  }, 60_000);

  it('the same input gives the same plan, in whatever order it is listed', () => {
    withInputs((engine, input, plan) => {
      expect(makePlan(engine, input)).toEqual(plan);
      const turned: PlanInput = {
        ...input,
        goals: [...input.goals].reverse(),
        pain: [...input.pain].reverse(),
        wishes: [...input.wishes].reverse(),
        avoid: [...input.avoid].reverse(),
        positions: [...input.positions].reverse(),
        consents: [...input.consents].reverse(),
        training: [...input.training].reverse(),
      };
      expect(makePlan(engine, turned)).toEqual(plan);
    });
  }, 60_000);

  it('a tighter envelope never adds pressure anywhere to what the looser one would give there', () => {
    const engine = engineOf();
    fc.assert(
      fc.property(twoEnvelopesFrom(engine), inputFrom(engine), ({ loose, tight }, input) => {
        const choicesIn = (envelope: typeof loose) => {
          const situation = situationOf(engine, { ...input, envelope });
          return { situation, choices: choicesOf(situation) };
        };
        const before = choicesIn(loose);
        const after = choicesIn(tight);
        for (const position of after.situation.positions)
          after.situation.spots.forEach((spot, i) => {
            const looser = before.situation.spots[i];
            if (!looser) throw new Error('the two bodies differ');
            for (const kind of ['work', 'gentle'] as const) {
              const most = before.choices[kind](looser, position)?.pressure ?? -1;
              expect(after.choices[kind](spot, position)?.pressure ?? -1).toBeLessThanOrEqual(most);
            }
          });
        for (const { places, pressure, position } of makePlan(engine, { ...input, envelope: tight })
          .segments)
          for (const spot of before.situation.spots) {
            if (!covers(engine, places, spot.index)) continue;
            const { work, gentle } = before.choices;
            expect(pressure).toBeLessThanOrEqual(
              Math.max(
                work(spot, position)?.pressure ?? -1,
                gentle(spot, position)?.pressure ?? -1,
              ),
            );
          }
      }),
      runs,
    );
  }, 60_000);

  it('a session that must not be is empty and says so', () => {
    withInputs((_engine, _input, plan) => {
      if (!['not-today', 'refer-soon', 'refer-now'].includes(plan.decision)) return;
      expect(plan.segments).toEqual([]);
      expect(plan.minutes).toBe(0);
      expect(plan.leaveOut.join()).toMatch(
        /^(No massage today, anywhere|Nothing is planned until)/,
      );
    });
  }, 60_000);
});

/** Half from random facts, half from random limits anywhere, which leave more sessions to look at. */
const anyInput = (engine: Engine): fc.Arbitrary<PlanInput> =>
  fc.oneof(
    inputFrom(engine),
    fc
      .tuple(inputFrom(engine), twoEnvelopesFrom(engine))
      .map(([input, { tight }]) => ({ ...input, envelope: tight })),
  );

const covers = (engine: Engine, places: readonly string[], index: number): boolean =>
  places.some((place) => hasRegion(engine.body.mask(place), index));
