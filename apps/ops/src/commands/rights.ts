import { rightsTable } from '@cellrelay/shipment';
import { readmePart } from './readme-part.js';

/** Writes the table of rights into the README, from the tables that decide. */
export function rightsCommand(args: readonly string[]): Promise<number> {
  return Promise.resolve(readmePart('rights', rightsTable(), args));
}
