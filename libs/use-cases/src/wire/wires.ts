import type { Airports } from '../ports.js';
import { alertWires } from './alert.wire.js';
import { cellCountWires } from './cell-count.wire.js';
import { collectionWires } from './collection.wire.js';
import type { PersonCommandName, Wires } from './command-wire.js';
import { correctFactWires } from './correct-fact.wire.js';
import { courierHandoffWires } from './courier-handoff.wire.js';
import { courierWires } from './courier.wire.js';
import { customsClearanceWires } from './customs-clearance.wire.js';
import { donorClearanceWires } from './donor-clearance.wire.js';
import { flightBookingWires } from './flight-booking.wire.js';
import { orderWires } from './order.wire.js';
import { receiptWires } from './receipt.wire.js';
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
    ...courierWires,
    ...courierHandoffWires,
    ...receiptWires,
    ...alertWires,
    ...correctFactWires,
  };
}
