import { commandIdOf, messageOf, type CommandId } from '@cellrelay/kernel';
import type { RecordTellingFailed, StatedBy } from '@cellrelay/shipment';
import type { IssueCommand } from '../command/issue-command.js';
import type { NoticeStore, UnreachedNotice } from './notices.port.js';

/** What is reported with. */
export interface ReportUnreachedParts {
  readonly notices: Pick<NoticeStore, 'unreached' | 'settle'>;
  readonly issue: Pick<IssueCommand, 'asSystem'>;
}

const statedBy: StatedBy = { person: 'deliveries', organisation: 'CellRelay', how: 'desk' };
const mostAtOnce = 50;

/**
 * Brings into a shipment's log that a message which counted as told has reached nobody, so that the next step of its alert is taken at once. What has not been brought there is found
 * again by the next look, under the same command: whoever dies in between loses nothing, and nothing is recorded twice.
 */
export class ReportUnreached {
  constructor(private readonly parts: ReportUnreachedParts) {}

  /** One look. One that fails holds up no other, and is thrown once the others are done. */
  async look(): Promise<void> {
    const failed: unknown[] = [];
    for (const each of await this.parts.notices.unreached(mostAtOnce))
      await this.report(each).catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw new Error(messageOf(failed[0]), { cause: failed[0] });
  }

  /**
   * The desk notes whom to tell before the log knows of the step: until it does, this waits. Whoever died between the log and here left it unsettled, and with how many are left changed
   * since it is another command under the same id: it is on record.
   */
  private async report(notice: UnreachedNotice): Promise<void> {
    const outcome = await this.parts.issue.asSystem(notice.shipment, commandId(notice), commandFor(notice), statedBy);
    if (outcome.kind === 'accepted' || outcome.refusal.code === 'idempotency-key-reused')
      return this.parts.notices.settle(notice.id);
    if (outcome.refusal.code !== 'step-not-taken')
      throw new Error(`that a message reached nobody could not be recorded: ${outcome.refusal.sentence}`);
  }
}

const hows = { failed: 'given-up', withdrawn: 'given-up', kept: 'kept', unknown: 'unknown' } as const;

function commandFor({ alert, occasion, step, channel, status, left }: UnreachedNotice): RecordTellingFailed {
  return { name: 'RecordTellingFailed', data: { alert, occasion, step, channel, how: hows[status], left } };
}

/** Without how many are left, which changes: each notice is on record once. */
function commandId({ shipment, id }: UnreachedNotice): CommandId {
  const command = commandIdOf(`unreached/${shipment}/${id}`);
  if (command === undefined) throw new Error(`no command id for notice ${id}`);
  return command;
}
