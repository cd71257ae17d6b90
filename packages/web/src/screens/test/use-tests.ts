import { type PersonTest, testsOf } from '@assuage/outcomes';
import { useMemo } from 'react';
import { isMedicineIn } from '../../state/course.ts';
import { loadMeasures } from '../../state/measures.ts';
import type { ClientAtWork } from '../../state/use-client.ts';
import { useLoaded } from '../../state/use-loaded.ts';

const NONE: readonly PersonTest[] = [];

/** The tests in a record, the newest first; none while the ratings' wording is on its way. */
export function useTests(
  { engine, record }: Pick<ClientAtWork, 'engine' | 'record'>,
  today: string,
) {
  const { loaded, again } = useLoaded(loadMeasures);
  const tests = useMemo(
    () =>
      loaded.status === 'here' ? testsOf(loaded.value, record, isMedicineIn(engine), today) : NONE,
    [loaded, engine, record, today],
  );
  return { tests, again, hasFailed: loaded.status === 'failed' && record.trials.length > 0 };
}
