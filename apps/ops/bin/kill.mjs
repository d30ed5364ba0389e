/**
 * `npm run test:kill -- --rounds N --seed S`: the random killer of test/kill. What is killed and started again runs compiled, as in use; what kills, plays and
 * judges runs from its sources.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { orExplain, prepare, root } from './prepare.mjs';

await orExplain(async () => {
  prepare({ builds: ['servers', 'kill'], what: 'Before the rounds' });
  for (const file of ['test/support/typescript.mjs', 'test/kill/main.ts'])
    await import(pathToFileURL(path.join(root, file)).href);
});
