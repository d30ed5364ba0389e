import type { ShipmentId } from '@cellrelay/kernel';
import { orderOf, type Shipment } from '@cellrelay/shipment';
import type { NewDeskDelivery } from '../deliveries/delivery.js';
import type { Asker } from '../identity/identities.js';
import type { PaperDocument } from '../papers/paper-store.port.js';
import type { Airports } from '../ports.js';
import type { MailableRequest } from './mailable-request.js';
import type { RequestMailBody } from './request-mail-body.js';
import { requestMailText } from './request-mail-text.js';
import { clockOf } from './view-of-requests.js';

/** A request that may be sent, as it is asked for. */
export interface RequestToSend {
  readonly id: ShipmentId;
  readonly shipment: Shipment;
  readonly asker: Asker;
  readonly request: MailableRequest;
  readonly body: RequestMailBody;
  readonly key: string;
  /** Fingerprint of what is asked for. */
  readonly asked: string;
}

/** What is kept to be sent: the mail's words as they are now, and which papers go with it. */
export function requestDelivery(
  { id, shipment, asker, request, body, key, asked }: RequestToSend,
  documents: readonly PaperDocument[],
  airports: Airports,
): NewDeskDelivery {
  const { account, acting } = asker;
  const { stage, request: name, occasion, airport } = request;
  const { to, replyTo, papers, answerExpectedAt } = body;
  const known = new Map(documents.map((each) => [each.document, each]));
  return {
    ...{ key, channel: 'desk', organisation: acting.organisation.id, shipment: id, to, replyTo },
    message: requestMailText({
      ...{ reference: orderOf(shipment).details.reference, request, body },
      zone: clockOf(airports, airport),
      papers: papers.flatMap((document) => known.get(document) ?? []),
    }),
    mailed: { ...{ stage, request: name, occasion, papers, answerExpectedAt, asked }, by: { account, acting } },
  };
}
