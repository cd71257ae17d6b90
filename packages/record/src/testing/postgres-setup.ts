/** One PostgreSQL server for all tests of a run that need one; each test makes a database of its own on it. */
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** An administrator's address of the server. */
    postgres: string;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  const given = process.env.ASSUAGE_TEST_POSTGRES;
  if (given) {
    project.provide('postgres', given);
    return;
  }
  const server = await startPostgres();
  project.provide('postgres', server.url);
  return server.stop;
}
