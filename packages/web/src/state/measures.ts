/** The outcome measures, fetched once for the life of the page, and only when somebody asks. */
import type { Measures } from '@assuage/knowledge';
import { ask } from './api.ts';

let measures: Promise<Measures> | undefined;

/** A failure is not kept: the next page tries again. */
export function loadMeasures(): Promise<Measures> {
  measures ??= ask<Measures>('/api/measures').catch((error: unknown) => {
    measures = undefined;
    throw error;
  });
  return measures;
}
