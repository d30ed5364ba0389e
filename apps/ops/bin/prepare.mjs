/**
 * What a fresh clone needs before anything can run: the packages, the compiled servers, the board's files.
 * Plain JavaScript without a dependency, because it runs when there is none yet.
 *
 * Each step leaves a stamp when, and only when, it is finished: a stamp is taken away before the work begins and
 * written after the work has ended, so that a step that was killed half-way is done again and never taken for
 * complete.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endWithNpm, npmCommand, npmEnvironment } from './npm.mjs';
import { withPrepareLock } from './prepare-lock.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Seconds on two cores, measured on a fresh clone; printed so that nobody takes the wait for a hang. */
const SECONDS = { install: 45, build: 10 };

const INSTALL_STAMP = 'node_modules/.cellrelay-installed';

/**
 * The things that are built from sources. `reads` are what the outcome depends on; a change there rebuilds it.
 * The board is apart, because its build is the slow one and a change in a lib does not touch it.
 */
const BUILDS = {
  servers: {
    stamp: 'dist/.servers',
    reads: ['apps', 'libs', '.swcrc', 'package-lock.json'],
    skips: /(^apps\/board\/)|(\.spec\.ts$)|(^apps\/ops\/bin\/)/,
    clears: ['dist/apps', 'dist/libs'],
    command: () => [
      ...swc(),
      'apps',
      'libs',
      '--ignore',
      '**/*.spec.ts',
      '--ignore',
      'apps/board/**',
      '--ignore',
      'apps/ops/bin/**',
    ],
  },
  board: {
    stamp: 'dist/.board',
    reads: ['apps/board', 'package-lock.json'],
    skips: /\.spec\.tsx?$/,
    clears: ['dist/board'],
    command: () => [
      ...['node_modules/vite/bin/vite.js', 'build', 'apps/board', '--logLevel', 'warn'],
      ...['--outDir', path.join(root, 'dist/board'), '--emptyOutDir'],
    ],
  },
  bench: {
    stamp: 'dist/.bench',
    reads: ['test/bench', 'test/support', '.swcrc', 'package-lock.json'],
    skips: /\.(int-|e2e-|fault-)?spec\.ts$/,
    clears: ['dist/test/bench'],
    command: () => [...swc(), 'test/bench', 'test/support', '--ignore', '**/*spec.ts'],
  },
  kill: {
    stamp: 'dist/.kill',
    reads: ['test/kill/process', '.swcrc', 'package-lock.json'],
    skips: /spec\.ts$/,
    clears: ['dist/test/kill'],
    command: () => [...swc(), 'test/kill/process'],
  },
};

const swc = () => ['node_modules/@swc/cli/bin/swc.js', '-d', 'dist', '--quiet'];

/**
 * Installs and builds what is missing or stale, and says first how long it will take.
 * Throws with one sentence when the machine cannot do it.
 *
 * @param {{ builds?: (keyof typeof BUILDS)[], what?: string }} wanted
 */
export function prepare({ builds = ['servers', 'board'], what = 'First start' } = {}) {
  checkNode();
  process.chdir(root);
  if (installed() && builds.every(built)) return;
  withPrepareLock(path.join(root, '.prepare.lock'), () => {
    // Asked again under the lock: another process may have done it while this one waited.
    const install = !installed();
    const todo = builds.filter((name) => install || !built(name));
    if (!install && todo.length === 0) return;
    announce(what, install, todo);
    if (install) installPackages();
    for (const name of todo) build(name);
  });
}

/** Prepares, then runs the compiled command line in this very process, so that no second one sits beside it. */
export async function runOps(argv, wanted) {
  prepare(wanted);
  endWithNpm();
  await runCompiled('dist/apps/ops/src/main.js', argv);
}

/** Loads a compiled module as if Node had been started with it. */
export async function runCompiled(file, argv) {
  const main = path.join(root, file);
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], main, ...argv];
  await import(pathToFileURL(main).href);
}

/** Turns an unexpected end into one line and an exit code, without a stack that says nothing to a newcomer. */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Unprepared)) throw error;
    console.error(`cellrelay: ${error.message}`);
    process.exit(1);
  }
}

class Unprepared extends Error {}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const good = major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (!good) throw new Unprepared(`Node ${process.versions.node} is too old or odd; wanted is ${engines.node}`);
}

function announce(what, install, todo) {
  const seconds = (install ? SECONDS.install : 0) + (todo.length > 0 ? SECONDS.build : 0);
  const work = [install && 'installing packages', todo.length > 0 && `building ${todo.join(' and ')}`];
  // Without an install it is not the first time: the sources have changed since.
  const why = install ? what : 'Changed sources';
  console.log(`${why}: ${work.filter(Boolean).join(' and ')} takes about ${seconds} s on two cores.`);
}

/* The packages. */

const platform = `${process.platform}-${process.arch}-node${process.versions.node.split('.')[0]}`;
const installKey = () => `${platform} ${digest([readFileSync('package-lock.json')])}`;

function installed() {
  if (!existsSync('node_modules')) return false;
  const stamp = existsSync(INSTALL_STAMP) ? readFileSync(INSTALL_STAMP, 'utf8') : null;
  if (stamp === installKey()) return true;
  // A folder copied or mounted from another kind of machine holds the wrong binaries.
  return (stamp === null || stamp.startsWith(`${platform} `)) && installedByHand();
}

/**
 * Somebody ran npm without us. npm writes node_modules/.package-lock.json as its last act, so when that file names
 * every package that our lock file wants, the folder is whole.
 */
function installedByHand() {
  const hidden = 'node_modules/.package-lock.json';
  if (!existsSync(hidden)) return false;
  const has = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const wants = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
  const served = ([at, one]) => has[at]?.version === one.version || (has[at] === undefined && one.optional === true);
  return wants.every((entry) => entry[0] === '' || served(entry));
}

function installPackages() {
  rmSync(INSTALL_STAMP, { force: true });
  // Development packages too, whatever NODE_ENV says: the build needs them. No package's own script runs.
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const [command, args] = npmCommand(['ci', ...flags]);
  run('npm ci', command, args, npmEnvironment(root));
  writeFileSync(INSTALL_STAMP, installKey());
}

/* The builds. */

function built(name) {
  const { stamp } = BUILDS[name];
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildKey(name);
}

function buildKey(name) {
  const { reads, skips } = BUILDS[name];
  const files = reads.flatMap(filesUnder).filter((file) => !skips.test(file));
  return digest([platform, ...files.sort().flatMap((file) => [file, readFileSync(file)])]);
}

function build(name) {
  const { stamp, clears, command } = BUILDS[name];
  const key = buildKey(name);
  rmSync(stamp, { force: true });
  for (const folder of clears) rmSync(folder, { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  // NODE_ENV would let the board's build take React's development half.
  run(`building the ${name}`, process.execPath, command(), { ...process.env, NODE_ENV: 'production' });
  writeFileSync(stamp, key);
}

function filesUnder(at) {
  if (!existsSync(at)) return [];
  if (!/^(apps|libs|test)(\/|$)/.test(at)) return [at];
  return readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .join(entry.parentPath ?? entry.path, entry.name)
        .split(path.sep)
        .join('/'),
    );
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

function run(what, command, args, env) {
  const { status, signal, error } = spawnSync(command, args, { stdio: 'inherit', env, cwd: root });
  if (error) throw new Unprepared(`${what} could not be started: ${error.message}`);
  if (status !== 0)
    throw new Unprepared(`${what} ended with ${signal ?? `exit code ${status}`}; run the command again`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await orExplain(() => prepare({ what: 'Preparing' }));
