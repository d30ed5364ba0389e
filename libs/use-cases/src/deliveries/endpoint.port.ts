import type { AuditAuthor } from '../audit/audit.port.js';
import type { Organisation } from '../people/acting.js';
import type { EndpointView } from './delivery-views.js';

/** Programs that are told, as whoever tells them knows them. */
export interface EndpointDirectory {
  /** Where it is and what it is signed by, all secrets that are good now; null: there is none, or it has ended. */
  secretsOf(id: string): Promise<{ readonly url: string; readonly secrets: readonly string[] } | null>;
  /** It has asked to be told nothing more. */
  end(id: string, why: string): Promise<void>;
  /** Those that are told, with how far each was. */
  feeds(): Promise<readonly EndpointFeed[]>;
  /** Notes how far it is now, unless somebody else has moved it on meanwhile. */
  moveOn(feed: EndpointFeed, cursor: string): Promise<void>;
}

/** How far a program was told of what happened. */
export interface EndpointFeed {
  readonly id: string;
  readonly organisation: Pick<Organisation, 'id' | 'name' | 'kind'>;
  readonly examples: boolean;
  readonly cursor: string;
  /** Nothing of before is told. */
  readonly since: string;
}

export interface NewEndpoint {
  readonly id: string;
  readonly url: string;
  readonly examples: boolean;
  /** `whsec_` and the key in base64. */
  readonly secret: string;
  /** How far the stream of changes is: what comes after is told. */
  readonly cursor: string;
}

/** An organisation's programs. What is made, changed and ended is on the audit record in its own transaction, without secrets. */
export interface EndpointStore {
  /** Null where the organisation has as many as it may have. */
  make(by: AuditAuthor, endpoint: NewEndpoint): Promise<EndpointView | null>;
  list(organisation: string): Promise<readonly EndpointView[]>;
  /** The former secret is good for a day more. Null: there is none of that id that is told. */
  renewSecret(by: AuditAuthor, id: string, secret: string): Promise<EndpointView | null>;
  endFor(by: AuditAuthor, id: string): Promise<EndpointView | null>;
}
