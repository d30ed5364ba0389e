import { plusMinutes, type Instant } from '@cellrelay/kernel';
import {
  bagNames,
  clockedBags,
  governingBag,
  receiptToInfusionMinutesOf,
  type ClockedBag,
  type Shipment,
} from '@cellrelay/shipment';
import { endsOf } from './places.js';
import { standingAlerts } from './standing-alerts.js';
import type { TimelineEntryView } from './views.js';

/** Target and limit of every bag whose clock runs, and the latest arrival that still meets the governing one. */
export function limitsOn(shipment: Shipment): readonly TimelineEntryView[] {
  const running = clockedBags(shipment).filter((bag) => bag.endedAt === null);
  return [...running.flatMap((bag) => linesOf(shipment, bag)), ...latestArrivalOn(shipment)];
}

function linesOf(shipment: Shipment, bag: ClockedBag): readonly TimelineEntryView[] {
  const name = bagNames(shipment).get(bag.id) ?? 'bag';
  const missed = (line: string) => standingAlerts(shipment).some(({ cause }) => cause.key === `infusion-after-${line}`);
  return [
    limit(shipment, {
      at: bag.clock.targetAt,
      what: `Target of the ${name}`,
      missed: missed('target') || missed('limit'),
    }),
    limit(shipment, { at: bag.clock.limitAt, what: `Limit of the ${name}`, missed: missed('limit') }),
  ];
}

/** The clock ends when infusion starts, so the centre's time from receipt to infusion comes off the limit. */
function latestArrivalOn(shipment: Shipment): readonly TimelineEntryView[] {
  const bag = governingBag(shipment);
  const received = shipment.stages.receipt.receivedAt !== null;
  if (bag === undefined || received) return [];
  const at = plusMinutes(bag.clock.limitAt, -receiptToInfusionMinutesOf(shipment));
  return [limit(shipment, { at, what: 'Latest arrival at the transplant centre', missed: false })];
}

function limit(shipment: Shipment, line: { at: Instant; what: string; missed: boolean }): TimelineEntryView {
  const { at, what, missed } = line;
  return { at, shownIn: endsOf(shipment).to, what, kind: 'limit', tone: missed ? 'trouble' : 'waiting', plan: null };
}
