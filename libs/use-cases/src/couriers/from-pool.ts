import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { courierJourney, orderOf, type Refusal, type Shipment } from '@cellrelay/shipment';
import type { CourierPool, PooledCourier } from '../couriers.port.js';
import type { ShipmentStore } from '../ports.js';
import { asStated } from '../questions/action-subject.js';

/** Where persons of the pool may stand in a command's body. */
const fields: Readonly<Record<string, readonly string[]>> = {
  NominateCourier: ['courier', 'substitute'],
  SendSubstitute: ['nextSubstitute'],
};

/** The pool, and where the other shipments of its couriers are read. */
export interface PoolReading {
  readonly pool: Pick<CourierPool, 'find' | 'nominatedFor'>;
  readonly store: Pick<ShipmentStore, 'load'>;
}

type Body = Readonly<Record<string, unknown>>;

/**
 * A command's body with what the pool knows of the couriers that it names by their id: what is left out is copied in, so that the log
 * says what was known and never asks the pool again. An id that the pool does not know is refused.
 */
export async function filledFromPool(
  named: { readonly shipment: ShipmentId; readonly name: string; readonly body: unknown },
  reading: PoolReading,
): Promise<Result<unknown, readonly Refusal[]>> {
  let body = named.body;
  for (const field of fields[named.name] ?? []) {
    const person = isBody(body) ? body[field] : undefined;
    const id = isBody(person) ? person['poolId'] : undefined;
    if (!isBody(body) || !isBody(person) || typeof id !== 'string') continue;
    const found = await reading.pool.find(id);
    if (found === null) return err([notInPool(id, field)]);
    const alsoOn = await otherJourneys(found, named.shipment, reading);
    body = { ...body, [field]: { ...asPerson(found), alsoOn, ...person } };
  }
  return ok(body);
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notInPool(id: string, field: string): Refusal {
  const sentence = `The pool has no courier ${id.slice(0, 40)}.`;
  return { code: 'no-such-courier', sentence, at: `/${field}/poolId` };
}

function asPerson({ name, company, phone, basedIn, restUntil }: PooledCourier): Body {
  return { name, company, phone, basedIn, restUntil: restUntil === null ? null : asStated(restUntil) };
}

async function otherJourneys(
  courier: PooledCourier,
  shipment: ShipmentId,
  { pool, store }: PoolReading,
): Promise<readonly object[]> {
  const others = (await pool.nominatedFor(courier.id)).filter((each) => each !== shipment);
  const loaded = await Promise.all(others.map((each) => store.load(each)));
  return loaded.flatMap((each) => (each === null ? [] : journeyOf(each)));
}

function journeyOf(other: Shipment): readonly object[] {
  const { firstDay, lastDay } = courierJourney(other);
  if (firstDay === null) return [];
  return [{ reference: orderOf(other).details.reference, from: firstDay, until: lastDay ?? firstDay }];
}
