import { argumentFault } from './arguments.js';
import { callOf, commands, type OpsCommand } from './commands.js';
import { explained } from './explain.js';

/** One process for everything, and the command line. The first word, or the first two, name the command; without one, the list is printed. */
async function main(said: readonly string[]): Promise<number> {
  const [name] = said;
  const command = commands.find((each) => each.name.split(' ').every((word, index) => said[index] === word));
  if (command !== undefined) return runOrRefuse(command, said.slice(command.name.split(' ').length));
  const list = commands.map((each) => `  ${callOf(each).padEnd(34)} ${each.what}`).join('\n');
  console.log(`${name === undefined ? '' : `There is no command "${name}".\n`}Commands:\n${list}`);
  return name === undefined || name === 'help' ? 0 : 2;
}

function runOrRefuse(command: OpsCommand, args: readonly string[]): Promise<number> {
  const fault = argumentFault(args, command.takes);
  if (fault === undefined) return command.run(args);
  console.error(`${fault} Usage: npm run ops -- ${callOf(command)}`);
  return Promise.resolve(2);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(explained(error));
  process.exitCode = 1;
}
