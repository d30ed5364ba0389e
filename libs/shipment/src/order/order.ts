import type { Instant, LocalDate, ShipmentId, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { ConfirmedBy, Word } from '../decisions.js';
import type { AboMismatch, BloodGroup } from '../blood-groups.js';
import type { Policy } from '../policy.js';
import type { DoseRequest, Metric, Product } from '../products.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';
import type { AdoptionCommand, AdoptionEvent, ChangedLimit } from './order.adoption.js';
import type { Cancellation, CancellationCode, Canceller, CellsFate, PartyName } from './order.cancellation.js';
import type { FormerParty, NamedParties, NameParty, PartyNamed } from './order.parties.js';

/** A place in the shipment's life: an organisation with its own clock. */
export interface Site {
  readonly name: string;
  readonly city: string;
  readonly zone: Zone;
  /** ISO 3166-1 alpha-2, where it was said: whose checklist is asked on receipt, and what figures count a destination by. */
  readonly country?: string | undefined;
}

/** The parties of a shipment. No person of donor or recipient is ever among them. */
export interface Parties {
  readonly donorRegistry: Site;
  readonly patientRegistry: Site;
  readonly collectionCentre: Site;
  readonly transplantCentre: Site;
}

/** The classes that a frozen unit's product code names: stored at that temperature or colder (readings.md). */
export type StorageClass = -150 | -120;

/** What an order says of a banked unit, which is in the bank's tank already: nothing is collected or counted for it. */
export interface BankedUnit {
  readonly din: string;
  readonly productCode: string;
  readonly volumeMl: number;
  /** The bank's own figures, before freezing. */
  readonly tncE8: number;
  readonly cd34E6: number;
  readonly storedAtOrBelowCelsius: StorageClass;
  /** The day on which it is to leave the bank, in the bank's calendar; from when on stands in `collectionStartsAtClock`. */
  readonly shipOn: LocalDate;
  /** First day of the recipient's conditioning, in the transplant centre's calendar; null while it is not planned. */
  readonly conditioningStartsOn: LocalDate | null;
}

/** What one recipient is to get. `ref` is a label such as R1; who it is stands elsewhere. */
export interface RecipientOrder {
  readonly ref: string;
  readonly weightKg: number;
  /** Which weight the centre reckons doses by: as weighed, or one worked out from height and build. */
  readonly weightBasis: 'actual' | 'ideal' | 'adjusted';
  /** One for each metric, the product's own among them. */
  readonly doses: readonly DoseRequest[];
  readonly bloodGroup: BloodGroup | null;
}

/** The formal request, as far as the transport is concerned. */
export interface OrderDetails {
  readonly shipment: ShipmentId;
  /** The coordinator's own number: CR-26-0412. */
  readonly reference: string;
  /** True for invented shipments, which can never reach a real desk or channel. */
  readonly example: boolean;
  readonly parties: Parties;
  readonly product: Product;
  readonly minCelsius: number;
  readonly maxCelsius: number;
  /** The donor's GRID without spaces. Null for a unit of a bank that knows none: its DIN tells which unit it is. */
  readonly donorGrid: string | null;
  /** Of a banked product only. */
  readonly unit: BankedUnit | null;
  /** Marrow is limited by it (mL per kg of donor); null where nothing needs it. */
  readonly donorWeightKg: number | null;
  readonly donorBloodGroup: BloodGroup | null;
  readonly recipients: readonly RecipientOrder[];
  /** One or two days in the collection centre's calendar; the second is the reserve. None for a banked unit. */
  readonly collectionDays: readonly LocalDate[];
  /** When collecting starts on each day, or a banked unit can be had, HH:mm in the collection centre's clock. */
  readonly collectionStartsAtClock: string;
  /** Minutes from receipt at the transplant centre to the start of infusion, without processing; they come off the limit. */
  readonly receiptToInfusionMinutes: number;
}

/** What the receiving laboratory does to a graft of another blood group. */
export type Processing = 'red-cell-depletion' | 'plasma-depletion' | 'red-cell-and-plasma-depletion' | 'none';

/** The receiving laboratory's decision for one recipient, and the mismatch that it was taken on. */
export interface ProcessingDecision {
  readonly recipient: string;
  readonly processing: Processing;
  /** What it adds to the time from receipt to infusion. */
  readonly minutes: number;
  /** The recipient's antibody titre as its denominator, 16 for 1/16, and the centre's threshold alike; null where none was measured. */
  readonly titre: number | null;
  readonly thresholdTitre: number | null;
  readonly mismatch: AboMismatch;
}

/** closed: the cells were infused, some of them at least, or cryopreserved; stopped: the count or the donor ended it; cancelled: somebody's word did. */
export type OrderStatus = 'none' | 'open' | 'closed' | 'stopped' | 'cancelled';

/** The box goes elsewhere than it was sent: to another centre, or back. */
export interface Diversion {
  readonly kind: 'divert' | 'return';
  readonly to: Site;
  readonly decidedAt: ZonedInstant;
  readonly recordedAt: Instant;
}

export interface OrderState {
  readonly status: OrderStatus;
  readonly details: OrderDetails | null;
  /** The policy that this shipment is run by, pinned by an event; its clocks are those that the bags run by. */
  readonly policy: Policy | null;
  /** Which organisations of the register take part. */
  readonly organisations: NamedParties;
  /** Which had a part before: what they know of its side they know still. */
  readonly formerParties: readonly FormerParty[];
  /** The version that the policy's clocks are from: an older one while, or because, a changed limit was not taken for collected cells. */
  readonly clockPolicyVersion: string | null;
  /** A limit that waits for the transplant physician. */
  readonly changedLimit: ChangedLimit | null;
  readonly aboveRegistryCeiling: boolean;
  readonly registryConsent: boolean;
  readonly warnings: readonly string[];
  /** The latest decision for each recipient that there is one for. */
  readonly processing: readonly (ProcessingDecision & { readonly decidedAt: ZonedInstant })[];
  /** Where the cells were sent instead, the last one where they go now. */
  readonly diversions: readonly Diversion[];
  /** When it was closed, whatever the outcome. */
  readonly closedAt: Instant | null;
  /** How many of the collection's postponements the ordered days have followed. */
  readonly postponementsFollowed: number;
  readonly cancellation: Cancellation | null;
  /** Which parties have been told of the cancellation, and when. */
  readonly told: Readonly<Partial<Record<PartyName, ZonedInstant>>>;
}

/** A thermal profile as it is asked for: null where the policy's default for the product is meant, if it has one. */
export interface AskedProfile {
  readonly minCelsius: number | null;
  readonly maxCelsius: number | null;
}

export type OpenShipment = CommandOf<
  'OpenShipment',
  Omit<OrderDetails, keyof AskedProfile> & AskedProfile & { readonly policy: Policy }
>;
/** The donor's registry agrees in writing to a request above its ceiling. */
export type RecordRegistryConsent = CommandOf<'RecordRegistryConsent', { readonly evidence: string }>;
/**
 * What is ordered is another: the donor turns out eligible for one method only (5.6 % do, S130), or the centre asks for other
 * cells, doses, days or another temperature of the same. On the word of both sides and before any collection has begun; days, plans, temperature and clock follow from it.
 */
export type ChangeProduct = CommandOf<
  'ChangeProduct',
  AskedProfile & {
    readonly product: Product;
    readonly doses: readonly { readonly recipient: string; readonly doses: readonly DoseRequest[] }[];
    readonly donorWeightKg: number | null;
    readonly collectionDays: readonly LocalDate[];
    /** Who agreed on either side. */
    readonly wordOf: { readonly transplantCentre: string; readonly donorRegistry: string };
    readonly reason: string;
    readonly evidence: string;
  }
>;
/** Blood groups that come late, or were recorded wrongly. Null for the donor: nothing is said of it. */
export type RecordBloodGroups = CommandOf<
  'RecordBloodGroups',
  {
    readonly donor: BloodGroup | null;
    readonly recipients: readonly { readonly recipient: string; readonly bloodGroup: BloodGroup }[];
    readonly reason: string;
  }
>;
/** Stands in the order and not in the count: it hangs on the blood groups alone, is due before anything is collected, and may be changed at any time after. */
export type DecideOnProcessing = CommandOf<
  'DecideOnProcessing',
  Omit<ProcessingDecision, 'mismatch'> & {
    readonly decidedAt: ZonedInstant;
    readonly wordOf: { readonly role: 'receiving-laboratory' | 'transplant-physician'; readonly person: string };
    readonly reason: string;
  }
>;
/** Issued by process.ts when the collection is postponed: the order has the new days from then on, so that there is one truth for them. */
export type MoveOrderedDays = CommandOf<
  'MoveOrderedDays',
  {
    /** Which postponement of the collection, from 1. */
    readonly postponement: number;
    readonly collectionDays: readonly LocalDate[];
  }
>;
/** While the courier has the box: it goes to another place, or back to the collection centre (`to` is null then). Its way is proposed anew. */
export type DivertShipment = CommandOf<
  'DivertShipment',
  {
    readonly kind: Diversion['kind'];
    readonly to: Site | null;
    readonly decidedAt: ZonedInstant;
    readonly wordOf: Word;
    readonly confirmedBy: ConfirmedBy | null;
    readonly reason: string;
  }
>;
/**
 * How a shipment ends: the cells infused, or frozen where they were collected; a banked unit in the centre's own tank; or nothing. `partly-infused`: somebody's word ended
 * it when cells had been given already.
 */
export type Outcome = 'infused' | 'partly-infused' | 'cryopreserved' | 'stored' | 'stopped' | 'cancelled';
/** Issued by process.ts when the last bag is infused, stored, or frozen at the collection centre, when everything is stopped, or upon a cancellation. */
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
export type OrderCommand =
  | OpenShipment
  | NameParty
  | RecordRegistryConsent
  | ChangeProduct
  | RecordBloodGroups
  | DecideOnProcessing
  | AdoptionCommand
  | MoveOrderedDays
  | CancelShipment
  | RecordPartyTold
  | DivertShipment
  | CloseShipment;

export type ShipmentOpened = EventOf<'ShipmentOpened', OrderDetails>;
export type PolicyPinned = EventOf<'PolicyPinned', { readonly policy: Policy }>;
/** Requests of one metric against the registry's limit per kg. */
export type RequestAboveCeilingMarked = EventOf<
  'RequestAboveCeilingMarked',
  { readonly metric: Metric; readonly ceilingPerKg: number; readonly recipients: readonly string[] }
>;
export type RequestBelowFloorWarned = EventOf<
  'RequestBelowFloorWarned',
  { readonly metric: Metric; readonly floorPerKg: number; readonly recipients: readonly string[] }
>;
export type RegistryConsentRecorded = EventOf<'RegistryConsentRecorded', { readonly evidence: string }>;
/** What the request's consent and warnings were about is gone with the old product: they are judged anew. */
export type ProductChanged = EventOf<
  'ProductChanged',
  Pick<
    ChangeProduct['data'],
    'product' | 'doses' | 'donorWeightKg' | 'collectionDays' | 'wordOf' | 'reason' | 'evidence'
  > &
    Pick<OrderDetails, 'minCelsius' | 'maxCelsius'> & { readonly was: Product }
>;
export type BloodGroupsRecorded = EventOf<'BloodGroupsRecorded', RecordBloodGroups['data']>;
export type ProcessingDecided = EventOf<
  'ProcessingDecided',
  ProcessingDecision & Pick<DecideOnProcessing['data'], 'wordOf' | 'reason'>
>;
export type OrderedDaysMoved = EventOf<'OrderedDaysMoved', MoveOrderedDays['data']>;
export type ShipmentCancelled = EventOf<'ShipmentCancelled', Omit<CancelShipment['data'], 'statedAt'>>;
export type PartyTold = EventOf<'PartyTold', { readonly party: PartyName }>;
export type ShipmentDiverted = EventOf<
  'ShipmentDiverted',
  Pick<DivertShipment['data'], 'kind' | 'wordOf' | 'confirmedBy' | 'reason'> & { readonly to: Site }
>;
export type ShipmentClosed = EventOf<'ShipmentClosed', { readonly outcome: Outcome }>;
export type OrderEvent =
  | ShipmentOpened
  | PartyNamed
  | PolicyPinned
  | RequestAboveCeilingMarked
  | RequestBelowFloorWarned
  | RegistryConsentRecorded
  | ProductChanged
  | BloodGroupsRecorded
  | ProcessingDecided
  | OrderedDaysMoved
  | ShipmentCancelled
  | PartyTold
  | ShipmentDiverted
  | ShipmentClosed
  | AdoptionEvent;

/** `decideOrder(command, state, facts)`. */
export interface OrderFacts extends Circumstances, PartyFacts, CellsFacts {
  /** Whether any collection has begun: from then on the cells are what was ordered. */
  readonly collectionBegun: boolean;
  /** Whether the clock of a collected bag runs. */
  readonly clocksRunning: boolean;
  /** Since when the courier has the box; null before, and once it is delivered. */
  readonly boxWithCourierSince: Instant | null;
}

/** How far the cells have come. */
export interface CellsFacts {
  readonly bagsExist: boolean;
  /** A collection is running: what it has yielded is on no record yet. */
  readonly collectionRunning: boolean;
  /** Whether any bag is left of which nothing has become yet. */
  readonly cellsLeft: boolean;
  /** The cells that are left have left the collection centre. */
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
  /** The plan that the box flies by, while it still leads where the box was to go; null where it need not be proposed anew. */
  readonly newWayOf: number | null;
  /** What has been collected so far, in mL, over all bags; null before the first collection has ended. */
  readonly collectedMl: number | null;
  readonly reportGraceMinutes: number;
  /** Since when there are cells of a cancelled collection of which nobody has said what becomes; null while there are none. */
  readonly cellsWithoutFateSince: Instant | null;
  /** Bags whose clock runs where they were collected, and that are not to travel. */
  readonly leftAtOrigin: readonly string[];
  /** Recipients for whom no cells are meant any more. */
  readonly stoppedFor: readonly string[];
}
