import type { PersonTest, TestReport } from '@assuage/outcomes';
import { useCallback } from 'react';
import { reportAside } from '../../state/report-aside.ts';
import type { ClientAtWork } from '../../state/use-client.ts';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';
import { factsOf } from './test-facts.ts';

type At = Pick<ClientAtWork, 'engine' | 'record'>;

/** What a test says, worked out beside the page. @param test the same value until something in it changes */
export function useReport(test: PersonTest, at: At): Loaded<TestReport>;
/** @param test undefined: nothing, at once */
export function useReport(test: PersonTest | undefined, at: At): Loaded<TestReport | undefined>;
export function useReport(
  test: PersonTest | undefined,
  { engine, record }: At,
): Loaded<TestReport | undefined> {
  const load = useCallback(
    async () => test && reportAside(factsOf(test, engine, record)),
    [test, engine, record],
  );
  return useLoaded(load).loaded;
}
