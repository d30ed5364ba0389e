/** The source files there are, and throw-away copies of them. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const TOPS = ['apps', 'libs', 'test'];
const CONFIGS = ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs', 'eslint.config.mjs'];

/** Every file below apps, libs and test, by its path from the root, whatever any tool's settings say. */
export function filesOfTree() {
  return TOPS.filter((top) => existsSync(path.join(root, top)))
    .flatMap((top) => readdirSync(path.join(root, top), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** Those of them that hold code; declarations are types only, and count for the compiler alone. */
export const sourcesOfTree = () => filesOfTree().filter((file) => /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(file));

/**
 * Runs the work in a copy of the tree with some files added, and removes the copy.
 *
 * @param {Record<string, string>} added contents by path from the root
 * @param {(folder: string) => T} work
 * @template T
 */
export function inPlantedCopy(added, work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-planted-'));
  try {
    for (const top of [...TOPS, ...CONFIGS]) cpSync(path.join(root, top), path.join(folder, top), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    for (const [file, text] of Object.entries(added)) plant(path.join(folder, file), text);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plant(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
