import type { PersonTest, TestReport } from '@assuage/outcomes';
import { useCallback } from 'react';
import type { ClientRecord } from '../../state/record.ts';
import { reportAside } from '../../state/report-aside.ts';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';
import { factsOf } from './test-facts.ts';

/** What a test says, worked out beside the page. @param test the same value until something in it changes */
export const useReport = (test: PersonTest, record: ClientRecord): Loaded<TestReport> =>
  useLoaded(useCallback(() => reportAside(factsOf(test, record)), [test, record])).loaded;
