import type { ShipmentCommand } from './shipment.js';
import type { StageName } from './stage.js';

export type CommandName = ShipmentCommand['name'];

/** Commands that the shipment's own process and the bells issue. No person sends them, and no sentence to a person names them. */
export const systemCommandNames = [
  'PlanCollection',
  'CloseShipment',
  'CallUpCollectionDay',
  'StandDownCollectionDay',
  'ConfirmPlan',
  'StandDownPlan',
  'CoverBorders',
  'CoverCheckpoints',
  'RingDeadline',
  'HandCallToPerson',
  'ParkItem',
] as const satisfies readonly CommandName[];

/** The stage that each command belongs to: its revision is what If-Match states. */
export const commandStages: Readonly<Record<CommandName, StageName>> = {
  OpenShipment: 'order',
  RecordRegistryConsent: 'order',
  CloseShipment: 'order',
  ClearDonor: 'donor-clearance',
  SuspendDonor: 'donor-clearance',
  WithdrawDonor: 'donor-clearance',
  PlanCollection: 'collection',
  StartCollection: 'collection',
  EndCollection: 'collection',
  CorrectCollectionEnd: 'collection',
  CallUpCollectionDay: 'collection',
  StandDownCollectionDay: 'collection',
  RecordStandDownTold: 'collection',
  RecordCellCount: 'cell-count',
  CorrectCellCount: 'cell-count',
  DecideOnCount: 'cell-count',
  ProposePlan: 'flight-booking',
  RecordSeatsHeld: 'flight-booking',
  RecordSeatsRefused: 'flight-booking',
  RecordSeatsTicketed: 'flight-booking',
  RecordSeatsGivenUp: 'flight-booking',
  RecordHoldLapsed: 'flight-booking',
  RecordFlightCancelled: 'flight-booking',
  RecordFlightEstimate: 'flight-booking',
  RecordDeparture: 'flight-booking',
  RecordArrival: 'flight-booking',
  RebookLeg: 'flight-booking',
  ConfirmPlan: 'flight-booking',
  StandDownPlan: 'flight-booking',
  CoverBorders: 'customs-clearance',
  RecordCustomsSubmitted: 'customs-clearance',
  RecordCustomsGranted: 'customs-clearance',
  RecordCustomsRefused: 'customs-clearance',
  AskCustomsAgain: 'customs-clearance',
  RecordCustomsWithdrawn: 'customs-clearance',
  RecordCustomsCleared: 'customs-clearance',
  CoverCheckpoints: 'xray-exemption',
  RecordExemptionRequested: 'xray-exemption',
  RecordExemptionGranted: 'xray-exemption',
  RecordExemptionRefused: 'xray-exemption',
  AskExemptionAgain: 'xray-exemption',
  RecordExemptionWithdrawn: 'xray-exemption',
  RecordSearchedByHand: 'xray-exemption',
  RecordScanned: 'xray-exemption',
  RecordScanDecision: 'xray-exemption',
  NominateCourier: 'courier',
  RecordCourierFit: 'courier',
  RecordCourierInPosition: 'courier',
  SendSubstitute: 'courier',
  PackBox: 'courier-handoff',
  HandOverToCourier: 'courier-handoff',
  DeliverToCentre: 'courier-handoff',
  RecordReceipt: 'receipt',
  AcceptProduct: 'receipt',
  RefuseProduct: 'receipt',
  StartInfusion: 'receipt',
  RingDeadline: 'alert',
  HandCallToPerson: 'alert',
  ParkItem: 'alert',
  RedriveItem: 'alert',
  AcknowledgeAlert: 'alert',
  // By itself it belongs to no stage: see stageOf.
  CorrectFact: 'order',
};

/** The stage that a command moves: a correction moves that of the fact it corrects. */
export function stageOf(command: ShipmentCommand): StageName {
  return commandStages[command.name === 'CorrectFact' ? command.data.corrected.name : command.name];
}
