import { PostgresWords, type Database } from '@cellrelay/adapter-postgres';
import { FileWordsVault, type Logger } from '@cellrelay/platform';
import {
  BorderRules,
  FollowRequestMails,
  PrepareRequestMail,
  type IssueCommand,
  type NewDeskDelivery,
  type PreparedMail,
  type ReportPapers,
  type Typesetter,
} from '@cellrelay/use-cases';
import { paperFactsOn } from './api-side.js';
import { printingOn } from './papers-on.js';

/** With what requests are made ready to be sent. */
export interface PreparingTools {
  readonly typesetter: Typesetter;
  /** Where the keys lie that open what people wrote; null: nowhere. */
  readonly keysFolder: string | null;
  readonly reports: Pick<ReportPapers, 'work'>;
}

/** Makes requests ready to be sent, with their papers as they are printed for whoever asked. */
export function preparingOn(
  worker: Database,
  { typesetter, keysFolder, reports }: PreparingTools,
): (delivery: NewDeskDelivery) => Promise<PreparedMail> {
  const { shipments, pool, rules, clock } = worker;
  const ground = { rules: new BorderRules(rules, shipments, () => clock.now()), entered: paperFactsOn(worker) };
  const words = new PostgresWords(pool, new FileWordsVault(keysFolder));
  const printing = printingOn(worker, ground, { typesetter, words });
  const preparing = new PrepareRequestMail({ shipments, printing, look: (shipment) => reports.work(shipment) });
  return (delivery) => preparing.of(delivery);
}

/** Records what offices have by mail. */
export function followingOn(
  { requestMails: mails, shipments }: Pick<Database, 'requestMails' | 'shipments'>,
  issue: Pick<IssueCommand, 'execute'>,
  logger: Logger,
): FollowRequestMails {
  return new FollowRequestMails({
    ...{ mails, shipments, issue },
    failed: ({ id, delivery: { shipment } }, reason) =>
      logger.warn('request-mail-not-recorded', { delivery: id, shipment, reason }),
  });
}
