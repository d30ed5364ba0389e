import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

export type ReceiptStatus = 'awaited' | 'received' | 'accepted' | 'refused' | 'infusing' | 'infused';

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
    readonly how: 'infusion' | 'cryopreservation';
    readonly ageMinutes: number;
  }[];
}

/** The thermal profile that was ordered, both ends included. */
export interface OrderedProfile {
  readonly minCelsius: number;
  readonly maxCelsius: number;
}

/** A checkpoint that X-rayed the box, and the physician's word on it; null while there is none. */
export interface ScanOnTheWay {
  readonly airport: string;
  readonly word: { readonly decision: 'use' | 'do-not-use'; readonly physician: string } | null;
}

/** Bags and temperature as read when the box was opened. */
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
  { readonly bag: string; readonly startedAt: ZonedInstant; readonly how: 'infusion' | 'cryopreservation' }
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
    readonly how: 'infusion' | 'cryopreservation';
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
