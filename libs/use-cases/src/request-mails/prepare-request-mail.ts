import type { ShipmentId } from '@cellrelay/kernel';
import type { IssuedPaper, Shipment } from '@cellrelay/shipment';
import type { NewDeskDelivery } from '../deliveries/delivery.js';
import type { PaperPrinting, PrintedFile } from '../papers/print-papers.js';
import type { ShipmentStore } from '../ports.js';
import { mailableRequests } from './mailable-request.js';
import { paperSaid } from './paper-said.js';
import { requestMailLimits } from './request-mail-body.js';

/** The files that go with a mail, or why it is not sent, in a sentence. */
export type PreparedMail = { readonly files: readonly PrintedFile[] } | { readonly notSent: string };

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly printing: Pick<PaperPrinting, 'issued'>;
  /** Brings the log up to date with what outdates papers of a shipment. */
  readonly look: (shipment: ShipmentId) => Promise<unknown>;
}

/**
 * Makes a request ready at the moment at which it is sent: what has become wrong since it was asked for is not sent. Throws where that cannot be known or done now; it is tried again
 * then.
 */
export class PrepareRequestMail {
  constructor(private readonly parts: Parts) {}

  async of(delivery: NewDeskDelivery): Promise<PreparedMail> {
    await this.parts.look(delivery.shipment);
    const before = await this.whyNot(delivery);
    if (before !== null) return { notSent: before };
    const files: PrintedFile[] = [];
    for (const document of delivery.mailed.papers) files.push(await this.printed(delivery, document));
    // Setting them takes a while.
    const notSent = (await this.whyNot(delivery)) ?? tooLarge(files);
    return notSent === null ? { files } : { notSent };
  }

  private async printed({ shipment, mailed }: NewDeskDelivery, document: string): Promise<PrintedFile> {
    const printed = await this.parts.printing.issued(shipment, mailed.by.acting, document);
    if (!printed.ok) throw new Error(`a paper of a request could not be printed: ${printed.error.code}`);
    return printed.value;
  }

  private async whyNot({ shipment: id, mailed }: NewDeskDelivery): Promise<string | null> {
    const shipment = await this.parts.shipments.load(id);
    if (shipment === null) return 'There is no such shipment any more.';
    return isWanted(shipment, mailed) ? standingFault(shipment.stages.papers.issued, mailed.papers) : overtaken;
  }
}

const overtaken = 'The request was recorded as submitted meanwhile, or is not wanted any more.';

function isWanted(shipment: Shipment, { request, occasion }: NewDeskDelivery['mailed']): boolean {
  const found = mailableRequests(shipment).find((each) => each.request === request);
  return found?.status === 'wanted' && found.occasion === occasion;
}

function standingFault(issued: readonly IssuedPaper[], papers: readonly string[]): string | null {
  const known = papers.map((document) => issued.find((each) => each.document === document));
  const stale = known.find((paper) => paper?.standing !== 'valid');
  if (known.every((paper) => paper?.standing === 'valid')) return null;
  if (stale === undefined) return 'A paper that was to go with it is not on record.';
  const how = stale.standing === 'withdrawn' ? 'was withdrawn' : 'became outdated';
  return `${paperSaid(stale)} ${how} before the mail went out.`;
}

function tooLarge(files: readonly PrintedFile[]): string | null {
  const bytes = files.reduce((sum, { pdf }) => sum + pdf.length, 0);
  if (bytes <= requestMailLimits.bytes) return null;
  const mb = (size: number): string => (size / 1024 / 1024).toFixed(1);
  return `The papers have ${mb(bytes)} MiB together, and ${mb(requestMailLimits.bytes)} are sent at most. Send fewer.`;
}
