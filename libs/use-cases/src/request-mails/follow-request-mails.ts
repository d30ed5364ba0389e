import { createHash } from 'node:crypto';
import { commandIdOf, type CommandId, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type { Shipment, ShipmentCommand, StatedBy } from '@cellrelay/shipment';
import type { IssueCommand } from '../command/issue-command.js';
import type { NewDeskDelivery } from '../deliveries/delivery.js';
import type { ShipmentStore } from '../ports.js';
import { mailableRequests, type MailableRequest } from './mailable-request.js';
import type { RequestMailStore, TakenMail } from './request-mails.port.js';

export interface FollowingParts {
  readonly mails: Pick<RequestMailStore, 'taken' | 'settle' | 'putOff'>;
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly issue: Pick<IssueCommand, 'execute'>;
  /** Told of what could not be recorded; the others are all the same. */
  readonly failed: (mail: TakenMail, reason: string) => void;
}

const mostAtOnce = 20;
const againAfterMs = 30_000;

/**
 * Records that a request is with its office once the mail server has taken the mail. That it has stands in the delivery's row: whoever dies before the command is followed by whoever looks next, and
 * the command's id follows from the delivery's key, so that two who look at once record it once.
 */
export class FollowRequestMails {
  constructor(private readonly parts: FollowingParts) {}

  /** Whatever was taken and is not on record. One that fails waits, and holds up no other. */
  async look(): Promise<void> {
    for (const mail of await this.parts.mails.taken(mostAtOnce)) {
      try {
        if (await this.follow(mail)) await this.parts.mails.settle(mail.id);
      } catch (error) {
        this.parts.failed(mail, error instanceof Error ? error.message : String(error));
        await this.parts.mails.putOff(mail.id, againAfterMs);
      }
    }
  }

  /** False where the request has moved on while it was decided on: it is looked at again. */
  private async follow(mail: TakenMail): Promise<boolean> {
    const { shipment: id, mailed, key } = mail.delivery;
    const shipment = await this.parts.shipments.load(id);
    const request = shipment && waitingIn(shipment, mailed);
    if (shipment === null || request === null) return true;
    const outcome = await this.parts.issue.execute(
      {
        ...{ shipment: id, id: commandId(mail), recordedBy: 'system', statedBy: wordOf(mailed) },
        command: commandOf(mail, request),
        ifMatch: shipment.stageRevisions[mailed.stage],
      },
      { mail: key },
    );
    if (outcome.kind === 'accepted') return true;
    if (outcome.refusal.code === 'stale-revision') return false;
    this.parts.failed(mail, outcome.refusal.code);
    return true;
  }
}

/** The request, where nobody has recorded of this occasion that it is with the office; one that is not wanted any more is recorded too, for it is to be withdrawn there. */
function waitingIn(shipment: Shipment, { request, occasion }: NewDeskDelivery['mailed']): MailableRequest | null {
  const found = mailableRequests(shipment).find((each) => each.request === request);
  if (found === undefined || found.occasion !== occasion || found.submitted) return null;
  return found.status === 'wanted' || found.status === 'withdrawn' ? found : null;
}

/** Whoever sent it says so; that it was taken is known by the machinery. */
function wordOf({ by: { acting } }: NewDeskDelivery['mailed']): StatedBy {
  return { person: acting.person, organisation: acting.organisation.name, how: 'account' };
}

function commandOf({ delivery: { mailed }, takenAt }: TakenMail, { airport }: MailableRequest): ShipmentCommand {
  const { stage, request, answerExpectedAt: wished } = mailed;
  const taken: ZonedInstant = { at: takenAt, zone: wished?.zone ?? ('UTC' as Zone) };
  if (wished === null) {
    const told = `airport security at ${airport}, by mail`;
    return { name: 'RecordExemptionNotified', data: { exemption: request, notifiedAt: taken, told } };
  }
  // A mail that a server took late is answered no earlier than it came.
  const answerExpectedAt = wished.at < takenAt ? taken : wished;
  return stage === 'customs-clearance'
    ? { name: 'RecordCustomsSubmitted', data: { request, submittedAt: taken, answerExpectedAt } }
    : { name: 'RecordExemptionRequested', data: { exemption: request, requestedAt: taken, answerExpectedAt } };
}

/** Of the delivery's key, and its number: a key may be chosen again once its delivery has been forgotten. */
function commandId({ id: number, delivery: { key } }: TakenMail): CommandId {
  const hash = createHash('sha256').update(`${number}/${key}`).digest('hex').slice(0, 40);
  const id = commandIdOf(`request-mail/${hash}`);
  if (id === undefined) throw new Error('no command id for a request by mail');
  return id;
}
