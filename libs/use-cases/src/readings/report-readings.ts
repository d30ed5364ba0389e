import {
  commandIdOf,
  instantFromMillis,
  latest,
  millisOf,
  type CommandId,
  type Instant,
  type ShipmentId,
} from '@cellrelay/kernel';
import {
  silentFrom,
  temperatureReport,
  type Shipment,
  type StatedBy,
  type TemperatureReport,
} from '@cellrelay/shipment';
import type { Reading } from '@cellrelay/viability';
import type { IssueCommand } from '../command/issue-command.js';
import { fingerprint } from '../log/chain.js';
import type { ShipmentMark } from '../marks/marks.port.js';
import { settleMarks } from '../marks/settle-marks.js';
import type { Clock, ShipmentStore } from '../ports.js';
import { boundReadings, type IdentifiedShipment } from './bound-readings.js';
import { clockToleranceMs } from './reading-row.js';
import type { ReadingStore } from './readings.port.js';

/** What readings are worked out with. */
export interface ReportReadingsParts {
  readonly store: Pick<ReadingStore, 'of' | 'mark' | 'marked' | 'clear' | 'putOff'>;
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly issue: Pick<IssueCommand, 'asSystem'>;
  readonly clock: Clock;
  /** Told of what failed, for the log. */
  readonly failed: (shipment: ShipmentId, error: unknown) => void;
}

const statedBy: StatedBy = { person: 'loggers', organisation: 'CellRelay', how: 'desk' };

/** Whoever brought readings is given so long to work them out. */
const idleMs = 5_000;
const mostAtOnce = 20;

/**
 * Brings what a shipment's readings imply into its log. A mark is kept in one transaction with readings, and with whatever else may change what they imply, and goes once the log
 * has it: whoever dies in between leaves the mark, and a sweep does the rest. Done twice, nothing is recorded twice: a report that says nothing new is none.
 */
export class ReportReadings {
  constructor(private readonly parts: ReportReadingsParts) {}

  /** Of one shipment, unless somebody has just done it. Throws where it could not be done; the mark stays. */
  async work(shipment: ShipmentId): Promise<void> {
    const mark = await this.parts.store.mark(shipment);
    if (mark !== null) await this.settle(mark);
  }

  /** Whatever others left behind. One that fails waits, longer each time, and holds up no other. */
  async sweep(): Promise<void> {
    const { store: marks, failed } = this.parts;
    await settleMarks(await marks.marked(idleMs, mostAtOnce), { marks, failed, settle: (mark) => this.settle(mark) });
  }

  private async settle(mark: ShipmentMark): Promise<void> {
    // Before anything is read: of two reports, the later has then seen whatever the earlier had, and the log takes no earlier one after it.
    const asOf = await this.parts.clock.now();
    const shipment = await this.parts.shipments.load(mark.shipment);
    const waitMs = shipment === null ? 0 : await this.report({ id: mark.shipment, shipment }, asOf);
    if (waitMs > 0) await this.parts.store.putOff(mark, waitMs);
    else await this.parts.store.clear(mark);
  }

  /** Answers after how many milliseconds they say something else by themselves: a reading's time comes that is ahead of our clock still, or a logger is taken for silent. 0: they never do. */
  private async report({ id, shipment }: IdentifiedShipment, now: Instant): Promise<number> {
    const asOf = latest([now, shipment.recordedAt ?? now]) ?? now;
    const furthest = instantFromMillis(millisOf(asOf) + clockToleranceMs);
    const readings = await boundReadings(this.parts.store, { id, shipment }, furthest);
    const report = temperatureReport(shipment, readings, asOf);
    if (report !== null) await this.record(id, shipment, report);
    return untilNext(readings, asOf, silentFrom(shipment, readings, asOf));
  }

  private async record(id: ShipmentId, shipment: Shipment, report: TemperatureReport): Promise<void> {
    const command = { name: 'RecordTemperature', data: report } as const;
    const outcome = await this.parts.issue.asSystem(id, commandId(id, shipment, report), command, statedBy);
    if (outcome.kind === 'refused' && outcome.refusal.code !== 'report-overtaken')
      throw new Error(`what the readings say could not be recorded: ${outcome.refusal.sentence}`);
  }
}

function untilNext(readings: ReadonlyMap<string, readonly Reading[]>, asOf: Instant, silent: Instant | null): number {
  const now = millisOf(asOf);
  const ahead = [...readings.values()].flatMap((each) => each.find(({ atMillis }) => atMillis > now)?.atMillis ?? []);
  const moments = silent === null ? ahead : [...ahead, millisOf(silent)];
  return moments.length === 0 ? 0 : Math.min(...moments) - now;
}

/** The same report on the same state is the same command. */
function commandId(id: ShipmentId, { revision }: Shipment, report: TemperatureReport): CommandId {
  const command = commandIdOf(`readings/${id}/${revision}/${fingerprint(report).slice(0, 16)}`);
  if (command === undefined) throw new Error(`no command id for readings of ${id}`);
  return command;
}
