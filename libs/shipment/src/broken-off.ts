import { isBrokenOff } from './collection/collection.postponing.js';
import type { BrokenOffAgendaFacts } from './donor-clearance/donor-clearance.js';
import type { Shipment } from './shipment.js';

/** The day that was broken off, where no cells came of any, and what can be collected instead: nothing where the order is cancelled. Null while cells came, or may. */
export function brokenOffFacts({ stages }: Shipment): BrokenOffAgendaFacts | null {
  const { days } = stages.collection;
  const off = days.findLast(({ status }) => status === 'broken-off');
  const withdrawn = stages['donor-clearance'].status === 'withdrawn';
  if (off === undefined || !isBrokenOff(days) || withdrawn) return null;
  const over = stages.order.cancellation !== null;
  return {
    day: off.day,
    reason: off.brokenOff?.reason ?? '',
    secondDayReserved: !over && days.some(({ day, status }) => day === 2 && status === 'reserved'),
    canBePostponed: !over,
  };
}
