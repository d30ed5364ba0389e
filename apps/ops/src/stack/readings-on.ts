import type { Database } from '@cellrelay/adapter-postgres';
import { messageOf, type ShipmentId } from '@cellrelay/kernel';
import { createFileReader, type Logger } from '@cellrelay/platform';
import {
  boundReadings,
  DecisionQuestion,
  ForecastQuestions,
  ReadingFiles,
  ReportReadings,
  TakeReadings,
  TemperatureQuestion,
  type FileReader,
  type IssueCommand,
  type ReadingsOfShipment,
} from '@cellrelay/use-cases';

type Stores = Pick<Database, 'readings' | 'shipments' | 'clock'>;

/** What brings into the log what readings imply, over these stores. */
export function reportsOn(stores: Stores, issue: Pick<IssueCommand, 'asSystem'>, logger: Logger): ReportReadings {
  const { readings: store, shipments, clock } = stores;
  return new ReportReadings({ store, shipments, issue, clock, failed: failedOn(logger) });
}

/** What takes readings, from devices and by file, has them worked out, and answers about them and what they forecast. */
export function readingsOn(
  stores: Stores & Pick<Database, 'audit' | 'loggers'>,
  issue: Pick<IssueCommand, 'asSystem'>,
  { logger, files = createFileReader() }: { readonly logger: Logger; readonly files?: FileReader | undefined },
) {
  const { readings: store, shipments, clock } = stores;
  const reports = reportsOn(stores, issue, logger);
  const work = (shipment: ShipmentId) => reports.work(shipment);
  const bound: ReadingsOfShipment = async (id, shipment) => boundReadings(store, { id, shipment }, await clock.now());
  const intake = new TakeReadings({ store, shipments, clock, work, failed: failedOn(logger) });
  return {
    intake,
    readingFiles: new ReadingFiles({ shipments, intake, reader: files, audit: stores.audit }),
    temperature: new TemperatureQuestion(shipments, store, clock, stores.loggers),
    forecasts: new ForecastQuestions(shipments, bound, () => clock.now()),
    decisions: new DecisionQuestion(shipments, bound, () => clock.now()),
  };
}

/** They are kept, and marked: whoever sweeps tries again. */
function failedOn(logger: Logger): (shipment: ShipmentId, error: unknown) => void {
  return (shipment, error) => logger.warn('readings-not-worked-out', { shipment, reason: messageOf(error) });
}
