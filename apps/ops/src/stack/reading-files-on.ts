import type { Database } from '@cellrelay/adapter-postgres';
import { messageOf, type ShipmentId } from '@cellrelay/kernel';
import type { Logger } from '@cellrelay/platform';
import { ReadingFiles, ReportReadings, TakeReadings, type IssueCommand } from '@cellrelay/use-cases';

/** Readings by file: judged, kept and worked out as those are that loggers send themselves. */
export function readingFilesOn(api: Database, issue: IssueCommand, logger: Logger): ReadingFiles {
  const { readings: store, shipments, clock, audit } = api;
  const failed = (shipment: ShipmentId, error: unknown): void =>
    logger.error('readings-not-worked-out', { shipment, reason: messageOf(error) });
  const report = new ReportReadings({ store, shipments, issue, clock, failed });
  const intake = new TakeReadings({ store, shipments, clock, failed, work: (shipment) => report.work(shipment) });
  return new ReadingFiles({ shipments, intake, audit });
}
