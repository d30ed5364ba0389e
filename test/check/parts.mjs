/**
 * The parts of `npm run check`. Each answers with what it looked at (`count`) and what is wrong (`problems`); a part
 * that looked at nothing, or at fewer files than there are, has a problem.
 */
import { cruise } from './cruise.mjs';
import { docker } from './docker.mjs';
import { drift } from './drift.mjs';
import { house } from './house.mjs';
import { plantedImports } from './planted-imports.mjs';
import { plantedLint } from './planted-lint.mjs';
import { tool } from './tool.mjs';
import { root, sourcesOfTree } from './tree.mjs';
import { words } from './words.mjs';

const PARTS = { format, lint, types, deps, dead, drift, house, words, docker };

/** Runs the named parts, or all; prints each and the sum; answers with the exit code. */
export function check(names) {
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
    return 2;
  }
  const verdicts = (names.length > 0 ? names : Object.keys(PARTS)).map(run);
  const failed = verdicts.filter((good) => !good).length;
  console.log(`\n${verdicts.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function run(name) {
  const started = performance.now();
  const { looked, problems } = guarded(PARTS[name]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = problems.length === 0 ? 'ok    ' : 'FAILED';
  console.log(`${verdict} ${name.padEnd(7)} ${looked}, ${problems.length} problems, ${seconds} s`);
  for (const problem of problems) console.log(`       ${problem.replaceAll('\n', '\n       ')}`);
  return problems.length === 0;
}

function guarded(part) {
  try {
    return part();
  } catch (error) {
    return { looked: 'broke off', problems: [error.message] };
  }
}

/** The files of the tree that a tool did not read. */
function unread(read, wanted) {
  const seen = new Set(read);
  return wanted.filter((file) => !seen.has(file)).map((file) => `${file} was not read`);
}

const relative = (file) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file);

function format() {
  const { stdout, stderr } = tool('prettier/bin/prettier.cjs', '--check', '.');
  const problems = [...`${stdout}\n${stderr}`.matchAll(/^\[(?:warn|error)\] (.+)$/gm)]
    .map(([, text]) => text)
    .filter((text) => !text.startsWith('Code style issues'))
    .map((text) => `${text} (npm run format mends it)`);
  const done = /All matched files use Prettier code style/.test(stdout);
  if (!done && problems.length === 0) problems.push(`prettier failed: ${stderr.trim()}`);
  return { looked: 'all files that prettier knows', problems };
}

function lint() {
  const { stdout, stderr } = tool('eslint/bin/eslint.js', '--format', 'json', '--max-warnings', '0', '.');
  if (!stdout.startsWith('[')) throw new Error(`eslint failed: ${stderr}`);
  const results = JSON.parse(stdout);
  const said = results.flatMap(({ filePath, messages }) =>
    messages.map((one) => `${relative(filePath)}:${one.line} ${one.message} (${one.ruleId})`),
  );
  const wanted = sourcesOfTree().filter((file) => !/\.gen\.ts$/.test(file));
  const planted = plantedLint();
  return {
    looked: `${results.length} files, ${planted.count} planted pieces`,
    problems: [
      ...said,
      ...unread(
        results.map((one) => relative(one.filePath)),
        wanted,
      ),
      ...planted.problems,
    ],
  };
}

function types() {
  const outcomes = ['tsconfig.json', 'apps/board/tsconfig.json'].map((project) =>
    tool('typescript7/bin/tsc', '--noEmit', '--listFiles', '--pretty', 'false', '-p', project),
  );
  const lines = outcomes.flatMap(({ stdout }) => stdout.split('\n')).filter(Boolean);
  const read = lines.filter((line) => /^(\/|[A-Z]:)/.test(line)).map(relative);
  const said = lines.filter((line) => /error TS|^\s/.test(line));
  const crashed = outcomes.filter(({ status, stderr }) => status !== 0 && said.length === 0 && stderr !== '');
  const wanted = sourcesOfTree().filter((file) => /\.tsx?$/.test(file));
  return {
    looked: `${read.filter((file) => !file.includes('node_modules')).length} files`,
    problems: [...said, ...crashed.map(({ stderr }) => stderr.trim()), ...unread(read, wanted)],
  };
}

function deps() {
  const { modules, summary } = cruise(root);
  const said = summary.violations.map((one) => `${one.rule.name}: ${one.from} -> ${one.to}`);
  const read = modules.map((one) => one.source);
  const wanted = sourcesOfTree();
  const planted = plantedImports();
  return {
    looked: `${read.filter((file) => wanted.includes(file)).length} of ${wanted.length} files, ${planted.count} planted breaches`,
    problems: [...said, ...unread(read, wanted), ...planted.problems],
  };
}

function dead() {
  const { stdout, stderr, status } = tool(
    'knip/bin/knip.js',
    '--no-progress',
    '--reporter',
    'compact',
    '--max-show-issues',
    '100',
  );
  const problems = stdout.split('\n').filter(Boolean);
  if (status !== 0 && problems.length === 0) problems.push(`knip failed: ${stderr.trim()}`);
  return { looked: 'files, exports, packages', problems: status === 0 ? [] : problems };
}
