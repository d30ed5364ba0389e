import type { Airports } from '../ports.js';
import { afterDeliveryWires } from './after-delivery.wire.js';
import { alertWires } from './alert.wire.js';
import { cellCountWires } from './cell-count.wire.js';
import { collectionWires } from './collection.wire.js';
import type { PersonCommandName, Wires } from './command-wire.js';
import { correctFactWires } from './correct-fact.wire.js';
import { custodyWires } from './custody.wire.js';
import { customsClearanceWires } from './customs-clearance.wire.js';
import { donorClearanceWires } from './donor-clearance.wire.js';
import { flightBookingWires } from './flight-booking.wire.js';
import { orderWires } from './order.wire.js';
import { scansWires } from './scans.wire.js';
import { temperatureWires } from './temperature.wire.js';
import { xrayExemptionWires } from './xray-exemption.wire.js';

/** Every command that people may issue, with its airports looked up in that directory. */
export function wiresOver(airports: Airports): Wires<PersonCommandName> {
  return {
    ...orderWires,
    ...donorClearanceWires,
    ...collectionWires,
    ...cellCountWires,
    ...flightBookingWires(airports),
    ...customsClearanceWires,
    ...xrayExemptionWires,
    ...custodyWires(airports),
    ...temperatureWires,
    ...afterDeliveryWires,
    ...scansWires,
    ...alertWires,
    ...correctFactWires,
  };
}
