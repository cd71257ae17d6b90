/**
 * Everything that `assuage plan` says, as one plain value: the JSON output is this value, and the text
 * is drawn from it. Its shape is documented in the README and stable within `format`.
 */
import type { Citation, Decision, Position } from '@assuage/knowledge';
import type { Plan } from '@assuage/planning';
import type { Engine, Envelope, OpenQuestion, Reason } from '@assuage/safety';
import type { ClientFile } from '../input/client-file.ts';
import type { Understood } from '../input/reader.ts';
import {
  type EnvelopeReport,
  type Named,
  namePlace,
  nameTechnique,
  reportEnvelope,
} from './envelope-report.ts';
import { DECISION_WORDS, DISCLAIMER } from './words.ts';

export interface CitedReport {
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly year: number | null;
  readonly locator: string;
  readonly says: string | null;
}
export interface PlanReport {
  readonly format: 'assuage-plan-1';
  /** The knowledge release that all of this follows from. */
  readonly knowledge: { readonly release: string };
  readonly today: string;
  readonly client: { readonly name: string | null; readonly born: string | null };
  readonly understood: readonly Understood[];
  readonly notes: readonly string[];
  readonly decision: {
    /** From what was answered. */
    readonly known: Decision;
    /** While open questions count as yes. */
    readonly untilAnswered: Decision;
    readonly words: string;
  };
  readonly questions: readonly {
    readonly id: string;
    readonly kind: OpenQuestion['kind'];
    readonly text: string;
    readonly hint: string | null;
    readonly yesMeans: 'yes' | 'no';
    readonly worst: Decision;
  }[];
  readonly limits: EnvelopeReport & {
    readonly care: readonly string[];
    /** Where the client does not want to be touched. */
    readonly clientAvoids: readonly Named[];
  };
  readonly plan: {
    readonly minutes: number;
    readonly positions: readonly Position[];
    readonly segments: readonly {
      readonly minutes: number;
      readonly technique: Named;
      readonly places: readonly Named[];
      readonly pressure: number;
      readonly position: Position;
      readonly purpose: string;
      readonly why: { readonly text: string; readonly sources: readonly CitedReport[] };
    }[];
    readonly alongside: readonly {
      readonly technique: Named;
      readonly places: readonly Named[];
      readonly sentence: string;
    }[];
    readonly substitutions: readonly {
      readonly wished: Named;
      readonly places: readonly Named[];
      readonly instead: Named | null;
      readonly pressure: number | null;
      readonly sentence: string;
      readonly limits: readonly string[];
    }[];
    readonly leaveOut: readonly string[];
    readonly aftercare: readonly AdviceReport[];
    readonly watchFor: readonly AdviceReport[];
  };
  readonly reasons: readonly ReasonReport[];
  readonly disclaimer: string;
}
interface AdviceReport {
  readonly text: string;
  readonly basis: 'cited' | 'judgement';
  readonly sources: readonly CitedReport[];
}
export interface ReasonReport {
  readonly limit: string;
  readonly rule: string;
  readonly kind: Reason['kind'];
  readonly about: string;
  readonly says: string;
  readonly because: string;
  readonly facts: readonly {
    readonly fact: string;
    readonly name: string;
    readonly answer: string;
    readonly places: readonly Named[];
    readonly value: number | null;
    readonly unit: string | null;
  }[];
  /** False: it holds only until a question is answered. */
  readonly stated: boolean;
  /** True: it holds for everyone. */
  readonly always: boolean;
  readonly basis: Reason['basis'];
  readonly sure: Reason['sure'];
  readonly sources: readonly CitedReport[];
  readonly disagree: readonly CitedReport[];
  readonly release: string;
}

export interface PlanParts {
  readonly today: string;
  readonly client: ClientFile;
  readonly envelope: Envelope;
  readonly questions: readonly OpenQuestion[];
  readonly reasons: readonly Reason[];
  readonly plan: Plan;
}

export function reportPlan(engine: Engine, parts: PlanParts): PlanReport {
  const { client, envelope, plan } = parts;
  const place = (id: string): Named => namePlace(engine, id);
  const technique = (id: string): Named => nameTechnique(engine, id);
  const cite = citer(engine);
  const advice = (items: Plan['aftercare']): AdviceReport[] =>
    items.map(({ text, basis, sources }) => ({ text, basis, sources: sources.flatMap(cite) }));
  return {
    format: 'assuage-plan-1',
    knowledge: { release: engine.knowledge.release },
    today: parts.today,
    client: { name: client.name, born: client.born },
    understood: client.understood,
    notes: client.notes,
    decision: {
      known: envelope.known,
      untilAnswered: envelope.decision,
      words: DECISION_WORDS[envelope.known],
    },
    questions: parts.questions.map(({ id, kind, text, hint, yesMeans, worst }) => ({
      id,
      kind,
      text,
      hint: hint ?? null,
      yesMeans,
      worst,
    })),
    limits: {
      ...reportEnvelope(engine, envelope),
      clientAvoids: client.avoid.map(place),
      care: [
        ...new Set(
          envelope.limits.flatMap(({ compiled: { limit } }) => ('care' in limit ? limit.care : [])),
        ),
      ],
    },
    plan: {
      minutes: plan.minutes,
      positions: plan.positions,
      segments: plan.segments.map((segment) => ({
        minutes: segment.minutes,
        technique: technique(segment.technique),
        places: segment.places.map(place),
        pressure: segment.pressure,
        position: segment.position,
        purpose: segment.purpose,
        why: { text: segment.why.text, sources: segment.why.sources.flatMap(cite) },
      })),
      alongside: plan.alongside.map((item) => ({
        technique: technique(item.technique),
        places: item.places.map(place),
        sentence: item.sentence,
      })),
      substitutions: plan.substitutions.map((item) => ({
        wished: technique(item.wished),
        places: item.places.map(place),
        instead: item.instead === null ? null : technique(item.instead),
        pressure: item.pressure,
        sentence: item.sentence,
        limits: item.limits,
      })),
      leaveOut: plan.leaveOut,
      aftercare: advice(plan.aftercare),
      watchFor: advice(plan.watchFor),
    },
    reasons: parts.reasons.map((reason) => reportReason(engine, reason)),
    disclaimer: DISCLAIMER,
  };
}

export const reportReason = (engine: Engine, reason: Reason): ReasonReport => ({
  limit: reason.limit,
  rule: reason.rule,
  kind: reason.kind,
  about: reason.about,
  says: reason.says,
  because: reason.because,
  facts: reason.facts.map(({ fact, name, answer, places, value, unit }) => ({
    fact,
    name,
    answer,
    places: (places ?? []).map((id) => namePlace(engine, id)),
    value: value ?? null,
    unit: unit ?? null,
  })),
  stated: reason.stated,
  always: reason.always,
  basis: reason.basis,
  sure: reason.sure,
  sources: reason.sources.map(reportSource),
  disagree: reason.disagree.map(reportSource),
  release: reason.release,
});

const reportSource = (source: Reason['sources'][number]): CitedReport => ({
  source: source.id,
  title: source.title,
  publisher: source.publisher,
  url: source.url,
  year: source.year ?? null,
  locator: source.locator,
  says: source.says ?? null,
});

/** A citation with what its source is called and where it is. */
export function citer(engine: Engine): (citation: Citation) => CitedReport[] {
  const sources = new Map(engine.knowledge.sources.map((source) => [source.id, source]));
  return ({ source: id, locator, says }) => {
    const source = sources.get(id);
    return source
      ? [
          {
            source: id,
            title: source.title,
            publisher: source.publisher,
            url: source.url,
            year: source.year ?? null,
            locator,
            says: says ?? null,
          },
        ]
      : [];
  };
}
