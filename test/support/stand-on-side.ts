import type { Side } from '@cellrelay/use-cases';
import type pg from 'pg';

/** Puts an organisation on a side of a shipment, as the database's owner. */
export async function standOnSide(
  owner: Pick<pg.Client, 'query'>,
  { shipment, side, organisation }: { readonly shipment: string; readonly side: Side; readonly organisation: string },
): Promise<void> {
  await owner.query('insert into cellrelay.identity_reader values ($1, $2, $3)', [shipment, side, organisation]);
}
