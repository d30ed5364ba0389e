import type { Refusal } from '@cellrelay/shipment';
import { orderColumns } from './order-columns.js';

/** How much of a file of orders is read at once. */
export const orderFileLimits = { bytes: 1024 * 1024, orders: 200 } as const;

const names = orderColumns.map(({ name }) => name);

export const ordersNoText = (what: string): Refusal => ({
  code: 'file-no-text',
  sentence: `The file is no text but ${what}. Save the table as CSV, and send that.`,
});

export const ordersEmpty: Refusal = { code: 'file-empty', sentence: 'The file is empty.' };

export const ordersWithoutTable: Refusal = {
  code: 'orders-without-table',
  sentence: 'The file has no table of orders: its first line names the columns, and one of them is reference.',
  allowed: names,
};

export const ordersColumnUnknown = (said: string): Refusal => ({
  code: 'orders-column-unknown',
  sentence: `There is no column "${said.slice(0, 60)}", and nothing is passed over silently: take it out, or name one that there is.`,
  allowed: names,
});

export const ordersColumnTwice = (name: string): Refusal => ({
  code: 'orders-column-twice',
  sentence: `The column ${name} stands there twice.`,
});

export const ordersLineLost = (line: number, why: string): Refusal => ({
  code: 'orders-line-unreadable',
  sentence: `From line ${line} on the file cannot be read: ${why}.`,
});

export const tooManyOrders: Refusal = {
  code: 'too-many',
  sentence: `A file may have ${orderFileLimits.orders} orders. Send it in parts.`,
};
