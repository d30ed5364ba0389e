import type { Database } from '@cellrelay/adapter-postgres';
import { commandIdOf, type ShipmentId } from '@cellrelay/kernel';
import { newUuid } from '@cellrelay/platform';
import { rederive } from '@cellrelay/use-cases';

const batch = 100;

/**
 * Brings every shipment that another release left behind to what this one derives from its log. One that cannot be is told of and left as it is: the
 * others are not to wait for it. Those of a later release are left alone where only `earlier` ones are wanted. Asked to end, it ends after the one at hand. Answers how many were brought up to date.
 */
export async function rederiveStale(
  { shipments }: Pick<Database, 'shipments'>,
  failed: (shipment: ShipmentId, error: unknown) => void,
  which: 'other' | 'earlier' = 'other',
  ending: () => boolean = () => false,
): Promise<number> {
  const next = (after: ShipmentId | null): Promise<readonly ShipmentId[]> => shipments.stale(after, batch, which);
  let done = 0;
  let last: ShipmentId | null = null;
  for (let ids = await next(last); ids.length > 0; ids = await next(last)) {
    for (const shipment of ids) {
      if (ending()) return done;
      last = shipment;
      done += await rederiveOne(shipments, shipment).catch((error: unknown) => {
        failed(shipment, error);
        return 0;
      });
    }
  }
  return done;
}

async function rederiveOne(shipments: Database['shipments'], shipment: ShipmentId): Promise<number> {
  // A new id each time: brought forward, back and forward again, it is derived three times.
  const id = commandIdOf(`rederive/${shipment}/${newUuid()}`);
  if (id === undefined) throw new Error('a command id could not be made');
  const outcome = await rederive(shipments, shipment, id);
  return outcome.kind === 'committed' ? 1 : 0;
}
