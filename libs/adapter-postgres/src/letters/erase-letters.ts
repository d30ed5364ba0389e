import type pg from 'pg';
import type { Whose } from '@cellrelay/use-cases';
import * as sql from './letter-sql.js';

/**
 * Erases what was written on somebody's behalf, for good, in the transaction that erases them, and answers how many letters that were. What was released to the other side is
 * that side's. Throws where the wall kept any of it.
 */
export async function eraseLetters(client: pg.ClientBase, { shipment, side, subject }: Whose): Promise<number> {
  const values = [shipment, side, subject];
  const { rows } = await client.query<{ says: boolean }>(sql.allHeld, values);
  for (const text of [sql.passedErased, sql.lettersErased, sql.keysErased, sql.textsErased])
    await client.query(text, values);
  const [row] = (await client.query<{ left: boolean }>(sql.anyLeft, values)).rows;
  if (row?.left !== false) throw new Error('the wall kept letters of somebody who was to be erased');
  return rows.filter(({ says }) => says).length;
}
