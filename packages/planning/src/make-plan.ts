import type { Engine } from '@assuage/safety';
import { aftercareFor } from './aftercare.ts';
import { choicesOf } from './choice.ts';
import { leftOut, noSession } from './leave-out.ts';
import type { Plan, PlanInput } from './plan.ts';
import { positionsFor } from './positions.ts';
import { segmentsFor } from './segments.ts';
import { situationOf } from './situation.ts';
import { alongsideFor, substitutionsFor } from './wishes.ts';

/**
 * The proposed session inside an envelope: what to do where, how hard, for how long and why.
 *
 * No segment ever leaves the envelope. A tighter envelope can change the techniques and the places, but
 * never adds pressure to a place beyond what the looser one would have given it. The same input always
 * gives the same plan.
 */
export function makePlan(engine: Engine, input: PlanInput): Plan {
  const { envelope } = input;
  const { decision, known } = envelope;
  const base = { decision, known, release: engine.knowledge.release };
  const stop = noSession(envelope);
  if (stop !== undefined)
    return {
      ...base,
      positions: [],
      segments: [],
      minutes: 0,
      alongside: [],
      substitutions: [],
      leaveOut: [stop],
      aftercare: [],
      watchFor: [],
    };
  const situation = situationOf(engine, input);
  const choices = choicesOf(situation);
  const minutes = Math.max(0, Math.min(Math.floor(input.minutes), envelope.minutes));
  const positions = positionsFor(situation, choices, minutes);
  const segments = segmentsFor(situation, choices, positions, minutes);
  const substitutions = substitutionsFor(situation, choices);
  return {
    ...base,
    positions: positions.filter((each) => segments.some(({ position }) => position === each)),
    segments,
    minutes: segments.reduce((sum, segment) => sum + segment.minutes, 0),
    alongside: segments.length === 0 ? [] : alongsideFor(situation),
    substitutions,
    leaveOut: leftOut(situation, choices, segments, substitutions, minutes),
    ...aftercareFor(engine, envelope),
  };
}
