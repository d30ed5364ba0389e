import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { Organisation } from '../people/acting.js';
import type { PageOf } from '../questions.port.js';

/** A device that sends readings, as its organisation sees it; its token was shown once. */
export interface RegisteredLogger {
  /** Its serial number, by which it is bound to a box. */
  readonly id: string;
  readonly madeAt: Instant;
  /** Whether it has a token that is good: a database that was restored has none. */
  readonly sends: boolean;
  readonly lastHeardAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** A device that stands, and whose it is. */
export interface KnownLogger {
  readonly logger: string;
  readonly organisation: Pick<Organisation, 'id' | 'kind'>;
}

/** A number and the hash of the token that goes with it: SHA-256, in hexadecimal. */
export interface NewLogger {
  readonly id: string;
  readonly tokenHash: string;
}

/** Devices of organisations. Whatever changes one writes to the audit record in its own transaction; of another organisation's nothing is found. */
export interface LoggerRegister {
  /** By number, after one of them; those that have ended too. */
  list(
    organisation: string,
    paging: { readonly after: string; readonly limit: number },
  ): Promise<PageOf<RegisteredLogger>>;
  /** Registers one for the organisation of whoever does it, or takes up again one that had ended there. A number is one device: `taken` while it stands, or where another organisation has it. */
  make(by: AuditAuthor, logger: NewLogger, most: number): Promise<RegisteredLogger | 'taken' | 'too-many'>;
  /** Another token in the place of the one before, which is good for nothing from then on. Null: none that stands. */
  renew(by: AuditAuthor, logger: NewLogger): Promise<RegisteredLogger | null>;
  /** It sends no more. Null: none that stands. */
  end(by: AuditAuthor, id: string): Promise<RegisteredLogger | null>;
  /** Of these numbers, those of devices that stand and whose readings would be taken for that shipment: the operator's, and of organisations that stand in it. */
  ableToSend(shipment: ShipmentId, loggers: readonly string[]): Promise<ReadonlySet<string>>;
  /** The device whose token it is; notes that it was heard, at most once a minute. Null for what is none. */
  byToken(tokenHash: string): Promise<KnownLogger | null>;
}
