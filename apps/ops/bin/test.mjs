/**
 * `npm test` and `npm run test:<level>`: the levels one after another, each in a jest of its own. Ends with the line
 * `N passed, N failed`. A level in which nothing ran, and a test that was skipped, count as failures: both look green
 * otherwise.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { orExplain, prepare, root } from './prepare.mjs';

const SUITES = {
  all: ['unit', 'integration', 'scenarios', 'fault'],
  full: ['e2e', 'redis', 'unit-long', 'fault-long'],
  ...Object.fromEntries(
    ['unit', 'integration', 'scenarios', 'fault', 'fault-long', 'e2e', 'redis', 'unit-long'].map((one) => [one, [one]]),
  ),
};
const NEEDS_BOARD = new Set(['e2e']);

await orExplain(main);

function main() {
  const [first, ...rest] = process.argv.slice(2);
  const named = first !== undefined && Object.hasOwn(SUITES, first);
  const levels = SUITES[named ? first : 'all'];
  const filters = named ? rest : process.argv.slice(2);
  const builds = levels.some((level) => NEEDS_BOARD.has(level)) ? ['servers', 'board'] : ['servers'];
  prepare({ builds: levels.join() === 'unit' ? [] : builds, what: 'First test' });
  const outcomes = levels.map((level) => runLevel(level, filters));
  report(outcomes);
}

function runLevel(level, filters) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-test-'));
  const outputFile = path.join(folder, 'result.json');
  console.log(`\n== ${level}`);
  const started = performance.now();
  const { status, signal } = spawnSync(process.execPath, jest(level, outputFile, filters), {
    stdio: 'inherit',
    cwd: root,
  });
  const outcome = judge(level, status, readResult(outputFile), filters.length > 0);
  rmSync(folder, { recursive: true, force: true });
  if (signal === 'SIGINT') process.exit(130);
  return { ...outcome, seconds: (performance.now() - started) / 1000 };
}

function jest(level, outputFile, filters) {
  return [
    ...['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', 'node_modules/jest/bin/jest.js'],
    ...['--selectProjects', level, '--json', '--outputFile', outputFile],
    // Within `npm test`, those that watch the clock do not run beside each other; the long ones mostly wait.
    ...(level === 'fault' ? ['--runInBand'] : [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`]),
    ...(process.env.CI ? ['--ci'] : []),
    ...filters,
  ];
}

/** Jest writes its JSON last; without it the run died, which is a failure and not an empty success. */
function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function judge(level, status, result, filtered) {
  if (result === null) return { level, passed: 0, failed: 1, why: `jest ended with ${status} and left no result` };
  const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites: broken } = result;
  const skipped = filtered ? 0 : result.numPendingTests + result.numTodoTests;
  const failed = numFailedTests + broken + skipped;
  const why = [broken > 0 && `${broken} files did not load`, skipped > 0 && `${skipped} tests were skipped`];
  if (passed + failed === 0) return { level, passed, failed: 1, why: 'no test ran' };
  if (failed === 0 && status !== 0) return { level, passed, failed: 1, why: `jest ended with ${status}` };
  return { level, passed, failed, why: why.filter(Boolean).join(', ') };
}

function report(outcomes) {
  const sum = (key) => outcomes.reduce((total, one) => total + one[key], 0);
  console.log('');
  for (const { level, passed, failed, seconds, why } of outcomes) {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED';
    console.log(
      `${verdict} ${level.padEnd(12)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s${why ? ` (${why})` : ''}`,
    );
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
