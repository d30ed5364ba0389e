import { millisOf, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { boxOf, saysOfLoggers } from './thermal.examples.js';
import type { Shipment, ShipmentCommand } from './shipment.js';
import { temperatureReport } from './temperature-report.js';

/** Loggers bound and unbound, heard and silent, and what readings would imply: none, in band, too warm and then cool again, frozen and hot. */
export function saidOfLoggers(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  const shipper = shipment.stages['courier-handoff'].charges.at(-1)?.shipper;
  const loggers = shipment.stages.temperature.bindings.map(({ logger }) => logger);
  return [
    ...['LOG-1', 'LOG-2'].flatMap((logger) => [
      saysOfLoggers.bind(at, shipper ?? boxOf(shipment), logger, 'live'),
      saysOfLoggers.bind(at, shipper ?? boxOf(shipment), logger, 'by-file'),
      saysOfLoggers.unbind(at, logger),
      ...saidOfOne(logger, at),
    ]),
    ...histories.flatMap((celsius) => reported(shipment, celsius, { loggers, at })),
  ];
}

function saidOfOne(logger: string, at: Instant): readonly ShipmentCommand[] {
  const zone = 'UTC' as Zone;
  return [
    { name: 'RecordLoggerHeard', data: { logger, through: { at, zone } } },
    { name: 'RecordLoggerSilent', data: { logger, since: { at: plusMinutes(at, -60), zone } } },
  ];
}

const histories: readonly (readonly number[])[] = [[], [5, 5, 5, 5], [9, 12, 14, 11, 5, 5], [3, 0, -1], [22, 31, 33]];

function reported(
  shipment: Shipment,
  celsius: readonly number[],
  { loggers, at }: { readonly loggers: readonly string[]; readonly at: Instant },
): readonly ShipmentCommand[] {
  if (shipment.stages.order.status === 'none') return [];
  const from = millisOf(plusMinutes(at, -10 * celsius.length));
  const read = celsius.map((each, nth) => ({ atMillis: from + nth * 600_000, celsius: each }));
  const report = temperatureReport(shipment, new Map(loggers.map((logger) => [logger, read])), at);
  return report === null ? [] : [{ name: 'RecordTemperature', data: report }];
}
