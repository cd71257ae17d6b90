import type { PersonTest, TestReport } from '@assuage/outcomes';
import { useCallback } from 'react';
import { reportAside } from '../../state/report-aside.ts';
import type { ClientAtWork } from '../../state/use-client.ts';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';
import { factsOf } from './test-facts.ts';

type At = Pick<ClientAtWork, 'engine' | 'record'>;

/** What a test says, worked out beside the page. @param test the same value until something in it changes */
export const useReport = (test: PersonTest, { engine, record }: At): Loaded<TestReport> =>
  useLoaded(useCallback(() => reportAside(factsOf(test, engine, record)), [test, engine, record]))
    .loaded;
