import type { Instant, LocalDate, ShipmentId, Zone } from '@cellrelay/kernel';
import type { Policy } from '../policy.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** A place in the shipment's life: an organisation with its own clock. */
export interface Site {
  readonly name: string;
  readonly city: string;
  readonly zone: Zone;
  /** ISO 3166-1 alpha-2, where it was stated. */
  readonly country?: string | undefined;
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

export type OrderStatus = 'none' | 'open' | 'closed' | 'stopped';

export interface OrderState {
  readonly status: OrderStatus;
  readonly details: OrderDetails | null;
  /** The policy that this shipment is run by, pinned by an event. */
  readonly policy: Policy | null;
  readonly aboveRegistryCeiling: boolean;
  readonly registryConsent: boolean;
  readonly warnings: readonly string[];
}

export type OpenShipment = CommandOf<'OpenShipment', OrderDetails & { readonly policy: Policy }>;
/** The donor's registry agrees in writing to a request above its ceiling. */
export type RecordRegistryConsent = CommandOf<'RecordRegistryConsent', { readonly evidence: string }>;
/** Issued by process.ts when the last bag is infused, or when everything is stopped. */
export type CloseShipment = CommandOf<'CloseShipment', { readonly outcome: 'infused' | 'stopped' }>;
export type OrderCommand = OpenShipment | RecordRegistryConsent | CloseShipment;

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
export type ShipmentClosed = EventOf<'ShipmentClosed', { readonly outcome: 'infused' | 'stopped' }>;
export type OrderEvent =
  | ShipmentOpened
  | PolicyPinned
  | RequestAboveCeilingMarked
  | RequestBelowFloorWarned
  | RegistryConsentRecorded
  | ShipmentClosed;

/** `decideOrder(command, state, facts)`. */
export type OrderFacts = Circumstances;

export interface OrderAgendaFacts {
  readonly openedAt: Instant;
}
