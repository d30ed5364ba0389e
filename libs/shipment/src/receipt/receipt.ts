import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** `stored`: a frozen unit is in the centre's own tank, and may be infused later. */
export type ReceiptStatus = 'awaited' | 'received' | 'accepted' | 'refused' | 'infusing' | 'infused' | 'stored';

/** What ends a bag's clock: infusion, or freezing of what came fresh; what came frozen is put into the centre's own tank. */
export type EndOfClock = 'infusion' | 'cryopreservation' | 'stored-frozen';

export interface ReceiptState {
  readonly status: ReceiptStatus;
  readonly receivedAt: ZonedInstant | null;
  /** As read when the box was opened. */
  readonly found: { readonly boxCelsius: number; readonly sealIntact: boolean } | null;
  readonly acceptedAt: ZonedInstant | null;
  readonly deviation: string | null;
  /** Why the product was refused. */
  readonly refusedFor: string | null;
  /** Per bag: when its infusion (or cryopreservation) started, which ends its clock, and its age then. */
  readonly ended: readonly {
    readonly bag: string;
    readonly at: ZonedInstant;
    readonly how: EndOfClock;
    readonly ageMinutes: number;
  }[];
}

/** The thermal profile that was ordered, both ends included; of a frozen unit the warmer end is the class on its label. */
export interface OrderedProfile {
  readonly minCelsius: number;
  readonly maxCelsius: number;
  readonly frozen: boolean;
}

/** A checkpoint that X-rayed the box, and the physician's word on it; null while there is none. */
export interface ScanOnTheWay {
  readonly airport: string;
  readonly word: { readonly decision: 'use' | 'do-not-use'; readonly physician: string } | null;
}

/** Bags and temperature as read when the box was opened; of a dry shipper the warmest that its logger shows. */
export type RecordReceipt = CommandOf<
  'RecordReceipt',
  {
    readonly receivedAt: ZonedInstant;
    readonly bags: readonly string[];
    readonly boxCelsius: number;
    readonly sealIntact: boolean;
  }
>;
export type AcceptProduct = CommandOf<
  'AcceptProduct',
  { readonly acceptedAt: ZonedInstant; readonly deviation: string | null }
>;
export type RefuseProduct = CommandOf<
  'RefuseProduct',
  { readonly refusedAt: ZonedInstant; readonly reason: string; readonly person: string }
>;
/** The clock of that bag ends. */
export type StartInfusion = CommandOf<
  'StartInfusion',
  { readonly bag: string; readonly startedAt: ZonedInstant; readonly how: EndOfClock }
>;
export type ReceiptCommand = RecordReceipt | AcceptProduct | RefuseProduct | StartInfusion;

export type ProductReceived = EventOf<
  'ProductReceived',
  { readonly bags: readonly string[]; readonly boxCelsius: number; readonly sealIntact: boolean }
>;
export type ProductAccepted = EventOf<'ProductAccepted', { readonly deviation: string | null }>;
export type ProductRefused = EventOf<'ProductRefused', { readonly reason: string; readonly person: string }>;
/** `last` says that no bag is left to be infused. */
export type InfusionStarted = EventOf<
  'InfusionStarted',
  {
    readonly bag: string;
    readonly how: EndOfClock;
    readonly ageMinutes: number;
    readonly last: boolean;
  }
>;
export type ReceiptEvent = ProductReceived | ProductAccepted | ProductRefused | InfusionStarted;

export interface ReceiptFacts extends Circumstances {
  readonly ordered: OrderedProfile;
  readonly scans: readonly ScanOnTheWay[];
  /** The bags in the box, with the start of each one's clock. */
  readonly bags: readonly { readonly id: string; readonly clockStartsAt: Instant }[];
  readonly deliveredAt: Instant | null;
}
export interface ReceiptAgendaFacts {
  readonly ordered: OrderedProfile;
  readonly scans: readonly ScanOnTheWay[];
  readonly deliveredAt: Instant | null;
  readonly receiptToInfusionMinutes: number;
  readonly reportGraceMinutes: number;
  readonly bags: readonly string[];
}
