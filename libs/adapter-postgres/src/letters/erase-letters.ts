import type pg from 'pg';
import type { Whose } from '@cellrelay/use-cases';
import * as sql from './letter-sql.js';

/** Erases what was written on somebody's behalf, for good, in the transaction that erases them. What the other side has is that side's. */
export async function eraseLetters(client: pg.ClientBase, { shipment, side, subject }: Whose): Promise<void> {
  const values = [shipment, side, subject];
  for (const text of [sql.passedErased, sql.lettersErased, sql.keysErased, sql.textsErased])
    await client.query(text, values);
}
