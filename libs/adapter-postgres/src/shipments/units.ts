import type { ShipmentId } from '@cellrelay/kernel';
import { unitTaken, type BoardRow, type UnitHolder } from '@cellrelay/use-cases';
import type { Refusal } from '@cellrelay/shipment';
import { textOf } from '../error-text.js';
import type { Asked } from './log.js';

/** Of whose unit it is asked: `first` says whether the shipment is only being opened. */
export interface Ordering {
  readonly shipment: ShipmentId;
  readonly first: boolean;
  readonly row: Pick<BoardRow, 'unit' | 'example'>;
}

const holder = `select reference, not live as "usedUp" from cellrelay.shipment
  where unit = $1 and example = $2 and id <> $3 order by live desc, id limit 1`;

/** The refusal of an order whose unit another shipment has; undefined where none has it. Examples are held against examples only. */
export async function takenUnit(asked: Asked, { shipment, first, row }: Ordering): Promise<Refusal | undefined> {
  const { unit, example } = row;
  if (unit === null) return undefined;
  const values = [unit, example, shipment];
  const found = await asked.query<UnitHolder>({ name: 'unit-holder', text: holder, values });
  return found.rows[0] === undefined ? undefined : unitTaken({ unit, first }, found.rows[0]);
}

/** Whether the database turned a row down because another open shipment has its unit. */
export function isUnitMet(error: unknown): boolean {
  return textOf(error, 'code') === '23505' && textOf(error, 'constraint') === 'shipment_unit';
}
