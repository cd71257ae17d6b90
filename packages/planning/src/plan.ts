/** What a plan is made from, and what it says. */
import type { Citation, Decision, Goal, PlaceId, Position } from '@assuage/knowledge';
import type { Envelope, Profile } from '@assuage/safety';

export type PainLevel = 1 | 2 | 3;
export interface PainMark {
  readonly place: PlaceId;
  readonly level: PainLevel;
}

/**
 * Everything a plan depends on. Ids are checked where they enter. The order of the lists does not
 * matter.
 */
export interface PlanInput {
  readonly envelope: Envelope;
  readonly profile: Profile;
  readonly goals: readonly Goal[];
  readonly pain: readonly PainMark[];
  /** How long the session may be. */
  readonly minutes: number;
  /** Techniques asked for, heat and cold included. */
  readonly wishes: readonly string[];
  /** Where the client does not want to be touched. */
  readonly avoid: readonly PlaceId[];
  /** The positions that the client can manage. None: nothing can be planned. */
  readonly positions: readonly Position[];
  /** Sensitive places where the client has agreed to be touched. */
  readonly consents: readonly PlaceId[];
  /** Techniques that need training and that this therapist is trained in. */
  readonly training: readonly string[];
}

/** Why a segment is there, with how sure, and the sources behind it. */
export interface Why {
  readonly text: string;
  readonly sources: readonly Citation[];
}

export interface Segment {
  readonly places: readonly PlaceId[];
  readonly technique: string;
  /** 0 to 5. */
  readonly pressure: number;
  /** Whole minutes, at least 3. */
  readonly minutes: number;
  readonly position: Position;
  readonly purpose: string;
  readonly why: Why;
}

/** Warmth or cold that was asked for and is in: a table, pack or wrap used beside the work of the hands. */
export interface Alongside {
  readonly technique: string;
  readonly places: readonly PlaceId[];
  readonly sentence: string;
}

/** A technique that was asked for and is out, and what is done there instead. */
export interface Substitution {
  readonly wished: string;
  readonly places: readonly PlaceId[];
  /** `null`: nothing takes its place. */
  readonly instead: string | null;
  readonly pressure: number | null;
  readonly sentence: string;
  /** The limits that put it out. Empty when it is out for another reason, which the sentence gives. */
  readonly limits: readonly string[];
}

/** One thing for the client to do, or to watch for, after the session. */
export interface Advice {
  readonly text: string;
  /** `judgement`: customary and careful, but no source that was read says this. */
  readonly basis: 'cited' | 'judgement';
  readonly sources: readonly Citation[];
}

export interface Plan {
  readonly decision: Decision;
  readonly known: Decision;
  /** The knowledge release that the plan was made with. */
  readonly release: string;
  /** In order. At most two; none when there is no session. */
  readonly positions: readonly Position[];
  readonly segments: readonly Segment[];
  /** The sum of the segments. */
  readonly minutes: number;
  readonly alongside: readonly Alongside[];
  readonly substitutions: readonly Substitution[];
  /** What is left out that was hoped for, and why, one sentence each. */
  readonly leaveOut: readonly string[];
  readonly aftercare: readonly Advice[];
  /** In the next 48 hours. */
  readonly watchFor: readonly Advice[];
}
