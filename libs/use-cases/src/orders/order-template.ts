import { csvLine } from '../csv/csv-line.js';
import { orderColumns } from './order-columns.js';

/** A file to fill in: every column by its name, and one invented order. Opens in a spreadsheet as it is. */
export function orderTemplate(): string {
  return csvLine(orderColumns.map(({ name }) => name)) + csvLine(orderColumns.map(({ example }) => example || null));
}
