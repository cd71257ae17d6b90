/** A test as a diary file tells of it: one that chance could have drawn, unaltered since it was fixed. */
import {
  allowedSchedules,
  type Design,
  drawnBy,
  drawSchedule,
  type FixedTest,
  fixedText,
  orderOf,
  type Schedule,
  type Trial,
  trialOf,
} from '@assuage/outcomes';
import { sha256Of } from '@assuage/record';
import { fail, ok, type Result } from '../result.ts';
import { parseDay } from './dates.ts';
import type { TestSettings } from './diary-settings.ts';

/** A test whose schedule chance could have drawn; no other proves anything. */
export function readTest(test: TestSettings): Result<Trial, string> {
  const start = parseDay(test.start);
  if (!start.ok) return fail(`start: ${start.error}`);
  const { schedule, seed, everyDays, longestRun = 2 } = test;
  const periodDays = test.periodDays ?? (everyDays ? 28 : 7);
  if ((periodDays === 28) !== (everyDays !== undefined))
    return fail('periods of 28 days, and only they, are for a test of how often: give "everyDays"');
  const periods = schedule?.length ?? test.periods;
  if (periods === undefined || (schedule === undefined && seed === undefined))
    return fail('give the schedule, or the seed and the number of periods it was drawn with');
  const design: Design = test.pairs
    ? { kind: 'pairs', pairs: periods / 2 }
    : { kind: 'balanced', periods, longestRun };
  const allowed = allowedBy(design);
  if (!allowed.ok) return allowed;
  const drawn = seed === undefined ? undefined : drawSchedule(design, seed);
  if (schedule && drawn && schedule.join() !== drawn.join())
    return fail(`the seed draws another schedule: ${drawn.join('')}`);
  if (schedule && !allowed.value.some((one) => one.join() === schedule.join()))
    return fail(
      `chance could not have drawn the schedule ${schedule.join('')}: ` +
        (test.pairs
          ? 'every pair has one period with and one without'
          : `half of the periods are with massage, and no more than ${longestRun} in a row are alike`),
    );
  return ok({
    start: start.value,
    periodDays,
    ...(everyDays && { everyDays }),
    design,
    seed: seed ?? '',
    schedule: schedule ?? drawn ?? [],
  });
}

/** A test as the record keeps it: its hash must be that of what it says, and its order the one its seed draws. */
export function readFixed(fixed: FixedTest & { readonly hash: string }): Result<Trial, string> {
  const { plan, seed, hash } = fixed;
  const made = sha256Of(new TextEncoder().encode(fixedText(fixed)));
  if (made !== hash)
    return fail(`the hash is ${hash}, but what stands here has ${made}: something was altered`);
  const trial = trialOf(fixed);
  if (!trial) return fail('this test compares ways of working, which a diary alone cannot judge');
  const allowed = allowedBy(trial.design);
  if (!allowed.ok) return allowed;
  const drawn = drawnBy(plan, seed).join('');
  if (drawn !== orderOf(plan).join('')) return fail(`the seed draws another schedule: ${drawn}`);
  return ok(trial);
}

function allowedBy(design: Design): Result<readonly Schedule[], string> {
  try {
    const allowed = allowedSchedules(design);
    return allowed.length === 0 ? fail('no schedule keeps to these rules') : ok(allowed);
  } catch (error) {
    if (error instanceof RangeError) return fail(error.message);
    throw error;
  }
}
