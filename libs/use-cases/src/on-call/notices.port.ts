import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Severity } from '@cellrelay/shipment';
import type { NewPersonalDelivery, PersonalChannel } from '../deliveries/delivery.js';

/** That somebody is to be told of an alert, or of its end, by one channel: what several of become one message. */
export interface AlertNotice {
  /** The step of the alert, the account and the channel: noted once, however often the step is taken. */
  readonly key: string;
  readonly shipment: ShipmentId;
  readonly alert: string;
  readonly account: string;
  readonly organisation: string;
  readonly channel: PersonalChannel;
  readonly to: string;
  readonly severity: Severity;
  /** It tells that the alert has ended. */
  readonly ends: boolean;
  readonly notBefore: Instant | null;
}

/** An alert by its shipment. */
export interface AlertName {
  readonly shipment: ShipmentId;
  readonly alert: string;
}

/** Notices between the step that wants them and the message that tells them. */
export interface NoticeStore {
  /** Keeps what is new by its key. */
  keep(notices: readonly AlertNotice[]): Promise<void>;
  /**
   * Whether bells are catching up after a silence, so that what is told now would come piece by piece. Never for longer than two minutes after the silence, and not
   * where a critical notice waits for as long.
   */
  catchingUp(): Promise<boolean>;
  /**
   * Makes messages of what is due, in one transaction: of each person's by each channel one. `compose` answers null where there is nothing to tell any more. Answers how many
   * messages there were.
   */
  flush(compose: (notices: readonly AlertNotice[]) => Promise<NewPersonalDelivery | null>): Promise<number>;
  /** Alerts that somebody has been told of or will be, and whose end has not been noted; at most so many, those looked at longest ago first. */
  standing(most: number): Promise<readonly AlertName[]>;
  /** These have ended or were taken on: what waits to be told of them alone is withdrawn. */
  end(alerts: readonly AlertName[]): Promise<void>;
}
