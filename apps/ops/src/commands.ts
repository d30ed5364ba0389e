import { adoptPolicyCommand } from './commands/adopt-policy.js';
import { chartsCommand } from './commands/charts.js';
import { backupCommand, restoreCommand, verifyCommand } from './commands/keep.js';
import { migrateCommand, passwordCommand, redriveCommand, removeExamplesCommand } from './commands/mend.js';
import { openapiCommand } from './commands/openapi.js';
import { schemaCommand } from './commands/schema.js';
import { replayCommand } from './replay/replay-command.js';
import { settingsCommand } from './commands/settings.js';
import { startCommand } from './start/start-command.js';

/** One command of the command line. `run` answers the exit code. */
export interface OpsCommand {
  readonly name: string;
  readonly what: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** The command line, in the order in which it is listed. */
export const commands: readonly OpsCommand[] = [
  { name: 'start', what: 'run everything in one process (npm start)', run: startCommand },
  {
    name: 'replay',
    what: 'FILE [--json]: play a scenario through the whole stack (npm run replay)',
    run: replayCommand,
  },
  { name: 'password', what: '[ACCOUNT]: give an account a new password, shown once', run: passwordCommand },
  { name: 'verify', what: 'recompute every chain, state, agenda and row, and say what differs', run: verifyCommand },
  { name: 'backup', what: 'FILE: write everything into one file', run: backupCommand },
  { name: 'restore', what: 'FILE: read it into an empty database, and verify', run: restoreCommand },
  {
    name: 'adopt-policy',
    what: 'VERSION [--reason WORDS] [--word-of PERSON]: adopt a policy for all open shipments',
    run: adoptPolicyCommand,
  },
  { name: 'redrive', what: '[SHIPMENT]: try parked items again', run: redriveCommand },
  { name: 'remove-examples', what: 'remove the example shipments for good', run: removeExamplesCommand },
  { name: 'migrate', what: 'bring the database to this version', run: migrateCommand },
  { name: 'openapi', what: "[--check]: write the API's description", run: openapiCommand },
  { name: 'schema', what: '[--check]: write the schema that the migrations make', run: schemaCommand },
  { name: 'settings', what: '[--check]: write the table of settings into the README', run: settingsCommand },
  { name: 'charts', what: '[--check]: draw the state charts', run: chartsCommand },
];
