import { shown, verdictOf, type Figure, type Grid, type Line } from './line.js';

/** The lines as Markdown tables whose columns stand under each other at a terminal too; grids with the same columns share one. Aims are judged in a full run only. */
export function tablesOf(grids: readonly Grid[], judged: boolean): string {
  return shared(grids)
    .map((each) => tableOf(each, judged))
    .join('\n\n');
}

/** Grids that stand one after the other under the same columns. */
function shared(grids: readonly Grid[]): readonly (readonly Grid[])[] {
  const groups: Grid[][] = [];
  for (const grid of grids) {
    const last = groups.at(-1);
    if (last?.[0]?.columns.join() === grid.columns.join()) last.push(grid);
    else groups.push([grid]);
  }
  return groups;
}

function tableOf(grids: readonly Grid[], judged: boolean): string {
  const aims = grids.some(({ lines }) => lines.some(({ figures }) => figures.some(({ aim }) => aim !== null)));
  const head = ['row', 'measured', ...(grids[0]?.columns ?? []), ...(aims ? ['aim', 'verdict'] : [])];
  const rows = grids.flatMap(({ row, columns, lines }) =>
    lines.map((line) => [
      ...[row, line.measured, ...line.figures.map((each) => cellOf(each, line))],
      ...(aims ? [aimOf(line), verdict(line, columns, judged)] : []),
    ]),
  );
  const widths = head.map((title, at) => Math.max(title.length, 3, ...rows.map((row) => row[at]?.length ?? 0)));
  const printed = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [printed(head), printed(widths.map((width) => '-'.repeat(width))), ...rows.map(printed)].join('\n');
}

function cellOf({ value, unit }: Figure, line: Line): string {
  return value === null ? '' : shown(value, unit ?? line.unit);
}

function aimOf({ figures }: Line): string {
  return [...new Set(figures.flatMap(({ aim }) => (aim === null ? [] : [aim.says])))].join('; ');
}

/** One word where all columns agree, else the columns by name. */
function verdict({ figures, unit }: Line, columns: readonly string[], judged: boolean): string {
  const said = figures.flatMap((each, at) => {
    const found = verdictOf(each, each.unit ?? unit);
    return found === null ? [] : [{ column: columns[at] ?? '', says: found.says }];
  });
  if (said.length === 0) return '';
  if (!judged) return 'not judged';
  if (said.every(({ says }) => says === said[0]?.says)) return said[0]?.says ?? '';
  return said.map(({ column, says }) => `${column}: ${says}`).join('; ');
}
