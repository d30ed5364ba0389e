/** `npm start`: everything in one process, on the PostgreSQL that comes with the packages. */
import { orExplain, runOps } from './prepare.mjs';

await orExplain(() => runOps(['start', ...process.argv.slice(2)], { what: 'First start' }));
