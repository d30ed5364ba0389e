import path from 'node:path';
import { stageTables, type TransitionTable } from '@cellrelay/shipment';
import { cloneFolder } from '../where.js';
import { readOrNull, writeOrCheck } from './generated.js';

const file = 'libs/shipment/README.md';
const mark = '<!-- generated: the tables of allowed moves as charts; written by `npm run ops -- charts` -->';

/** Draws every stage's table as a state chart into the shipment lib's README, behind its own text. */
export function chartsCommand(args: readonly string[]): Promise<number> {
  const written = (readOrNull(path.join(cloneFolder(), file)) ?? '').split(mark)[0]?.trimEnd() ?? '';
  const charts = stageTables.map(({ stage, table }) => `### ${stage}: ${table.subject}\n\n${chartOf(table)}`);
  return Promise.resolve(
    writeOrCheck(file, `${written}\n\n${mark}\n\n## State charts\n\n${charts.join('\n\n')}\n`, args),
  );
}

/** One table as a Mermaid state diagram. */
function chartOf(table: TransitionTable): string {
  const moves = table.moves.flatMap(({ command, from, to }) =>
    from.flatMap((a) => to.map((b) => `  ${idOf(a)} --> ${idOf(b)}: ${command}`)),
  );
  const ends = table.terminal.map((state) => `  ${idOf(state)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${idOf(table.initial)}`, ...new Set(moves), ...ends, '```'].join(
    '\n',
  );
}

/** Mermaid takes a hyphen for the beginning of an arrow. */
function idOf(state: string): string {
  return state.replaceAll('-', '_');
}
