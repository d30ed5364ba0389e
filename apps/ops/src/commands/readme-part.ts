import path from 'node:path';
import { cloneFolder } from '../where.js';
import { readOrNull, writeOrCheck } from './generated.js';

const file = 'README.md';

/** Writes one generated part of the README, between its marks, or with `--check` compares it. Answers the exit code. */
export function readmePart(name: string, table: string, args: readonly string[]): number {
  const [begins, ends] = [`<!-- ${name}: written by \`npm run ops -- ${name}\` -->`, `<!-- /${name} -->`];
  const text = readOrNull(path.join(cloneFolder(), file)) ?? '';
  const [before, rest] = [text.indexOf(begins), text.indexOf(ends)];
  if (before < 0 || rest < before) throw new Error(`${file} has no place for the ${name}: ${begins} ... ${ends}`);
  return writeOrCheck(file, `${text.slice(0, before)}${begins}\n\n${table}\n\n${text.slice(rest)}`, args);
}
