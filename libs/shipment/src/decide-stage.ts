import type { Result } from '@cellrelay/kernel';
import type { AlertCommand } from './alert/alert.js';
import { decideAlert } from './alert/alert.decide.js';
import type { CellCountCommand } from './cell-count/cell-count.js';
import { decideCellCount } from './cell-count/cell-count.decide.js';
import type { CollectionCommand } from './collection/collection.js';
import { decideCollection } from './collection/collection.decide.js';
import { commandStages } from './commands.js';
import type { CourierHandoffCommand } from './courier-handoff/courier-handoff.js';
import { decideCourierHandoff } from './courier-handoff/courier-handoff.decide.js';
import type { CourierCommand } from './courier/courier.js';
import { decideCourier } from './courier/courier.decide.js';
import type { CustomsClearanceCommand } from './customs-clearance/customs-clearance.js';
import { decideCustomsClearance } from './customs-clearance/customs-clearance.decide.js';
import type { DeviationCommand } from './deviation/deviation.js';
import { decideDeviation } from './deviation/deviation.decide.js';
import type { DonorClearanceCommand } from './donor-clearance/donor-clearance.js';
import { decideDonorClearance } from './donor-clearance/donor-clearance.decide.js';
import {
  alertFacts,
  cellCountFacts,
  collectionFacts,
  courierFacts,
  courierHandoffFacts,
  customsClearanceFacts,
  deviationFacts,
  donorClearanceFacts,
  flightBookingFacts,
  orderFacts,
  receiptFacts,
  scansFacts,
  xrayExemptionFacts,
} from './facts.js';
import type { FlightBookingCommand } from './flight-booking/flight-booking.js';
import { decideFlightBooking } from './flight-booking/flight-booking.decide.js';
import type { OrderCommand } from './order/order.js';
import { decideOrder } from './order/order.decide.js';
import { papersFacts } from './paper-facts.js';
import type { PapersCommand } from './papers/papers.js';
import { decidePapers } from './papers/papers.decide.js';
import type { ReceiptCommand } from './receipt/receipt.js';
import { decideReceipt } from './receipt/receipt.decide.js';
import type { ScansCommand } from './scans/scans.js';
import { decideScans } from './scans/scans.decide.js';
import type { RecordedEvent, Shipment, StageCommand } from './shipment.js';
import type { Circumstances, Refusal, StageName } from './stage.js';
import { temperatureFacts } from './thermal-facts.js';
import type { TemperatureCommand } from './temperature/temperature.js';
import { decideTemperature } from './temperature/temperature.decide.js';
import type { XrayExemptionCommand } from './xray-exemption/xray-exemption.js';
import { decideXrayExemption } from './xray-exemption/xray-exemption.decide.js';

type Decide = (
  command: StageCommand,
  shipment: Shipment,
  at: Circumstances,
) => Result<readonly RecordedEvent[], Refusal>;

/** Each stage decides only its own commands: the command's stage picks the decider, so the narrowing below holds by construction. */
const deciders: Readonly<Record<StageName, Decide>> = {
  order: (command, shipment, at) =>
    decideOrder(command as OrderCommand, shipment.stages.order, orderFacts(shipment, at)),
  'donor-clearance': (command, shipment, at) =>
    decideDonorClearance(
      command as DonorClearanceCommand,
      shipment.stages['donor-clearance'],
      donorClearanceFacts(shipment, at),
    ),
  collection: (command, shipment, at) =>
    decideCollection(command as CollectionCommand, shipment.stages.collection, collectionFacts(shipment, at)),
  'cell-count': (command, shipment, at) =>
    decideCellCount(command as CellCountCommand, shipment.stages['cell-count'], cellCountFacts(shipment, at)),
  'flight-booking': (command, shipment, at) =>
    decideFlightBooking(
      command as FlightBookingCommand,
      shipment.stages['flight-booking'],
      flightBookingFacts(shipment, at),
    ),
  'customs-clearance': (command, shipment, at) =>
    decideCustomsClearance(
      command as CustomsClearanceCommand,
      shipment.stages['customs-clearance'],
      customsClearanceFacts(shipment, at),
    ),
  'xray-exemption': (command, shipment, at) =>
    decideXrayExemption(
      command as XrayExemptionCommand,
      shipment.stages['xray-exemption'],
      xrayExemptionFacts(shipment, at),
    ),
  courier: (command, shipment, at) =>
    decideCourier(command as CourierCommand, shipment.stages.courier, courierFacts(shipment, at)),
  'courier-handoff': (command, shipment, at) =>
    decideCourierHandoff(
      command as CourierHandoffCommand,
      shipment.stages['courier-handoff'],
      courierHandoffFacts(shipment, at),
    ),
  temperature: (command, shipment, at) =>
    decideTemperature(command as TemperatureCommand, shipment.stages.temperature, temperatureFacts(shipment, at)),
  papers: (command, shipment, at) =>
    decidePapers(command as PapersCommand, shipment.stages.papers, papersFacts(shipment, at)),
  receipt: (command, shipment, at) =>
    decideReceipt(command as ReceiptCommand, shipment.stages.receipt, receiptFacts(shipment, at)),
  deviation: (command, shipment, at) =>
    decideDeviation(command as DeviationCommand, shipment.stages.deviation, deviationFacts(shipment, at)),
  scans: (command, shipment, at) =>
    decideScans(command as ScansCommand, shipment.stages.scans, scansFacts(shipment, at)),
  alert: (command, shipment, at) =>
    decideAlert(command as AlertCommand, shipment.stages.alert, alertFacts(shipment, at)),
};

/** Lets the stage that a command belongs to decide it. */
export function decideStage(
  command: StageCommand,
  shipment: Shipment,
  circumstances: Circumstances,
): Result<readonly RecordedEvent[], Refusal> {
  return deciders[commandStages[command.name]](command, shipment, circumstances);
}
