/** `npm run replay -- FILE [--json]`: a scenario through the whole stack on a throw-away database. */
import { orExplain, runOps } from './prepare.mjs';

const argv = ['replay', ...process.argv.slice(2)];
await orExplain(() => runOps(argv, { builds: ['servers'], what: 'Before the replay' }));
