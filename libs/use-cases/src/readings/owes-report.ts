import type { Shipment, ShipmentCommand } from '@cellrelay/shipment';

/**
 * Whether what its loggers have read is to be worked out anew after a commit: a box, a count, a plan or a logger's binding says something else of the same readings. So is it
 * where the last binding was taken back. A report asks for none: it would for ever.
 */
export function owesReport(
  before: Shipment | null,
  after: Shipment,
  command: ShipmentCommand['name'] | null = null,
): boolean {
  return command !== 'RecordTemperature' && (hasLoggers(after) || (before !== null && hasLoggers(before)));
}

function hasLoggers({ stages }: Shipment): boolean {
  return stages.temperature.bindings.length > 0;
}
