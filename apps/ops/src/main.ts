import { EmbeddedPostgresError } from '@cellrelay/adapter-postgres';
import { ConfigFaulty } from '@cellrelay/platform';
import { commands } from './commands.js';

/** One process for everything, and the command line. The first word names the command; without one, the list is printed. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) return command.run(args);
  const list = commands.map((each) => `  ${each.name.padEnd(16)} ${each.what}`).join('\n');
  console.log(`${name === undefined ? '' : `There is no command "${name}".\n`}Commands:\n${list}`);
  return name === undefined || name === 'help' ? 0 : 2;
}

/** What a person can mend is said in a sentence; what they cannot is shown whole. */
function explain(error: unknown): void {
  const plain = error instanceof ConfigFaulty || error instanceof EmbeddedPostgresError;
  console.error(plain ? error.message : error);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
