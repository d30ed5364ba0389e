import { adoptPolicyCommand } from './commands/adopt-policy.js';
import type { Takes } from './arguments.js';
import { chartsCommand } from './commands/charts.js';
import { exportAllCommand, exportAuditCommand, exportHeadsCommand, exportLogCommand } from './commands/export.js';
import { backupCommand, restoreCommand, verifyCommand } from './commands/keep.js';
import { keysCommand } from './commands/keys.js';
import {
  administratorCommand,
  migrateCommand,
  passwordCommand,
  redriveCommand,
  releaseInvitationCommand,
  removeExamplesCommand,
  withoutSecondFactor,
} from './commands/mend.js';
import { openapiCommand } from './commands/openapi.js';
import { listKeysCommand, publicKeyCommand, rotateKeyCommand } from './commands/signing-key.js';
import { schemaCommand } from './commands/schema.js';
import { replayCommand } from './replay/replay-command.js';
import { rightsCommand } from './commands/rights.js';
import { settingsCommand } from './commands/settings.js';
import { apiCommand, workerCommand } from './start/sides-apart.js';
import { startCommand, withTls } from './start/start-command.js';

/** One command of the command line. `run` answers the exit code. */
export interface OpsCommand {
  readonly name: string;
  readonly what: string;
  readonly takes: Takes;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const nothing: Takes = { words: [] };
const check: Takes = { words: [], flags: ['--check'] };

/** The command line, in the order in which it is listed. */
export const commands: readonly OpsCommand[] = [
  {
    name: 'start',
    takes: { words: [], flags: [withTls] },
    what: 'run everything in one process (npm start); with --tls over HTTPS, for phones on your network',
    run: startCommand,
  },
  { name: 'api', takes: nothing, what: 'run board and API alone, on servers of your own', run: apiCommand },
  { name: 'worker', takes: nothing, what: 'run a worker alone; as many as you like', run: workerCommand },
  {
    name: 'replay',
    takes: { words: ['FILE'], flags: ['--json'] },
    what: 'play a scenario through the whole stack (npm run replay)',
    run: replayCommand,
  },
  {
    name: 'password',
    takes: { words: ['[ACCOUNT]'], flags: [withoutSecondFactor] },
    what: 'give an account a new password, shown once',
    run: passwordCommand,
  },
  {
    name: 'administrator',
    takes: nothing,
    what: 'make the operator’s administrator, who invites people, or give them a new password',
    run: administratorCommand,
  },
  {
    name: 'verify',
    takes: nothing,
    what: 'recompute every chain, state, agenda and row, and say what differs',
    run: verifyCommand,
  },
  { name: 'backup', takes: { words: ['FILE'] }, what: 'write everything into one file', run: backupCommand },
  {
    name: 'restore',
    takes: { words: ['FILE'] },
    what: 'read it into an empty database, and verify',
    run: restoreCommand,
  },
  {
    name: 'keys',
    takes: { words: ['backup|restore|renew', '[FILE]'] },
    what: 'keep the keys of identities and words apart from the data; wrap them by new ones',
    run: keysCommand,
  },
  {
    name: 'adopt-policy',
    takes: { words: ['VERSION'], valued: { '--reason': 'WORDS', '--word-of': 'PERSON' } },
    what: 'adopt a policy for all open shipments',
    run: adoptPolicyCommand,
  },
  {
    name: 'export audit',
    takes: { words: ['FILE'], flags: ['--csv'] },
    what: 'write the audit record into a file, signed, or as a table for reading',
    run: exportAuditCommand,
  },
  {
    name: 'export log',
    takes: { words: ['SHIPMENT', 'FILE'], flags: ['--csv'] },
    what: 'the same of a shipment’s log',
    run: exportLogCommand,
  },
  {
    name: 'export heads',
    takes: { words: ['FILE'] },
    what: 'write where every chain ends, signed, to be kept elsewhere',
    run: exportHeadsCommand,
  },
  {
    name: 'export all',
    takes: { words: ['FOLDER'] },
    what: 'write the heads, the audit record and every log into a folder',
    run: exportAllCommand,
  },
  {
    name: 'signing-key rotate',
    takes: nothing,
    what: 'make a key to sign exports with, and retire the one before',
    run: rotateKeyCommand,
  },
  { name: 'signing-key list', takes: nothing, what: 'list the keys that sign and signed', run: listKeysCommand },
  {
    name: 'signing-key public',
    takes: { words: ['[KEY]'] },
    what: 'print the public half of a key, to be given away',
    run: publicKeyCommand,
  },
  { name: 'redrive', takes: { words: ['[SHIPMENT]'] }, what: 'try parked items again', run: redriveCommand },
  {
    name: 'release-invitation',
    takes: { words: ['[ID]'] },
    what: 'let in whom the operator invited into another organisation: the link, shown once',
    run: releaseInvitationCommand,
  },
  {
    name: 'remove-examples',
    takes: nothing,
    what: 'remove the example shipments for good',
    run: removeExamplesCommand,
  },
  { name: 'migrate', takes: nothing, what: 'bring the database to this version', run: migrateCommand },
  { name: 'openapi', takes: check, what: "write the API's description", run: openapiCommand },
  { name: 'schema', takes: check, what: 'write the schema that the migrations make', run: schemaCommand },
  { name: 'settings', takes: check, what: 'write the table of settings into the README', run: settingsCommand },
  { name: 'rights', takes: check, what: 'write the table of rights into the README', run: rightsCommand },
  { name: 'charts', takes: check, what: 'draw the state charts', run: chartsCommand },
];

/** How a command is called: its name and what it takes. */
export function callOf({ name, takes: { words, flags = [], valued = {} } }: OpsCommand): string {
  const options = Object.entries(valued).map(([flag, value]) => `[${flag} ${value}]`);
  return [name, ...words, ...flags.map((flag) => `[${flag}]`), ...options].join(' ');
}
