import { zoneOf, type Zone } from '@cellrelay/kernel';
import type { IssuedPaper, Shipment } from '@cellrelay/shipment';
import type { DocumentInList } from '../papers/paper-store.port.js';
import type { Airports } from '../ports.js';
import { mailableRequests, type MailableRequest } from './mailable-request.js';
import { paperSaid } from './paper-said.js';
import { requestMailFields, requestMailLimits } from './request-mail-body.js';
import type { RequestMailView, RequestsView } from './request-mail-views.js';
import type { RequestMail } from './request-mails.port.js';

/** What is shown beside the requests themselves. */
export interface BesideRequests {
  readonly mails: readonly RequestMail[];
  readonly valid: readonly IssuedPaper[];
  readonly listed: readonly DocumentInList[];
  readonly sends: boolean;
  readonly airports: Airports;
}

/** The requests of a shipment as their page shows them. */
export function requestsOf(shipment: Shipment, beside: BesideRequests): RequestsView {
  const { valid, listed, sends } = beside;
  const references = new Map(listed.map(({ document, reference }) => [document, reference]));
  return {
    items: mailableRequests(shipment)
      .map((each) => itemOf(each, beside))
      .filter(({ status, mails: sent }) => status !== 'withdrawn' || sent.length > 0),
    papers: valid.map((paper) => ({
      ...{ document: paper.document, says: paperSaid(paper) },
      reference: references.get(paper.document) ?? paper.document,
    })),
    ...{ mostPapers: requestMailLimits.papers, fields: requestMailFields, sends },
  };
}

function itemOf(
  { request, stage, says, status, answered, airport, suits }: MailableRequest,
  { mails, valid, airports }: BesideRequests,
): RequestsView['items'][number] {
  return {
    ...{ request, stage, says, status, answered, wanted: status === 'wanted', zone: clockOf(airports, airport) },
    suggested: valid.filter(suits).map(({ document }) => document),
    mails: mails.filter(({ delivery }) => delivery.mailed.request === request).map(mailView),
  };
}

/** One mail. */
export function mailView({ delivery, ...rest }: RequestMail): RequestMailView {
  const { request, papers, by } = delivery.mailed;
  return { ...rest, request, to: delivery.to, papers: [...papers], by: by.acting.person };
}

/** An airport's clock; UTC where its zone is not known. */
export function clockOf(airports: Airports, airport: string): Zone {
  return zoneOf(airports.find(airport)?.zone ?? 'UTC') ?? ('UTC' as Zone);
}
