/** `npm run ops -- <command>`: the command line; without a command it lists what there is. */
import { orExplain, runOps } from './prepare.mjs';

await orExplain(() => runOps(process.argv.slice(2), { builds: ['servers'], what: 'Before this command' }));
