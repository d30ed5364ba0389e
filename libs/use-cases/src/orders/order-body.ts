import type { Refusal } from '@cellrelay/shipment';
import { orderColumns, type OrderColumn } from './order-columns.js';
import type { OrderLine } from './order-lines.js';

/** What is wrong with a line, and in which column; null: with the line as a whole. */
export interface OrderFault {
  readonly column: string | null;
  readonly code: string;
  readonly sentence: string;
  readonly allowed: readonly string[];
}

/** The body of the opening command that a line comes to. What is wrong with it the command's own rules say. */
export function orderBody({ cells }: Pick<OrderLine, 'cells'>): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = { collectionDays: [], recipients: [] };
  for (const column of orderColumns) {
    const cell = cells[column.name];
    if (cell !== undefined) put(body, column.path, valueOf(column, cell));
  }
  labelRecipients(body['recipients'] as unknown[]);
  return body;
}

/** Each is called by its place, R1 and R2; a gap before the last is a recipient of whom nothing is said. */
function labelRecipients(recipients: unknown[]): void {
  for (let nth = 0; nth < recipients.length; nth += 1)
    recipients[nth] = { ref: `R${nth + 1}`, ...(recipients[nth] as object | undefined) };
}

function valueOf({ reads }: OrderColumn, cell: string): unknown {
  if (reads === 'number') return numberIn(cell);
  if (reads === 'yes-no') return yesNo[cell.toLowerCase()] ?? cell;
  return cell;
}

const yesNo: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  '1': true,
  no: false,
  false: false,
  '0': false,
};

/** A comma is read as a point where that can be meant only so; what is no number stays as it is, and is refused as such. */
function numberIn(cell: string): number | string {
  const plain = /^-?\d+,\d{1,2}$/.test(cell) ? cell.replace(',', '.') : cell;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : cell;
}

function put(body: Record<string, unknown>, path: OrderColumn['path'], value: unknown): void {
  let at: Record<string | number, unknown> = body;
  path.slice(0, -1).forEach((part, depth) => {
    at[part] ??= typeof path[depth + 1] === 'number' ? [] : {};
    at = at[part] as Record<string | number, unknown>;
  });
  const last = path.at(-1) as string | number;
  if (Array.isArray(at)) while (at.length < Number(last)) at.push('');
  at[last] = value;
}

/** A refusal of the opening command, said of the column that its place in the body is filled from. */
export function orderFault({ at = '', code, sentence, allowed = [] }: Refusal): OrderFault {
  const said = { code, sentence, allowed: [...allowed] };
  const exactly = orderColumns.find(({ path }) => pointer(path) === at);
  const within = orderColumns.find(({ path }) => at !== '' && pointer(path).startsWith(`${at}/`));
  return { column: (exactly ?? within)?.name ?? null, ...said };
}

const pointer = (path: OrderColumn['path']): string => `/${path.join('/')}`;
