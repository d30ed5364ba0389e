/** `node --import ./test/support/typescript.mjs test/support/write-log-fixtures.ts v1`: adds the logs of a version that is about to land to the collection. */
import { writeLogFixtures } from './log-fixtures.js';

const [, , version = ''] = process.argv;
if (!/^v\d+$/.test(version)) throw new Error('name the version, as v2');
await writeLogFixtures(version);
