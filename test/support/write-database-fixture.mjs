/** `node test/support/write-database-fixture.mjs 7-name` adds the database that this version leaves behind to test/fixtures/databases, before it lands. */
import './typescript.mjs';

const [, , name = ''] = process.argv;
if (!/^\d+-[a-z-]+$/.test(name)) throw new Error('name it by its number and by what is new in it, as 7-name');
const { writeDatabaseFixture } = await import('./database-fixtures.ts');
console.log(await writeDatabaseFixture(name));
