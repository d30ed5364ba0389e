import type { KeyCommand } from './commands.js';

/** The palette's own key is no choice in it. */
export const PALETTE = 'Mod+k';

/** Commands in which every word of what was typed occurs; those that begin with it first. */
export function fittingCommands<Command extends Pick<KeyCommand, 'label' | 'keys'>>(
  commands: readonly Command[],
  typed: string,
): readonly Command[] {
  const text = typed.trim().toLowerCase();
  const words = text.split(/\s+/);
  const named = (command: Command) => command.label.toLowerCase();
  const fitting = commands.filter(
    (command) => command.keys !== PALETTE && words.every((word) => named(command).includes(word)),
  );
  const begins = (command: Command) => (named(command).startsWith(text) ? 0 : 1);
  return fitting.toSorted((a, b) => begins(a) - begins(b));
}
