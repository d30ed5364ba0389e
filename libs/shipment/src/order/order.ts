import type { Instant, LocalDate, ShipmentId, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { Policy } from '../policy.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** A place in the shipment's life: an organisation with its own clock. */
export interface Site {
  readonly name: string;
  readonly city: string;
  readonly zone: Zone;
}

/** The parties of a shipment. No person of donor or recipient is ever among them. */
export interface Parties {
  readonly donorRegistry: Site;
  readonly patientRegistry: Site;
  readonly collectionCentre: Site;
  readonly transplantCentre: Site;
}

/** What one recipient is to get. `ref` is a label such as R1; who it is stands elsewhere. */
export interface RecipientOrder {
  readonly ref: string;
  readonly weightKg: number;
  readonly requestedCd34PerKgE6: number;
  readonly minimumCd34PerKgE6: number;
}

/** The formal request, as far as the transport is concerned. */
export interface OrderDetails {
  readonly shipment: ShipmentId;
  /** The coordinator's own number: CR-26-0412. */
  readonly reference: string;
  /** True for invented shipments, which can never reach a real desk or channel. */
  readonly example: boolean;
  readonly parties: Parties;
  readonly product: 'HPC-A';
  readonly minCelsius: number;
  readonly maxCelsius: number;
  /** The donor's GRID without spaces. */
  readonly donorGrid: string;
  readonly recipients: readonly RecipientOrder[];
  /** One or two days in the collection centre's calendar; the second is the reserve. */
  readonly collectionDays: readonly LocalDate[];
  /** When collecting starts on each day, HH:mm in the collection centre's clock. */
  readonly collectionStartsAtClock: string;
  /** Minutes from receipt at the transplant centre to the start of infusion; they come off the limit. */
  readonly receiptToInfusionMinutes: number;
}

/** closed: the cells were infused or cryopreserved; stopped: the count or the donor ended it; cancelled: somebody's word did. */
export type OrderStatus = 'none' | 'open' | 'closed' | 'stopped' | 'cancelled';

/** Whose word a cancellation is. */
export const cancellers = ['donor', 'donor-registry', 'transplant-centre', 'collection-centre', 'other'] as const;
export type Canceller = (typeof cancellers)[number];

/** Why shipments are cancelled: data, since figures count them (standards.md 0.10, S22). */
export const cancellationCodes = [
  'donor-medical',
  'donor-unavailable',
  'donor-withdrew',
  'patient-condition',
  'patient-died',
  'other-donor-chosen',
  'logistics',
  'other',
] as const;
export type CancellationCode = (typeof cancellationCodes)[number];

/** What becomes of cells that have been collected. The centre's word; software discards nothing. */
export const cellsFates = ['none', 'cryopreserve-at-origin', 'deliver-anyway', 'discarded-by-centre'] as const;
export type CellsFate = (typeof cellsFates)[number];

/** Whoever must know that a shipment was cancelled. */
export const partyNames = [
  'collection-centre',
  'transplant-centre',
  'courier',
  'donor-registry',
  'patient-registry',
] as const;
export type PartyName = (typeof partyNames)[number];

/** A second person, for what is grave. */
export interface ConfirmedBy {
  readonly person: string;
  readonly organisation: string;
}

/** The cancellation as it stands. Cells that are delivered anyway keep the shipment open until they are dealt with. */
export interface Cancellation {
  readonly at: ZonedInstant;
  readonly recordedAt: Instant;
  readonly by: Canceller;
  readonly code: CancellationCode;
  readonly words: string;
  readonly cells: CellsFate;
  readonly confirmedBy: ConfirmedBy | null;
}

export interface OrderState {
  readonly status: OrderStatus;
  readonly details: OrderDetails | null;
  /** The policy that this shipment is run by, pinned by an event. */
  readonly policy: Policy | null;
  readonly aboveRegistryCeiling: boolean;
  readonly registryConsent: boolean;
  readonly warnings: readonly string[];
  readonly cancellation: Cancellation | null;
  /** Which parties have been told of the cancellation, and when. */
  readonly told: Readonly<Partial<Record<PartyName, ZonedInstant>>>;
}

export type OpenShipment = CommandOf<'OpenShipment', OrderDetails & { readonly policy: Policy }>;
/** The donor's registry agrees in writing to a request above its ceiling. */
export type RecordRegistryConsent = CommandOf<'RecordRegistryConsent', { readonly evidence: string }>;
export type Outcome = 'infused' | 'stopped' | 'cancelled';
/** Issued by process.ts when the last bag is infused, when everything is stopped, or upon a cancellation. */
export type CloseShipment = CommandOf<'CloseShipment', { readonly outcome: Outcome }>;
/** The end by somebody's word, from whatever state. While cells are delivered anyway it may be stated anew. */
export type CancelShipment = CommandOf<
  'CancelShipment',
  {
    readonly by: Canceller;
    readonly code: CancellationCode;
    readonly words: string;
    readonly statedAt: ZonedInstant;
    readonly cells: CellsFate;
    /** Another person than who states it, wherever cells exist or a patient's conditioning has started. */
    readonly confirmedBy: ConfirmedBy | null;
  }
>;
export type RecordPartyTold = CommandOf<
  'RecordPartyTold',
  { readonly party: PartyName; readonly toldAt: ZonedInstant }
>;
export type OrderCommand = OpenShipment | RecordRegistryConsent | CancelShipment | RecordPartyTold | CloseShipment;

export type ShipmentOpened = EventOf<'ShipmentOpened', OrderDetails>;
export type PolicyPinned = EventOf<'PolicyPinned', { readonly policy: Policy }>;
export type RequestAboveCeilingMarked = EventOf<
  'RequestAboveCeilingMarked',
  { readonly ceilingCd34PerKgE6: number; readonly recipients: readonly string[] }
>;
export type RequestBelowFloorWarned = EventOf<
  'RequestBelowFloorWarned',
  { readonly floorCd34PerKgE6: number; readonly recipients: readonly string[] }
>;
export type RegistryConsentRecorded = EventOf<'RegistryConsentRecorded', { readonly evidence: string }>;
export type ShipmentCancelled = EventOf<'ShipmentCancelled', Omit<CancelShipment['data'], 'statedAt'>>;
export type PartyTold = EventOf<'PartyTold', { readonly party: PartyName }>;
export type ShipmentClosed = EventOf<'ShipmentClosed', { readonly outcome: Outcome }>;
export type OrderEvent =
  | ShipmentOpened
  | PolicyPinned
  | RequestAboveCeilingMarked
  | RequestBelowFloorWarned
  | RegistryConsentRecorded
  | ShipmentCancelled
  | PartyTold
  | ShipmentClosed;

/** `decideOrder(command, state, facts)`. */
export interface OrderFacts extends Circumstances, PartyFacts, CellsFacts {}

/** How far the cells have come. */
export interface CellsFacts {
  readonly bagsExist: boolean;
  /** A collection is running: what it has yielded is on no record yet. */
  readonly collectionRunning: boolean;
  /** The box has left the collection centre. */
  readonly boxLeft: boolean;
}

/** Who is concerned by a cancellation. */
export interface PartyFacts {
  readonly courierNamed: boolean;
  /** A patient's conditioning has started. */
  readonly patientConditioned: boolean;
}

export interface OrderAgendaFacts extends PartyFacts {
  readonly openedAt: Instant;
  readonly reportGraceMinutes: number;
}
