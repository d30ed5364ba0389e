import type { Instant, LocalDate, ZonedInstant } from '@cellrelay/kernel';
import type { Word } from '../decisions.js';
import type { Concentrations } from '../doses.js';
import type { CheckItem, FollowUpQuestion } from '../policy.js';
import type { Metric, Per } from '../products.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** `stored`: a frozen unit is in the centre's own tank, and may be infused later. `not-used`: every bag ended, and no cell was infused or kept. */
export type ReceiptStatus =
  'awaited' | 'received' | 'accepted' | 'refused' | 'infusing' | 'infused' | 'stored' | 'not-used';
/** What is done with a bag of which something is made: infusion, or freezing of what came fresh; what came frozen is put into the centre's own tank. */
export type UsedHow = 'infusion' | 'cryopreservation' | 'stored-frozen';
/** What ends a bag's clock. One that is not used is so on the word of who has it: software discards nothing (S12). */
export type EndedHow = UsedHow | 'not-used';

/** What was found on one point of the checklist; `words` say what differs. A point without an answer is open, and nothing is guessed of it. */
export interface ChecklistAnswer {
  readonly item: string;
  readonly found: 'as-it-should-be' | 'differs' | 'not-checked';
  readonly words: string | null;
}

/** What the receiving laboratory counted of one bag (standards.md 2.3); at least one figure is there. */
export interface ArrivalFigures extends Concentrations {
  readonly viabilityPercent: number | null;
  readonly method: string | null;
}
export interface ArrivalCount extends ArrivalFigures {
  readonly bag: string;
  readonly countedAt: ZonedInstant;
}

/** What one bag gave its recipient in one metric, in that metric's own unit. */
export interface GivenDose {
  readonly metric: Metric;
  readonly per: Per;
  readonly dose: number;
  /** Which count it rests on: that on arrival rules where there is one. */
  readonly countedAt: 'arrival' | 'origin';
}

/** What one bag gave its recipient, in each metric that was ordered for them and counted. */
export interface InfusionDose {
  readonly recipient: string;
  readonly volumeMl: number;
  readonly figures: readonly GivenDose[];
}

/** When a bag's infusion (or cryopreservation) started, which ends its clock, its age then, and what it gave. */
export interface EndedBag {
  readonly bag: string;
  readonly at: ZonedInstant;
  readonly how: EndedHow;
  readonly ageMinutes: number;
  /** Null: all of the bag. */
  readonly volumeInfusedMl: number | null;
  /** Null where nothing was infused, or nothing counted. */
  readonly dose: InfusionDose | null;
  /** Why it is not used, and on whose word; null of what is used. */
  readonly notUsed: NotUsed | null;
}

/** Why a bag is not used, and who decided it. */
export interface NotUsed {
  readonly reason: string;
  readonly wordOf: Word;
}

/** What the centre answered of one recipient so many days after the infusion. Of life and death nothing is asked. */
export interface FollowUp {
  readonly recipient: string;
  readonly day: number;
  readonly answeredAt: ZonedInstant;
  readonly engrafted: 'yes' | 'no' | 'unknown';
  readonly neutrophilsOn: LocalDate | null;
  readonly plateletsOn: LocalDate | null;
  readonly words: string | null;
}

export interface ReceiptState {
  readonly status: ReceiptStatus;
  readonly receivedAt: ZonedInstant | null;
  /** As read when the box was opened. */
  readonly found: { readonly boxCelsius: number; readonly sealIntact: boolean } | null;
  readonly answers: readonly ChecklistAnswer[];
  /** The points that were answered, as they read then. */
  readonly asked: readonly CheckItem[];
  readonly acceptedAt: ZonedInstant | null;
  readonly deviation: string | null;
  /** Why the product was refused; null again once it is accepted after all. */
  readonly refusedFor: string | null;
  /** The refusal as it happened, whatever came after it. */
  readonly refusal: { readonly at: ZonedInstant; readonly reason: string } | null;
  readonly arrivals: readonly ArrivalCount[];
  readonly ended: readonly EndedBag[];
  readonly followUps: readonly FollowUp[];
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

/** Bags and temperature as read when the box was opened, of a dry shipper the warmest that its logger shows, and the answers to the receiving country's checklist. */
export type RecordReceipt = CommandOf<
  'RecordReceipt',
  {
    readonly receivedAt: ZonedInstant;
    readonly bags: readonly string[];
    readonly boxCelsius: number;
    readonly sealIntact: boolean;
    readonly answers: readonly ChecklistAnswer[];
  }
>;
/** What was misread or mistyped when the box was opened. The bags are what they are: they were read back then. */
export type CorrectReceipt = CommandOf<
  'CorrectReceipt',
  Omit<RecordReceipt['data'], 'bags'> & { readonly reason: string; readonly evidence: string }
>;
export type RecordArrivalCount = CommandOf<
  'RecordArrivalCount',
  { readonly bag: string; readonly countedAt: ZonedInstant } & ArrivalFigures
>;
export type CorrectArrivalCount = CommandOf<
  'CorrectArrivalCount',
  RecordArrivalCount['data'] & { readonly reason: string; readonly evidence: string }
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
  {
    readonly bag: string;
    readonly startedAt: ZonedInstant;
    readonly how: UsedHow;
    /** Where the bag is shared or used in part; null: all of it. */
    readonly volumeInfusedMl: number | null;
  }
>;
export type CorrectInfusionStart = CommandOf<
  'CorrectInfusionStart',
  StartInfusion['data'] & { readonly reason: string; readonly evidence: string }
>;
/** The centre has the bag, and nobody is given its cells: left too long, leaking, thawed, or of no use any more. Its clock ends with that word. */
export type RecordBagNotUsed = CommandOf<
  'RecordBagNotUsed',
  { readonly bag: string; readonly decidedAt: ZonedInstant } & NotUsed
>;
/** Answered again, the later answer counts; the log keeps both. */
export type RecordFollowUp = CommandOf<'RecordFollowUp', FollowUp>;
export type ReceiptCommand =
  | RecordReceipt
  | CorrectReceipt
  | RecordArrivalCount
  | CorrectArrivalCount
  | AcceptProduct
  | RefuseProduct
  | StartInfusion
  | CorrectInfusionStart
  | RecordBagNotUsed
  | RecordFollowUp;

export type ProductReceived = EventOf<
  'ProductReceived',
  {
    readonly bags: readonly string[];
    readonly boxCelsius: number;
    readonly sealIntact: boolean;
    /** Whose checklist was asked; null: none but the general one. */
    readonly country: string | null;
    readonly answers: readonly ChecklistAnswer[];
    /** The points that were answered, as they read then: a policy that words them otherwise changes nothing of what was found. */
    readonly asked: readonly CheckItem[];
  }
>;
export type ReceiptCorrected = EventOf<
  'ReceiptCorrected',
  Omit<ProductReceived['data'], 'bags'> & {
    readonly was: { readonly receivedAt: ZonedInstant; readonly boxCelsius: number; readonly sealIntact: boolean };
    readonly reason: string;
    readonly evidence: string;
  }
>;
/** `dose`: what the bag gave, judged anew where its infusion has begun already. */
export type ArrivalCounted = EventOf<
  'ArrivalCounted',
  { readonly bag: string; readonly dose: InfusionDose | null } & ArrivalFigures
>;
export type ArrivalCountCorrected = EventOf<
  'ArrivalCountCorrected',
  ArrivalCounted['data'] & { readonly reason: string; readonly evidence: string }
>;
export type ProductAccepted = EventOf<'ProductAccepted', { readonly deviation: string | null }>;
export type ProductRefused = EventOf<'ProductRefused', { readonly reason: string; readonly person: string }>;
/** `last` says that no bag is left to be infused. */
export type InfusionStarted = EventOf<
  'InfusionStarted',
  {
    readonly bag: string;
    readonly how: UsedHow;
    readonly ageMinutes: number;
    readonly last: boolean;
    readonly volumeInfusedMl: number | null;
    readonly dose: InfusionDose | null;
  }
>;
export type InfusionStartCorrected = EventOf<
  'InfusionStartCorrected',
  Omit<InfusionStarted['data'], 'last'> & {
    readonly was: ZonedInstant;
    readonly reason: string;
    readonly evidence: string;
  }
>;
/** `last` says that no bag is left whose clock runs. */
export type BagNotUsed = EventOf<
  'BagNotUsed',
  { readonly bag: string; readonly ageMinutes: number; readonly last: boolean } & NotUsed
>;
export type FollowUpRecorded = EventOf<'FollowUpRecorded', Omit<FollowUp, 'answeredAt'>>;
export type ReceiptEvent =
  | ProductReceived
  | ReceiptCorrected
  | ArrivalCounted
  | ArrivalCountCorrected
  | ProductAccepted
  | ProductRefused
  | InfusionStarted
  | InfusionStartCorrected
  | BagNotUsed
  | FollowUpRecorded;

/** A bag in the box, with whose it is and what was counted of it at origin. */
export interface TravelledBag {
  readonly id: string;
  /** The bags that it was split from, the whole first; none of a bag that is whole. */
  readonly partOf: readonly string[];
  readonly clockStartsAt: Instant;
  readonly recipient: string;
  /** The metrics of its recipient's doses, with the weight that each is divided by; null: by none, it is in all. */
  readonly asked: readonly { readonly metric: Metric; readonly perKgOf: number | null }[];
  /** As counted, else as collected. */
  readonly volumeMl: number;
  /** As counted at origin; null before. */
  readonly atOrigin: Concentrations | null;
}

/** What is asked when, after the infusion. */
export interface FollowUpRule {
  readonly atClock: string;
  readonly questions: readonly FollowUpQuestion[];
}

/** What both deciding and owing know of the trip and of the site's settings. */
interface CommonFacts {
  readonly ordered: OrderedProfile;
  readonly scans: readonly ScanOnTheWay[];
  /** What the receiving country and everybody asks, from the policy. */
  readonly checklist: readonly CheckItem[];
  readonly bags: readonly TravelledBag[];
  readonly deliveredAt: Instant | null;
  readonly followUp: FollowUpRule;
}
export interface ReceiptFacts extends CommonFacts, Circumstances {
  readonly country: string | null;
}
export interface ReceiptAgendaFacts extends CommonFacts {
  readonly receiptToInfusionMinutes: number;
  readonly reportGraceMinutes: number;
  readonly arrivalLossWarningPercent: number;
  /** The deviation that the refusal opened, and which registries are still to be told of it. */
  readonly toTell: readonly { readonly deviation: string; readonly registry: string }[];
}
