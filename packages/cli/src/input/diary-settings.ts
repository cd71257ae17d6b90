/** What a diary file says before any of it is checked. */
import type { Question, Rating, Schedule } from '@assuage/outcomes';

/** A mistake, with the line where it stands when there is one. */
export interface DiaryMistake {
  readonly line?: number;
  readonly message: string;
}

/** What a JSON file says, and the options of the command say for a CSV file. Nothing is checked yet. */
export interface DiarySettings {
  readonly outcome?: string | undefined;
  readonly better?: Question['better'] | undefined;
  readonly scale?: Question['scale'] | undefined;
  readonly important?: number | undefined;
  readonly since?: string | undefined;
  readonly test?: TestSettings | undefined;
}

export interface TestSettings {
  readonly start: string;
  readonly periodDays?: 7 | 14 | undefined;
  readonly schedule?: Schedule | undefined;
  readonly seed?: string | undefined;
  /** Only to draw the schedule from the seed. */
  readonly periods?: number | undefined;
  readonly longestRun?: number | undefined;
  readonly pairs?: boolean | undefined;
}

/** What is read before it is checked. */
export interface ReadSettings {
  readonly settings: DiarySettings;
  readonly ratings: readonly (Rating & { readonly line: number })[];
}
