/**
 * `node test/support/write-log-fixtures.mjs v2` adds the logs of a version that is about to land to the collection; `... fold` notes what today's fold derives from
 * the collection.
 */
import './typescript.mjs';

const [, , what = ''] = process.argv;
if (!/^(v\d+|fold)$/.test(what)) throw new Error('name the version, as v2, or fold');
const { writeDerived, writeLogFixtures } = await import('./log-fixtures.ts');
if (what !== 'fold') await writeLogFixtures(what);
writeDerived();
