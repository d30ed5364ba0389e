/** Runs dependency-cruiser over a tree and hands back what it says as data. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const OUTPUT_LIMIT = 256 * 1024 * 1024;

/** The cruise of `folder` under its own rules. Throws when the tool itself fails: silence is not a pass. */
export function cruise(folder) {
  const tops = ['apps', 'libs', 'test'].filter((top) => existsSync(path.join(folder, top)));
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...tops];
  const tool = path.join(folder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr, error } = spawnSync(process.execPath, [tool, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
  });
  if (error || !stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${error?.message ?? stderr}`);
  return JSON.parse(stdout);
}
