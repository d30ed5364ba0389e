/** Rules of the house that no other tool knows: names of files and folders, READMEs, things left behind. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOfTree, root } from './tree.mjs';

const BANNED_FOLDERS = new Set(['common', 'shared', 'utils', 'helpers', 'core', 'generic']);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const README_LINES = 40;

/** Patterns are put together from halves, so that this file does not find itself. */
const LEFT_BEHIND = [
  [new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`), 'something left open'],
  [/\b(it|test|describe)\.(only|skip|todo)\b|\bx(it|describe)\(/, 'a test skipped or alone'],
  [/(^|[^\w./-])\/(root|home|work|Users)\/[a-z.]/, 'a path of one machine'],
  [/registry\.[a-z]+\.(org|com)/, 'the address of a registry'],
  [/eslint-disable|@ts-(ignore|nocheck)|prettier-ignore/, 'a check switched off'],
];
const TEXT = /\.(ts|tsx|mjs|cjs|js|json|ya?ml|md|sql|css|html)$/;
const OURSELVES = 'test/check/house.mjs';

/** Looks at every file below apps, libs and test, and at the lock file. */
export function house() {
  const files = filesOfTree();
  const problems = [...files.flatMap(namesOf), ...files.flatMap(textOf), ...readmes(files), ...lockFile()];
  return { looked: `${files.length} files`, problems };
}

function namesOf(file) {
  const folders = path.dirname(file).split('/');
  const odd = file.split('/').filter((part) => !KEBAB.test(part) && part !== 'README.md');
  return [
    ...folders.filter((one) => BANNED_FOLDERS.has(one)).map((one) => `${file}: a folder called ${one} says nothing`),
    ...odd.map((one) => `${file}: ${one} is not in kebab-case`),
  ];
}

function textOf(file) {
  if (!TEXT.test(file) || file === OURSELVES || /\.gen\.ts$/.test(file)) return [];
  return readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .flatMap((line, at) =>
      LEFT_BEHIND.filter(([found]) => found.test(line)).map(([, what]) => `${file}:${at + 1} ${what}`),
    );
}

/** Every app and lib says what it is for. Generated charts do not count: what follows `<!-- generated` is left out. */
function readmes(files) {
  const homes = new Set(
    files.filter((file) => /^(apps|libs)\//.test(file)).map((file) => file.split('/').slice(0, 2).join('/')),
  );
  return [...homes].flatMap((home) => {
    if (!files.includes(`${home}/README.md`)) return [`${home} has no README.md`];
    const [prose] = readFileSync(path.join(root, home, 'README.md'), 'utf8').split('<!-- generated');
    const lines = prose.trimEnd().split('\n').length;
    return lines > README_LINES ? [`${home}/README.md has ${lines} lines, at most ${README_LINES}`] : [];
  });
}

function lockFile() {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  return /"resolved"/.test(lock) ? ['package-lock.json names where packages were fetched from (see .npmrc)'] : [];
}
