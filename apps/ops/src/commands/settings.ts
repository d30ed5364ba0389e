import path from 'node:path';
import { settingsTable } from '@cellrelay/platform';
import { cloneFolder } from '../where.js';
import { readOrNull, writeOrCheck } from './generated.js';

const file = 'README.md';
const begins = '<!-- settings: written by `npm run ops -- settings` -->';
const ends = '<!-- /settings -->';

/** Writes the table of settings into the README, from the schema that parses them. */
export function settingsCommand(args: readonly string[]): Promise<number> {
  const text = readOrNull(path.join(cloneFolder(), file)) ?? '';
  const [before, rest] = [text.indexOf(begins), text.indexOf(ends)];
  if (before < 0 || rest < before) throw new Error(`${file} has no place for the settings: ${begins} ... ${ends}`);
  const written = `${text.slice(0, before)}${begins}\n\n${settingsTable()}\n\n${text.slice(rest)}`;
  return Promise.resolve(writeOrCheck(file, written, args));
}
