import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { courierJourney, orderOf, type Refusal, type Shipment } from '@cellrelay/shipment';
import type { CourierPool, PooledCourier } from '../couriers.port.js';
import type { ShipmentStore } from '../ports.js';
import { asStated } from '../questions/action-subject.js';

/** Where persons of the pool may stand in a command's body. */
const fields: Readonly<Record<string, readonly string[]>> = {
  NominateCourier: ['courier', 'substitute'],
  SendSubstitute: ['nextSubstitute'],
  PlanRelay: ['courier'],
};

/** A second courier takes over where they wait: how they come there, and from what, is not part of the relay. */
const relayFields: ReadonlySet<string> = new Set(['name', 'company', 'phone', 'papers']);

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
    const known = { ...asPerson(found), alsoOn: await otherJourneys(found, named.shipment, reading) };
    body = { ...body, [field]: { ...(named.name === 'PlanRelay' ? asRelay(known) : known), ...person } };
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

function asPerson({ name, company, phone, basedIn, restUntil, ...papers }: PooledCourier): Body {
  return {
    ...{ name, company, phone, basedIn, restUntil: restUntil === null ? null : asStated(restUntil) },
    papers: papersIn(papers),
  };
}

function asRelay(known: Body): Body {
  return Object.fromEntries(Object.entries(known).filter(([field]) => relayFields.has(field)));
}

/** The passport that lasts longest is travelled on; into a country whose passport somebody has, they need no visa. */
function papersIn({ trainedUntil, passports, visas }: Pick<PooledCourier, 'trainedUntil' | 'passports' | 'visas'>) {
  const [passportValidUntil] = passports
    .map(({ validUntil }) => validUntil)
    .sort()
    .reverse();
  if (passportValidUntil === undefined) return null;
  const homes = passports.filter(({ country }) => visas.every((visa) => visa.country !== country));
  const entered = homes.map(({ country }) => ({ country, standing: 'not-needed', until: null }));
  return { trainedUntil, passportValidUntil, visas: [...visas, ...entered] };
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
