import { shown, verdictOf, type Line } from './line.js';

const head = ['row', 'measured', 'CellRelay', 'yardstick', 'aim', 'verdict'];

/** The lines as a Markdown table whose columns stand under each other at a terminal too. Aims are judged in a full run only. */
export function tableOf(lines: readonly Line[], judged: boolean): string {
  const rows = lines.map((line) => [
    line.row,
    line.measured,
    shown(line.ours, line.unit),
    line.yardstick === null ? '' : shown(line.yardstick, line.unit),
    line.aim?.says ?? '',
    judged ? (verdictOf(line)?.says ?? '') : line.aim === null ? '' : 'not judged',
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const printed = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [printed(head), printed(widths.map((width) => '-'.repeat(width))), ...rows.map(printed)].join('\n');
}
