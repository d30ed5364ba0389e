import { err, ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { csvTable } from '../reading-files/csv-table.js';
import { decodedText, noTextBut } from '../reading-files/decoded-text.js';
import type { FileLine } from '../reading-files/reading-file.js';
import { orderColumns } from './order-columns.js';
import * as refusals from './order-refusals.js';

/** What one line says, by the names of its columns; empty cells are left out. */
export interface OrderLine {
  /** In the file, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Cells beyond the last column: somewhere on the line a separator is one too many. */
  readonly surplus: boolean;
}

/** A file of orders as far as it is a table of them. */
interface OrderFile {
  readonly encoding: string;
  readonly separator: string;
  readonly lines: readonly OrderLine[];
}

/** The lines of a file's table, or why it is none. Of no column that is not known anything is read. */
export function orderLines(bytes: Uint8Array): Result<OrderFile, Refusal> {
  const what = noTextBut(bytes);
  if (what !== undefined) return err(refusals.ordersNoText(what));
  const { text, encoding } = decodedText(bytes);
  if (text.trim() === '') return err(refusals.ordersEmpty);
  const separator = separatorIn(text);
  const { lines, lost } = csvTable(text, { separator, quote: '"' });
  if (lost !== null) return err(refusals.ordersLineLost(lost.line, lost.why));
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const columns = head?.cells.map(columnNamed) ?? [];
  const problem = headProblem(columns, head) ?? (body.length === 0 ? refusals.ordersWithoutTable : undefined);
  if (problem !== undefined) return err(problem);
  if (body.length > refusals.orderFileLimits.orders) return err(refusals.tooManyOrders);
  return ok({ encoding, separator, lines: body.map((line) => orderLineOf(columns, line)) });
}

/** Whichever of the three the first line has most of. */
function separatorIn(text: string): string {
  const [head = ''] = text.split(/\r\n|\n|\r/, 1);
  const often = (separator: string): number => head.split(separator).length;
  return [',', ';', '\t'].toSorted((a, b) => often(b) - often(a))[0] ?? ',';
}

/** "Donor GRID" is meant as donor_grid. */
function columnNamed(said: string): string {
  return said
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

function headProblem(columns: readonly string[], head: FileLine | undefined): Refusal | undefined {
  if (!columns.includes('reference')) return refusals.ordersWithoutTable;
  const known = new Set(orderColumns.map(({ name }) => name));
  const unknown = columns.findIndex((name) => name !== '' && !known.has(name));
  if (unknown >= 0) return refusals.ordersColumnUnknown(head?.cells[unknown]?.trim() ?? '');
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  return twice === undefined ? undefined : refusals.ordersColumnTwice(twice);
}

function orderLineOf(columns: readonly string[], { line, cells }: FileLine): OrderLine {
  const said = columns.map((name, at) => [name, cells[at]?.trim() ?? ''] as const);
  const beyond = cells.filter((_, at) => (columns[at] ?? '') === '');
  return {
    line,
    cells: Object.fromEntries(said.filter(([name, cell]) => name !== '' && cell !== '')),
    surplus: beyond.some((cell) => cell.trim() !== ''),
  };
}
