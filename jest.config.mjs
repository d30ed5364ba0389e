/**
 * One project per level of test; `--selectProjects unit` runs one. The sources are TypeScript in ES modules, so
 * jest itself runs under `node --experimental-vm-modules` (apps/ops/bin/test.mjs does that).
 */
const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, ...parser },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      keepClassNames: true,
    },
  },
];

const level = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/node_modules/.cache'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^@cellrelay/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc({}), '^.+\\.tsx$': swc({ tsx: true }) },
  ...more,
});

const postgres = {
  globalSetup: '<rootDir>/test/support/postgres.setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres.teardown.mjs',
};

export default {
  // For one test; jest takes it from here only, not from a project. Longer ones say so themselves.
  testTimeout: 120_000,
  // A worker that has loaded every file takes most of a second to be taken down on a busy machine; jest's half second would call that an open handle.
  workerGracefulExitTimeout: 10_000,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  projects: [
    level('unit', ['libs/**/!(*.long).spec.ts', 'apps/**/!(*.long).spec.ts']),
    level('unit-long', ['libs/**/*.long.spec.ts', 'apps/**/*.long.spec.ts', 'test/scenarios/**/*.long.spec.ts']),
    level('integration', ['test/integration/**/*.int-spec.ts'], postgres),
    level('scenarios', ['test/scenarios/**/!(*.long).spec.ts'], postgres),
    level('fault', ['test/fault/**/!(*.long).fault-spec.ts'], postgres),
    level('fault-long', ['test/fault/**/*.long.fault-spec.ts'], postgres),
    level('redis', ['test/redis/**/*.redis-spec.ts'], postgres),
    level('e2e', ['test/e2e/**/*.e2e-spec.ts'], postgres),
  ],
};
