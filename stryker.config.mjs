// Mutation testing of the engine: `npm run mutation:engine`. Not part of `npm test`; results in docs/mutation.md.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ['truth', 'evaluate', 'envelope', 'clearance', 'profile', 'questions', 'engine'].map(
    (name) => `packages/safety/src/${name}.ts`,
  ),
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.stryker-tmp/mutation.json' },
  tempDirName: '.stryker-tmp',
  // Stryker would read the file with TypeScript's old programming interface, which TypeScript 7 no longer has.
  tsconfigFile: 'tsconfig.absent.json',
  thresholds: { high: 95, low: 90, break: 90 },
};
