/** The consultation document: what is planned, where, what is left out and why, and what changed since last time. */
import type { Goal } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';
import { bodyToday } from './choices.ts';
import { placeText, type Session, type Standing, untouched } from './derive.ts';
import type { ClientRecord } from './record.ts';
import { techniqueName } from './techniques.ts';

export type ConsultationPart = 'reason' | 'techniques' | 'areas';
export interface Consultation {
  readonly goals: readonly Goal[];
  /** By name. */
  readonly techniques: readonly string[];
  /** In one line; empty: nowhere. */
  readonly massaged: string;
  readonly leftOut: string;
  /** The sensitive places that the client agreed to and that are worked on or not. */
  readonly agreed: string;
  /** What calls for care, each with what it changes. */
  readonly cautions: readonly { readonly about: string; readonly says: readonly string[] }[];
  /** Undefined: there was no plan on an earlier day. */
  readonly since:
    | { readonly date: string; readonly changed: readonly ConsultationPart[] }
    | undefined;
}

interface ConsultationInput {
  readonly engine: Engine;
  readonly record: ClientRecord;
  readonly standing: Standing;
  readonly session: Session;
  readonly goals: readonly Goal[];
  readonly today: string;
}

export function consultationOf(input: ConsultationInput): Consultation {
  const { engine, record, standing, session, goals, today } = input;
  const { avoid, consents } = bodyToday(record, today);
  const { segments } = session.plan;
  const held = standing.reasons.filter(({ always, stated }) => !always && stated);
  return {
    goals,
    techniques: distinct(segments.map(({ technique }) => techniqueName(engine, technique))),
    massaged: placeText(engine, distinct(segments.flatMap(({ places }) => places))),
    leftOut: placeText(engine, distinct([...untouched(engine, session.envelope), ...avoid])),
    agreed: placeText(engine, consents),
    cautions: [...Map.groupBy(held, ({ about }) => about)].map(([about, reasons]) => ({
      about,
      says: distinct(reasons.map(({ says }) => says)),
    })),
    since: changesSince(input),
  };
}

function changesSince({ record, session, goals, today }: ConsultationInput): Consultation['since'] {
  const before = record.plans.findLast(({ on }) => on.slice(0, 10) < today);
  if (!before) return undefined;
  const { segments } = session.plan;
  const then = before.plan.segments;
  const parts: readonly (readonly [ConsultationPart, readonly string[], readonly string[]])[] = [
    ['reason', goalsOn(record, before.on), goals],
    ['techniques', then.map(({ technique }) => technique), segments.map((one) => one.technique)],
    ['areas', then.flatMap(({ places }) => places), segments.flatMap(({ places }) => places)],
  ];
  const changed = parts.filter(([, old, now]) => !sameSet(old, now)).map(([part]) => part);
  return { date: before.on.slice(0, 10), changed };
}

/** What the client came for at that time, as far as it was said by then. */
function goalsOn({ checkIns, intakes }: ClientRecord, at: string): readonly Goal[] {
  const day = at.slice(0, 10);
  const checkIn = checkIns.findLast(({ on }) => on.slice(0, 10) === day);
  return checkIn?.goals ?? intakes.findLast(({ on }) => on.slice(0, 10) <= day)?.goals ?? [];
}

const distinct = (all: readonly string[]): string[] => [...new Set(all)];
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).symmetricDifference(new Set(b)).size === 0;
