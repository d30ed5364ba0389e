import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { IssuedPaper, Refusal, Shipment } from '@cellrelay/shipment';
import { ownCommandId } from '../command/issue-command.js';
import type { Asker } from '../identity/identities.js';
import { fingerprint } from '../log/chain.js';
import type { PaperStore } from '../papers/paper-store.port.js';
import type { Airports, Clock, ShipmentStore } from '../ports.js';
import { seenBy } from '../questions/seen.js';
import { mailableRequests, type MailableRequest } from './mailable-request.js';
import { requestDelivery, type RequestToSend } from './request-delivery.js';
import type { RequestMailBody } from './request-mail-body.js';
import * as refusals from './request-mail-refusals.js';
import type { RequestMailView, RequestsView } from './request-mail-views.js';
import type { RequestMailStore } from './request-mails.port.js';
import { mailView, requestsOf } from './view-of-requests.js';

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly papers: Pick<PaperStore, 'some' | 'listed'>;
  readonly mails: Pick<RequestMailStore, 'keep' | 'byKey' | 'ofShipment'>;
  readonly airports: Airports;
  readonly clock: Clock;
}

/** Which request is to be sent, and how. */
export interface MailAsked {
  readonly request: string;
  readonly body: RequestMailBody;
  readonly idempotencyKey: string;
}

export interface MailAnswer {
  readonly mail: RequestMailView;
  /** It was asked for by the same key before. */
  readonly repeated: boolean;
}

type Answer<T> = Promise<Result<T, Refusal>>;

/**
 * Requests to customs and airport security by mail, with papers attached; the operator's own. Asking keeps a delivery and changes no request: that it is with the office is recorded once the
 * mail server has it (`FollowRequestMails`).
 */
export class RequestMails {
  constructor(private readonly parts: Parts) {}

  /** The requests of a shipment, what can be attached to them, and what was sent. */
  async list(asker: Asker, id: ShipmentId, sends: boolean): Answer<RequestsView> {
    const shipment = await this.theirs(asker, id);
    if (shipment === undefined) return err(refusals.noSuchShipment);
    const valid = validAmong(shipment);
    const documents = valid.map(({ document }) => document);
    const [mails, listed] = await Promise.all([
      this.parts.mails.ofShipment(id),
      this.parts.papers.listed(id, documents),
    ]);
    return ok(requestsOf(shipment, { mails, valid, listed, sends, airports: this.parts.airports }));
  }

  /** Has a request that is wanted sent. The same key again is the same mail, however it stands by now. */
  async ask(asker: Asker, id: ShipmentId, { request: name, body, idempotencyKey }: MailAsked): Answer<MailAnswer> {
    const shipment = await this.theirs(asker, id);
    if (shipment === undefined) return err(refusals.noSuchShipment);
    const own = ownCommandId(asker.account, idempotencyKey);
    if (!own.ok) return own;
    const key = `request-mail/${own.value}`;
    const asked = fingerprint({ shipment: id, request: name, body });
    const before = await this.asKept(key, asked);
    if (before !== null) return before;
    const known = mailableRequests(shipment);
    const request = known.find((each) => each.request === name);
    if (request === undefined) return err(refusals.noSuchRequest(name, known));
    const faulty =
      request.status === 'wanted' ? await this.faultIn(shipment, request, body) : refusals.notWanted(request, known);
    if (faulty !== undefined) return err(faulty);
    return this.keep({ id, shipment, asker, request, body, key, asked });
  }

  /** Undefined for everybody who is not of the operator, as where there is no such shipment. */
  private async theirs({ acting }: Asker, id: ShipmentId): Promise<Shipment | undefined> {
    const shipment = await this.parts.shipments.load(id);
    if (shipment === null || acting.organisation.kind !== 'operator') return undefined;
    return seenBy(acting, shipment)?.state;
  }

  private async asKept(key: string, asked: string): Promise<Result<MailAnswer, Refusal> | null> {
    const kept = await this.parts.mails.byKey(key);
    if (kept === null) return null;
    return kept.delivery.mailed.asked === asked
      ? ok({ mail: mailView(kept), repeated: true })
      : err(refusals.keyReused);
  }

  private async faultIn(
    shipment: Shipment,
    request: MailableRequest,
    { papers, answerExpectedAt }: RequestMailBody,
  ): Promise<Refusal | undefined> {
    if (answerExpectedAt === null && request.answered) return refusals.answerNotSaid;
    if (answerExpectedAt !== null && answerExpectedAt.at < (await this.parts.clock.now())) return refusals.answerPast;
    return papers
      .map((document, index) => paperFault(shipment.stages.papers.issued, { document, index, papers }))
      .find((fault) => fault !== undefined);
  }

  private async keep(asked: RequestToSend): Answer<MailAnswer> {
    const papers = await this.parts.papers.some(asked.id, asked.body.papers);
    const keeping = await this.parts.mails.keep(requestDelivery(asked, papers, this.parts.airports));
    if (keeping === 'under-way') return err(refusals.underWay);
    const kept = await this.asKept(asked.key, asked.asked);
    if (kept === null) throw new Error('a mail that was kept is not there');
    return kept.ok ? ok({ ...kept.value, repeated: keeping === 'known' }) : kept;
  }
}

function validAmong({ stages }: Shipment): readonly IssuedPaper[] {
  return stages.papers.issued.filter(({ standing }) => standing === 'valid');
}

interface NamedPaper {
  readonly document: string;
  readonly index: number;
  readonly papers: readonly string[];
}

function paperFault(issued: readonly IssuedPaper[], { document, index, papers }: NamedPaper): Refusal | undefined {
  if (papers.indexOf(document) !== index) return refusals.paperTwice(index);
  const paper = issued.find((each) => each.document === document);
  const valid = issued.filter(({ standing }) => standing === 'valid').map((each) => each.document);
  if (paper === undefined) return refusals.noSuchPaper(index, valid);
  return paper.standing === 'valid' ? undefined : refusals.paperNotValid(paper, index, valid);
}
