import { alertTable } from './alert/alert.transitions.js';
import { cellCountTable } from './cell-count/cell-count.transitions.js';
import { collectionDayTable, postponementTable } from './collection/collection.transitions.js';
import { handoffTable } from './courier-handoff/courier-handoff.transitions.js';
import { courierTable } from './courier/courier.transitions.js';
import { calendarsTable, customsRequestTable } from './customs-clearance/customs-clearance.transitions.js';
import { deviationTable } from './deviation/deviation.transitions.js';
import {
  backupTable,
  conditioningTable,
  donorClearanceTable,
  donorStepTable,
} from './donor-clearance/donor-clearance.transitions.js';
import { bookingTable, planTable } from './flight-booking/flight-booking.transitions.js';
import { orderTable, partyTable } from './order/order.transitions.js';
import { paperTable } from './papers/papers.transitions.js';
import { followUpTable, receiptTable } from './receipt/receipt.transitions.js';
import { scanTable } from './scans/scans.transitions.js';
import type { StageName } from './stage.js';
import { loggerTable } from './temperature/temperature.transitions.js';
import type { TransitionTable } from './transitions.js';
import { exemptionTable, unplannedCheckpointTable } from './xray-exemption/xray-exemption.transitions.js';

/** Every stage's tables of allowed moves, in the order of the stages: what charts, checks and forms are made from. */
export const stageTables: readonly { readonly stage: StageName; readonly table: TransitionTable }[] = [
  { stage: 'order', table: orderTable },
  { stage: 'order', table: partyTable },
  { stage: 'donor-clearance', table: donorClearanceTable },
  { stage: 'donor-clearance', table: donorStepTable },
  { stage: 'donor-clearance', table: conditioningTable },
  { stage: 'donor-clearance', table: backupTable },
  { stage: 'collection', table: collectionDayTable },
  { stage: 'collection', table: postponementTable },
  { stage: 'cell-count', table: cellCountTable },
  { stage: 'flight-booking', table: planTable },
  { stage: 'flight-booking', table: bookingTable },
  { stage: 'customs-clearance', table: customsRequestTable },
  { stage: 'customs-clearance', table: calendarsTable },
  { stage: 'xray-exemption', table: exemptionTable },
  { stage: 'xray-exemption', table: unplannedCheckpointTable },
  { stage: 'courier', table: courierTable },
  { stage: 'courier-handoff', table: handoffTable },
  { stage: 'temperature', table: loggerTable },
  { stage: 'papers', table: paperTable },
  { stage: 'receipt', table: receiptTable },
  { stage: 'receipt', table: followUpTable },
  { stage: 'deviation', table: deviationTable },
  { stage: 'scans', table: scanTable },
  { stage: 'alert', table: alertTable },
];
