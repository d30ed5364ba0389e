/** `npm run ops -- <command>`: the command line; without a command it lists what there is. */
import { orExplain, runOps } from './prepare.mjs';

const [command] = process.argv.slice(2);
// The api serves the board's files.
const builds = command === 'api' ? ['servers', 'board'] : ['servers'];

await orExplain(() => runOps(process.argv.slice(2), { builds, what: 'Before this command' }));
