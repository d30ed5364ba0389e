/** `node test/support/write-log-fixtures.mjs v2`: adds the logs of a version that is about to land to the collection. */
import './typescript.mjs';

const [, , version = ''] = process.argv;
if (!/^v\d+$/.test(version)) throw new Error('name the version, as v2');
const { writeLogFixtures } = await import('./log-fixtures.ts');
await writeLogFixtures(version);
