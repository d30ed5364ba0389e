import type { CommandName, systemCommandNames } from '../commands.js';
import type { Standing } from './standings.js';

type Who = readonly Standing[];
type PersonCommand = Exclude<CommandName, (typeof systemCommandNames)[number]>;

const donor = { coordinator: 'donor-registry/coordinator', physician: 'donor-registry/physician' } as const;
const patient = { coordinator: 'patient-registry/coordinator', physician: 'patient-registry/physician' } as const;
const collection = {
  coordinator: 'collection-centre/coordinator',
  physician: 'collection-centre/physician',
  laboratory: 'collection-centre/laboratory',
} as const;
const transplant = {
  coordinator: 'transplant-centre/coordinator',
  physician: 'transplant-centre/physician',
  laboratory: 'transplant-centre/laboratory',
} as const;
const company = 'courier-company/coordinator';
const courier = 'courier-company/courier';

/** The operator alone, who records what parties without an account have said. */
const operatorOnly: Who = [];
const donorSide: Who = [donor.coordinator, donor.physician, collection.coordinator, collection.physician];
const donorsPhysicians: Who = [donor.physician, collection.physician];
const collecting: Who = [collection.coordinator, collection.laboratory];
const receiving: Who = [transplant.coordinator, transplant.laboratory];
const treating: Who = [transplant.coordinator, transplant.physician];
const gateways: Who = [courier, company];
const withTheBox: Who = [...collecting, ...gateways];
const anybodyWhoActs: Who = [
  ...donorSide,
  collection.laboratory,
  patient.coordinator,
  ...receiving,
  transplant.physician,
  ...gateways,
];

/**
 * Who may issue which command, besides the operator's coordinator, who may issue every one: whoever does it, or on whose word it is, in the working practice of the field
 * (cases.md). A new command without a row does not compile. What names a courier of the pool is the operator's, whose pool it is.
 */
export const commandRights: Readonly<Record<PersonCommand, Who>> = {
  OpenShipment: operatorOnly,
  NameParty: operatorOnly,
  RecordRegistryConsent: [donor.coordinator],
  ChangeProduct: operatorOnly,
  RecordBloodGroups: [transplant.laboratory],
  DecideOnProcessing: [transplant.laboratory, transplant.physician],
  AdoptPolicy: operatorOnly,
  DecideOnChangedLimit: [transplant.physician],
  CancelShipment: operatorOnly,
  RecordPartyTold: operatorOnly,
  DivertShipment: [transplant.physician, patient.coordinator],
  ClearDonor: donorsPhysicians,
  ReleaseUnit: donorSide,
  SuspendDonor: donorSide,
  WithdrawDonor: donorSide,
  DecideOnSuspension: operatorOnly,
  RecordDonorStep: donorSide,
  PlanConditioning: treating,
  RecordConditioningStarted: treating,
  NameBackup: [patient.coordinator],
  CallUponBackup: [patient.coordinator],
  WithdrawBackup: [patient.coordinator],
  PostponeCollection: [donor.coordinator, collection.coordinator],
  PostponeShipping: [donor.coordinator, collection.coordinator],
  RecordPostponementTold: operatorOnly,
  StartCollection: [collection.coordinator],
  RecordCollectionBrokenOff: [collection.coordinator, collection.physician],
  EndCollection: [collection.coordinator],
  CorrectCollectionEnd: [collection.coordinator],
  RecordStandDownTold: operatorOnly,
  SplitBag: [collection.laboratory],
  AllotBag: [transplant.physician],
  RecordCryopreservedAtOrigin: [collection.laboratory],
  RecordNotUsedAtOrigin: [collection.physician],
  RecordCellCount: [collection.laboratory],
  CorrectCellCount: [collection.laboratory],
  DecideOnCount: [collection.physician, transplant.physician],
  CryopreserveAtOrigin: [transplant.physician],
  RecordFollowUpShipment: [patient.coordinator],
  ProposePlan: [company],
  RecordSeatsHeld: [company],
  RecordSeatsRefused: [company],
  RecordSeatsTicketed: [company],
  RecordSeatsGivenUp: [company],
  RecordHoldLapsed: [company],
  RecordFlightCancelled: gateways,
  RecordFlightEstimate: gateways,
  RecordDeparture: gateways,
  RecordArrival: gateways,
  RecordNotLoaded: operatorOnly,
  RebookLeg: [company],
  RecordCustomsSubmitted: operatorOnly,
  RecordCustomsGranted: operatorOnly,
  RecordCustomsRefused: operatorOnly,
  AskCustomsAgain: operatorOnly,
  RecordCustomsWithdrawn: operatorOnly,
  RecordCustomsEscalated: operatorOnly,
  RecordReleasedFirst: operatorOnly,
  RecordRegularised: operatorOnly,
  RecordCustomsCleared: gateways,
  RecordExemptionRequested: operatorOnly,
  RecordExemptionGranted: operatorOnly,
  RecordExemptionRefused: operatorOnly,
  AskExemptionAgain: operatorOnly,
  RecordExemptionWithdrawn: operatorOnly,
  RecordExemptionNotified: operatorOnly,
  RecordXrayDemanded: gateways,
  RecordDemandEscalated: operatorOnly,
  RecordSearchedByHand: gateways,
  RecordScanned: gateways,
  RecordScanDecision: [transplant.physician],
  RecordUnplannedCheckpoint: gateways,
  NominateCourier: operatorOnly,
  RecordCourierFit: [company],
  RecordCourierInPosition: gateways,
  SendSubstitute: operatorOnly,
  BookCargo: operatorOnly,
  RecordVisa: [company],
  RecordPositioningTrip: [company],
  ChargeShipper: collecting,
  PackBox: collecting,
  HandOverToCourier: [collection.coordinator, courier],
  BindLogger: withTheBox,
  UnbindLogger: withTheBox,
  RecordLoggerHeard: withTheBox,
  RecordLoggerSilent: withTheBox,
  RecordCargoAccepted: [collection.coordinator],
  RecordCargoLoaded: operatorOnly,
  RecordCargoReady: operatorOnly,
  PlanRelay: operatorOnly,
  CancelRelay: operatorOnly,
  RecordRelayHandover: gateways,
  DeliverToCentre: [courier, ...receiving],
  IssuePapers: operatorOnly,
  RecordReceipt: receiving,
  AcceptProduct: [transplant.laboratory, transplant.physician],
  RefuseProduct: [transplant.physician],
  StartInfusion: treating,
  CorrectReceipt: receiving,
  RecordArrivalCount: [transplant.laboratory],
  CorrectArrivalCount: [transplant.laboratory],
  CorrectInfusionStart: treating,
  RecordBagNotUsed: [transplant.laboratory, transplant.physician],
  RecordFollowUp: treating,
  OpenDeviation: anybodyWhoActs,
  GradeDeviation: operatorOnly,
  RecordPartnerTold: operatorOnly,
  RecordRapidAlert: operatorOnly,
  RecordSpearSubmitted: operatorOnly,
  CloseDeviation: operatorOnly,
  CorrectDeviation: operatorOnly,
  WithdrawScan: operatorOnly,
  RedriveItem: operatorOnly,
  AcknowledgeAlert: operatorOnly,
  // It begins with the log as it stands, which is the operator's.
  CorrectFact: operatorOnly,
};

/** Whether one of these standings may issue that command. A command of the system is nobody's. */
export function mayIssue(held: readonly Standing[], command: string): boolean {
  if (!Object.hasOwn(commandRights, command)) return false;
  const allowed = commandRights[command as PersonCommand];
  return held.some((standing) => standing === 'operator/coordinator' || allowed.includes(standing));
}

/** Whose word somebody outside the operator may give as their own; of everybody else's, the operator records it. By what a body calls them. */
const ownWords: Readonly<Record<string, Who>> = {
  'collection-physician': [collection.physician],
  'transplant-physician': [transplant.physician],
  'receiving-laboratory': [transplant.laboratory],
  'patient-registry': [patient.coordinator],
  'donor-registry': [donor.coordinator],
  donor: [donor.coordinator, collection.coordinator],
  'collection-centre': [collection.coordinator],
  bank: [collection.coordinator],
};

/** Whether one of these standings may decide on that word. */
export function mayGiveWord(held: readonly Standing[], whose: string): boolean {
  const own = Object.hasOwn(ownWords, whose) ? (ownWords[whose] ?? []) : [];
  return held.some((standing) => standing === 'operator/coordinator' || own.includes(standing));
}
