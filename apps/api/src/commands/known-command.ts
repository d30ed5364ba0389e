import { refuse } from '@cellrelay/platform';
import { commandCatalogue, isPersonCommand, type PersonCommandName } from '@cellrelay/use-cases';

/** The command that an address names. Refuses a name that is none, and a command that only the system issues. */
export function commandIn(name: string): PersonCommandName {
  if (isPersonCommand(name)) return name;
  const allowed = commandCatalogue.filter((entry) => entry.by === 'person').map((entry) => entry.name);
  const system = commandCatalogue.some((entry) => entry.name === name);
  return system
    ? refuse({
        code: 'command-not-for-people',
        sentence: `${name} is issued by the system itself, when its time comes.`,
        allowed,
      })
    : refuse({ code: 'unknown-command', sentence: 'There is no such command.', allowed });
}
