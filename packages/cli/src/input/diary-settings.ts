/** What a diary file says before any of it is checked. */
import type { FixedTest, GivenSession, Question, Rating, Schedule } from '@assuage/outcomes';

/** A mistake, with the line where it stands when there is one. */
export interface DiaryMistake {
  readonly line?: number;
  readonly message: string;
}

/** What was asked. */
export interface OutcomeSettings {
  readonly outcome?: string | undefined;
  readonly better?: Question['better'] | undefined;
  readonly scale?: Question['scale'] | undefined;
  readonly important?: number | undefined;
}

/** What a JSON file says, and the options of the command say for a CSV file. Nothing is checked yet. */
export interface DiarySettings extends OutcomeSettings {
  /** Outcomes beside the main one. */
  readonly also?: readonly OutcomeSettings[] | undefined;
  readonly since?: string | undefined;
  readonly test?: TestSettings | undefined;
}

export interface TestSettings {
  readonly start: string;
  readonly periodDays?: 7 | 14 | 28 | undefined;
  /** A test of how often: days from one massage to the next, more often and less often. */
  readonly everyDays?: readonly [7, 14 | 28] | undefined;
  readonly schedule?: Schedule | undefined;
  readonly seed?: string | undefined;
  /** Only to draw the schedule from the seed. */
  readonly periods?: number | undefined;
  readonly longestRun?: number | undefined;
  readonly pairs?: boolean | undefined;
}

export interface LinedRating extends Rating {
  readonly line: number;
}
export interface LinedSession extends GivenSession {
  readonly line: number;
}
export interface DayNote {
  readonly day: string;
  readonly text: string;
}

/** What is read before it is checked. */
export interface ReadSettings {
  readonly settings: DiarySettings;
  readonly ratings: readonly LinedRating[];
  /** Of each outcome of `settings.also`, in its order. */
  readonly also: readonly (readonly LinedRating[])[];
  /** Absent: not known. */
  readonly sessions?: readonly LinedSession[] | undefined;
  readonly changes?: readonly DayNote[] | undefined;
  readonly ended?: { readonly day: string; readonly why: string } | undefined;
  /** What was fixed before the first day, and the hash that was made of it. */
  readonly fixed?: (FixedTest & { readonly hash: string }) | undefined;
}
