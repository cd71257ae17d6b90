import { defineConfig } from 'vitest/config';

/** The tests of the engine, for `npm run mutation:engine`: fewer random runs, and no search for the smallest failure. */
export default defineConfig({
  test: {
    include: [
      'packages/safety/src/{truth,clearance,profile,evaluate,envelope,engine,questions,explain,refusal,laws}.test.ts',
      'packages/safety/src/testing/worked-cases.mutation.ts',
    ],
    setupFiles: ['packages/safety/src/testing/end-on-failure.ts'],
    env: { LAW_RUNS: '25' },
    testTimeout: 20_000,
  },
});
