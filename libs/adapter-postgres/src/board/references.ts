import type pg from 'pg';
import type { Referred } from '@cellrelay/use-cases';
import { withoutNul } from '../plain-text.js';

/** The search text begins with the reference, in lower case by the same rules as what is asked for, whatever the server's locale. */
const referred = `
select id as shipment, reference from cellrelay.shipment
where left(search_text, char_length(reference)) = any ($1::text[]) order by id`;

/** The shipments of these references, in any case: one look at all of them. */
export async function shipmentsReferred(pool: pg.Pool, references: readonly string[]): Promise<readonly Referred[]> {
  const wanted = references.map((reference) => withoutNul(reference).toLowerCase());
  return (await pool.query<Referred>({ name: 'board-references', text: referred, values: [wanted] })).rows;
}
