import type { Side } from '@cellrelay/use-cases';
import type pg from 'pg';

/** Puts an organisation on a side of a shipment, as the database's owner; the next commit of the shipment writes anew who stands in it. */
export async function standOnSide(
  owner: Pick<pg.Client, 'query'>,
  { shipment, side, organisation }: { readonly shipment: string; readonly side: Side; readonly organisation: string },
): Promise<void> {
  const part = `(select case kind when 'registry' then $2 || '-registry' else kind end from cellrelay.organisation where id = $3::uuid)`;
  await owner.query(`insert into cellrelay.shipment_part (shipment, part, holder) values ($1, ${part}, $3)`, [
    shipment,
    side,
    organisation,
  ]);
}
