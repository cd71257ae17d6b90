import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.postgres.test.ts'],
          // Only a test that hangs ends by this: no test fails because a machine is slow.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          // Apart, so that a PostgreSQL is started only when a test needs one.
          name: 'postgres',
          include: ['{packages/*/src,tests}/**/*.postgres.test.ts'],
          globalSetup: 'packages/record/src/testing/postgres-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['tests/**/*.test.ts', 'bench/*.test.ts'],
          exclude: ['tests/browser/**', '**/*.postgres.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // One Chromium at a time: several would starve each other on a small machine.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
