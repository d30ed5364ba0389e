/** Runs one of the installed tools from the root and waits for it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './tree.mjs';

const OUTPUT_LIMIT = 256 * 1024 * 1024;

/** `script` is its path in node_modules. Throws when it cannot be started; its verdict is in `status`. */
export const tool = (script, ...args) => node(path.join('node_modules', script), ...args);

/** The same for a script of ours, by its path from the root. */
export function node(script, ...args) {
  const outcome = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  if (outcome.error) throw new Error(`${script} could not be run: ${outcome.error.message}`);
  return outcome;
}
