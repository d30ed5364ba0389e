import { keptAtOrigin, type Alert, type Shipment, type StageName } from '@cellrelay/shipment';
import { standingAlerts } from './standing-alerts.js';
import { collectionShows, countShows, donorShows } from './strip-donor.js';
import { courierShows, handoverShows, infusionShows, receiptShows } from './strip-custody.js';
import type { Shows, StripMark } from './strip-marks.js';
import { customsShow, flightsShow, xrayShows } from './strip-travel.js';
import { stripNames } from './views.js';

type StripName = StripMark['name'];

const tellers: Readonly<Record<StripName, (shipment: Shipment) => Shows>> = {
  donor: donorShows,
  collection: collectionShows,
  count: countShows,
  flights: flightsShow,
  customs: customsShow,
  xray: xrayShows,
  courier: courierShows,
  handover: handoverShows,
  receipt: receiptShows,
  infusion: infusionShows,
};

/** The ten marks of a shipment, each with a few words. A standing alert of weight makes its stage's mark trouble. */
export function stripOf(shipment: Shipment): readonly StripMark[] {
  const troubled = new Set(
    standingAlerts(shipment)
      .filter(({ cause }) => cause.severity !== 'notice')
      .map(stripNameOf),
  );
  const says = overSays(shipment);
  return stripNames.map((name) => {
    const shown = tellers[name](shipment);
    if (says !== undefined) return { name, ...asOver(shown, says) };
    return { name, ...shown, mark: troubled.has(name) ? 'trouble' : shown.mark };
  });
}

/** What the marks of a shipment that is over say instead of waiting; frozen where it was collected, it travels nowhere either. */
function overSays({ stages: { order, collection, receipt } }: Shipment): string | undefined {
  if (order.status === 'stopped' || order.status === 'cancelled') return order.status;
  return order.status === 'closed' && cellsStayed({ stages: { collection, receipt } }) ? 'frozen at origin' : undefined;
}

/** Frozen where they were collected, while none of the others' came to their centre. */
function cellsStayed({ stages }: { readonly stages: Pick<Shipment['stages'], 'collection' | 'receipt'> }): boolean {
  return keptAtOrigin(stages.collection).length > 0 && stages.receipt.ended.length === 0;
}

/** A shipment that is over waits for nothing any more. */
function asOver(shown: Shows, says: string): Shows {
  return shown.mark === 'done' || shown.mark === 'not-needed' ? shown : { mark: 'not-needed', says };
}

const stripNameByStage: Readonly<Partial<Record<StageName, StripName>>> = {
  'donor-clearance': 'donor',
  collection: 'collection',
  'cell-count': 'count',
  'flight-booking': 'flights',
  'customs-clearance': 'customs',
  'xray-exemption': 'xray',
  courier: 'courier',
  'courier-handoff': 'handover',
  temperature: 'handover',
  receipt: 'receipt',
};

/** Whose mark an alert turns. Of the receipt stage, what concerns the clock is the infusion's; an order's trouble has no mark. */
export function stripNameOf({ cause }: Alert): StripName | undefined {
  if (cause.stage === 'receipt' && /infusion|bag-(target|limit)|shipper-(target|hold)/.test(cause.key))
    return 'infusion';
  return stripNameByStage[cause.stage];
}
