import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import house from './test/check/lint-rules.mjs';

const SOURCES = ['apps/**/*.{ts,tsx,mjs}', 'libs/**/*.ts', 'test/**/*.{ts,mjs}', '*.{mjs,cjs}'];
const TYPED = ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'test/**/*.ts'];
const SPECS = ['**/*.spec.{ts,tsx}', '**/*-spec.ts', 'test/**', 'libs/testkit/**'];
const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', '.cellrelay/**', 'apps/board/src/api/types.gen.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: SOURCES,
    plugins: { house },
    rules: {
      'house/no-ambient-clock': 'error',
      'house/no-ambient-random': 'error',
      'house/no-ambient-timer': 'error',
      'house/no-process-env': 'error',
      'house/no-forward-ref': 'error',
      'house/export-star-in-index-only': 'error',
      'house/max-imports': ['error', 15],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-params': ['error', 4],
    },
  },
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  { files: ['apps/board/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },

  // Who owns the thing that is banned elsewhere.
  { files: ['libs/platform/src/clock/**'], rules: off('house/no-ambient-clock', 'house/no-ambient-timer') },
  // Passwords, session tokens, keys and nonces are drawn where they are made; nothing of a shipment hangs on them.
  { files: ['libs/platform/src/{ids,keys,sessions}/**'], rules: off('house/no-ambient-random') },
  { files: ['libs/platform/src/config/**'], rules: off('house/no-process-env') },
  {
    // BullMQ counts delays from the process's own clock, and retries by its own timers.
    files: ['libs/adapter-bullmq/**'],
    rules: off('house/no-ambient-clock', 'house/no-ambient-timer'),
  },
  // A contract about time has bells that take their time.
  { files: ['libs/testkit/src/bell-contract.ts'], rules: off('house/no-ambient-timer') },
  {
    // A transaction that met another one waits a little before it is tried again; notices of changes are sent at most so often.
    files: ['libs/adapter-postgres/src/again.ts', 'libs/adapter-postgres/src/changes/change-bell.ts'],
    rules: off('house/no-ambient-timer'),
  },
  // Typesetting that takes too long is given up by the wall clock.
  { files: ['libs/adapter-documents/src/engine/**'], rules: off('house/no-ambient-timer') },
  {
    // The launcher of the packaged server waits for a process, hands on the environment and draws a password.
    files: ['libs/adapter-postgres/src/embedded/**'],
    rules: off('house/no-ambient-clock', 'house/no-ambient-random', 'house/no-ambient-timer', 'house/no-process-env'),
  },
  {
    // A browser has no port for its clock; nothing there decides what is due.
    files: ['apps/board/**'],
    rules: off('house/no-ambient-clock', 'house/no-ambient-random', 'house/no-ambient-timer'),
  },
  { files: ['apps/ops/**', '*.{mjs,cjs}'], rules: off('no-console') },
  {
    files: ['apps/ops/bin/**'],
    rules: off('house/no-ambient-clock', 'house/no-ambient-timer', 'house/no-process-env'),
  },
  { files: ['libs/*/src/index.ts'], rules: off('house/export-star-in-index-only') },
  // A module of Nest's, a front door, and the files that join the stages are lists of what belongs together.
  { files: ['**/*.module.ts', 'libs/*/src/index.ts', 'libs/shipment/src/*.ts'], rules: off('house/max-imports') },
  {
    files: SPECS,
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      ...off('max-lines-per-function', 'house/max-imports'),
    },
  },
  {
    files: ['test/**'],
    rules: off(
      ...['house/no-ambient-clock', 'house/no-ambient-random', 'house/no-ambient-timer', 'house/no-process-env'],
      'no-console',
    ),
  },
  {
    // Bodies of answers arrive in tests as any; `no-explicit-any` still holds there.
    files: ['**/*.spec.{ts,tsx}', '**/*-spec.ts'],
    rules: off(
      ...['@typescript-eslint/no-unsafe-assignment', '@typescript-eslint/no-unsafe-member-access'],
      ...['@typescript-eslint/no-unsafe-argument', '@typescript-eslint/no-unsafe-call'],
      ...['@typescript-eslint/no-unsafe-return', '@typescript-eslint/unbound-method'],
    ),
  },
);
