import { refuse } from '@cellrelay/platform';
import { commandCatalogue, isPersonCommand, whyNotSent, type PersonCommandName } from '@cellrelay/use-cases';

/** The command that an address names. Refuses a name that is none, and a command of which no body is taken. */
export function commandIn(name: string): PersonCommandName {
  if (isPersonCommand(name)) return name;
  const allowed = commandCatalogue.filter((entry) => entry.by === 'person').map((entry) => entry.name);
  const why = whyNotSent(name);
  return why === undefined
    ? refuse({ code: 'unknown-command', sentence: 'There is no such command.', allowed })
    : refuse({ code: 'command-not-for-people', sentence: why, allowed });
}
