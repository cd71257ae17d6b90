/**
 * A client's record → what the screens show. Pure: the same record, choices and day give the same plan,
 * in the page as on the command line. The view shows what comes out of here and decides nothing.
 */
import type { Decision } from '@assuage/knowledge';
import { makePlan, type Plan } from '@assuage/planning';
import {
  type Contradiction,
  decisionRank,
  type Engine,
  type Envelope,
  evaluate,
  explain,
  NO_CONTACT,
  type OpenQuestion,
  openQuestions,
  type Profile,
  profileOf,
  type Reason,
  type Statement,
} from '@assuage/safety';
import { bodyToday, type Choices } from './choices.ts';
import type { ClientRecord } from './record.ts';
import { withRefusedMassage } from './refusals.ts';

/** How the client stands today, before any choice. */
export interface Standing {
  readonly profile: Profile;
  /** Answers that are too old now. */
  readonly stale: readonly Statement[];
  readonly contradictions: readonly Contradiction[];
  readonly envelope: Envelope;
  readonly questions: readonly OpenQuestion[];
  readonly reasons: readonly Reason[];
}

export function standingOf(engine: Engine, record: ClientRecord, today: string): Standing {
  const { profile, stale, contradictions } = profileOf(
    engine,
    record.statements,
    record.listed,
    today,
  );
  const moment = { today, permissions: record.permissions };
  const evaluated = evaluate(engine, profile, moment);
  const envelope = withRefusedMassage(evaluated, record, today);
  return {
    profile,
    stale,
    contradictions,
    envelope,
    questions: openQuestions(engine, profile, moment),
    reasons: explain(engine, profile, evaluated),
  };
}

/** The reason behind what the banner says: the most severe fact, or the most severe unanswered question. */
export function mainReason({ envelope, reasons }: Standing): Reason | undefined {
  const isWaiting = envelope.known !== envelope.decision && !isStopped(envelope.known);
  return reasons.find(({ always, stated }) => !always && stated !== isWaiting);
}

export interface Session {
  /** The limits together with the therapist's own lower pressure. */
  readonly envelope: Envelope;
  readonly plan: Plan;
}

/** The plan inside a standing, with what was chosen for today. */
export function sessionOf(
  engine: Engine,
  record: ClientRecord,
  standing: Standing,
  choices: Choices,
  training: readonly string[],
  today: string,
): Session {
  const envelope = tighten(standing.envelope, choices.pressure);
  const { pain, avoid, consents, positions } = bodyToday(record, today);
  const plan = makePlan(engine, {
    envelope,
    profile: standing.profile,
    goals: choices.goals,
    pain,
    minutes: choices.minutes,
    wishes: choices.wishes,
    avoid,
    positions,
    consents,
    training,
  });
  return { envelope, plan };
}

/** The meet of an envelope and one most pressure for the whole body. Never loosens. */
export function tighten(envelope: Envelope, most: number | null): Envelope {
  if (most === null) return envelope;
  return { ...envelope, pressure: envelope.pressure.map((own) => Math.min(own, most)) };
}

/** The most pressure allowed anywhere on the body; -1 when nothing may be touched. */
export const mostPressure = (envelope: Envelope): number => Math.max(...envelope.pressure);

export interface PressureBand {
  /** -1 no contact, else 0 to 5. */
  readonly pressure: number;
  readonly places: readonly string[];
}

/** Where less than the most pressure is allowed, the least first. No contact comes first of all. */
export function pressureBands(engine: Engine, envelope: Envelope): PressureBand[] {
  const most = mostPressure(envelope);
  const levels = [...new Set(envelope.pressure)].filter((level) => level < most);
  return levels
    .sort((a, b) => a - b)
    .map((pressure) => ({
      pressure,
      places: placesWhere(engine, (region) => envelope.pressure[region] === pressure),
    }));
}

/** Everything that may not be touched, as few names as possible. */
export const untouched = (engine: Engine, envelope: Envelope): string[] =>
  placesWhere(engine, (region) => envelope.pressure[region] === NO_CONTACT);

export interface ThermalBands {
  readonly avoid: readonly string[];
  readonly caution: readonly string[];
}
export const thermalBands = (engine: Engine, values: Uint8Array): ThermalBands => ({
  avoid: placesWhere(engine, (region) => values[region] === 2),
  caution: placesWhere(engine, (region) => values[region] === 1),
});

function placesWhere(engine: Engine, holds: (region: number) => boolean): string[] {
  const { body } = engine;
  const mask = new Uint32Array(Math.ceil(body.regions.length / 32));
  body.regions.forEach((_, i) => {
    if (holds(i)) mask[i >>> 5] = (mask[i >>> 5] ?? 0) | (1 << (i & 31));
  });
  return mask.every((word) => word === 0) ? [] : body.name(mask);
}

/** What people call the places; a right and a left of the same are one: "Wrist (both sides)". */
export function placeNames(engine: Engine, places: readonly string[]): string[] {
  const labels = places.map((place) =>
    place === 'everywhere' ? 'Everywhere' : engine.body.label(place),
  );
  const other = (label: string): string =>
    label.replace(
      /\b(right|left)\b/i,
      (side) => ({ right: 'left', left: 'right', Right: 'Left', Left: 'Right' })[side] ?? side,
    );
  const isPaired = (label: string): boolean =>
    other(label) !== label && labels.includes(other(label));
  return labels
    .filter((label) => !(/\bleft\b/i.test(label) && isPaired(label)))
    .map((label) =>
      isPaired(label) ? `${upperFirst(label.replace(/\bright /i, ''))} (both sides)` : label,
    );
}

/** The same in one line: "Neck, Wrist (both sides)". */
export function placeText(engine: Engine, places: readonly string[]): string {
  const names = placeNames(engine, places);
  return names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const isStopped = (decision: Decision): boolean =>
  decisionRank(decision) >= decisionRank('not-today');

/** `clear-first` or above, from what has been answered. */
export const needsAttention = (standing: Standing): boolean =>
  decisionRank(standing.envelope.known) >= decisionRank('clear-first');
