import type { Instant, ShipmentId, ZonedInstant } from '@cellrelay/kernel';
import type { Severity } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';

/** Ways that reach a person, the one that reaches an office, and the one that reaches a program. */
export const personalChannels = ['mail', 'sms', 'voice'] as const;
export const channels = [...personalChannels, 'desk', 'webhook'] as const;
export type PersonalChannel = (typeof personalChannels)[number];
export type Channel = (typeof channels)[number];

/** Where something can be done about it, as a path of the board. */
export interface MessageLink {
  readonly label: string;
  readonly path: string;
}

/** What a person is told: sentences, plain. No identity may stand in it: it leaves the house. */
export interface Message {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly links: readonly MessageLink[];
}

/** What a program is told: a CloudEvents type, and what it is about, as its organisation may see it. */
export interface Notice {
  readonly type: string;
  /** When it happened, not when it is told; of a change, when that was noticed. */
  readonly time: Instant;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Addressed {
  /** Of what is enqueued twice under one key the first is kept, and the second forgotten. At most 300 characters; no identity in it. */
  readonly key: string;
  /** Whose people or program are told: an organisation's id. */
  readonly organisation: string;
  readonly shipment: ShipmentId | null;
}

export interface NewPersonalDelivery extends Addressed {
  readonly channel: PersonalChannel;
  /** The account that is told. */
  readonly account: string;
  /** Its mail address, or its telephone number in international form. */
  readonly to: string;
  /** What belongs together in a mail program: a shipment's id, or what else goes on. */
  readonly thread: string;
  readonly urgency: Severity;
  readonly message: Message;
}

export interface NewWebhookDelivery extends Addressed {
  readonly channel: 'webhook';
  /** Where it goes: the id of an organisation's endpoint. */
  readonly endpoint: string;
  /** What is told in order: of one alert to one program. Null: it stands alone. */
  readonly series: string | null;
  readonly notice: Notice;
}

/** A request to customs or airport security as it is sent: which occasion of which request, and what goes with it. */
export interface MailedRequest {
  readonly stage: 'customs-clearance' | 'xray-exemption';
  /** `CN-export-PEK`, or `1/0/PEK`. */
  readonly request: string;
  readonly occasion: number;
  /** Ids of the papers that are attached. */
  readonly papers: readonly string[];
  /** When an answer can be asked for; null where airport security is told, and answers on the spot. */
  readonly answerExpectedAt: ZonedInstant | null;
  readonly by: { readonly account: string; readonly acting: Acting };
  /** Fingerprint of what was asked for: the same key with something else is refused. */
  readonly asked: string;
}

/** A request by mail to an office that has no account here, with papers attached. */
export interface NewDeskDelivery extends Addressed {
  readonly channel: 'desk';
  readonly shipment: ShipmentId;
  readonly to: string;
  /** Where answers go; null: to nobody by mail. */
  readonly replyTo: string | null;
  readonly message: Message;
  readonly mailed: MailedRequest;
}

export type NewDelivery = NewPersonalDelivery | NewDeskDelivery | NewWebhookDelivery;

/**
 * `waiting` to be told, or to be told again; `sent`: whoever carries it on has taken it; `kept`: there is nobody to carry it, and it is read on the board; `failed`: given up;
 * `withdrawn` before it was told; `unknown`: it was tried twice without anybody learning the answer, so that it was told never, once or twice.
 */
export const deliveryStatuses = ['waiting', 'sent', 'kept', 'failed', 'withdrawn', 'unknown'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/**
 * What became of one try. `refused`: for good, of this delivery alone; `later`: not now, or not reached; `unknown`: handed over, and the answer was lost; `ended`: whoever
 * takes it wants nothing any more.
 */
export const attemptOutcomes = ['sent', 'kept', 'refused', 'later', 'unknown', 'ended'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** A try's outcome with a sentence of our own, never the words of the other side. */
export interface Carried {
  readonly outcome: AttemptOutcome;
  readonly says: string;
  /** The other side's answer as a number of its protocol, where it gave one: `250`, `503`. */
  readonly code: string | null;
}
