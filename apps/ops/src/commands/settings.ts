import { settingsTable } from '@cellrelay/platform';
import { readmePart } from './readme-part.js';

/** Writes the table of settings into the README, from the schema that parses them. */
export function settingsCommand(args: readonly string[]): Promise<number> {
  return Promise.resolve(readmePart('settings', settingsTable(), args));
}
