import type { Instant, ShipmentId } from '@cellrelay/kernel';
import { mayIssue, mayKnow, readingOf, type RecordedLine, type Shipment } from '@cellrelay/shipment';
import type { ReadingsOfShipment } from '../forecast/forecast-questions.js';
import { loggedEventOf } from '../log/entry.js';
import type { Acting } from '../people/acting.js';
import type { ShipmentStore } from '../ports.js';
import { knowsPatient, seenBy, type Seen } from '../questions/seen.js';
import { decisionStandingOf } from './decision-standing.js';
import type { DecisionView } from './decision-views.js';
import { decisionsTaken, mayBeDecided } from './decisions-taken.js';
import { optionsOf } from './decision-option.js';
import { askedOn } from './decisions-asked.js';

/** What there is to know for the decision on a count, as each reader may know it. */
export class DecisionQuestion {
  constructor(
    private readonly shipments: Pick<ShipmentStore, 'load' | 'log'>,
    private readonly readings: ReadingsOfShipment,
    private readonly now: () => Promise<Instant>,
  ) {}

  /** Undefined where there is no such shipment for them. */
  async decision(id: ShipmentId, reader: Acting): Promise<DecisionView | undefined> {
    const shipment = await this.shipments.load(id);
    const seen = shipment === null ? undefined : seenBy(reader, shipment);
    if (shipment === null || seen === undefined) return undefined;
    const { held, state } = seen;
    const whole = knowsPatient(held) ? shipment : state;
    const known = await this.known(id, shipment, seen);
    return {
      ...decisionStandingOf(seen),
      options: optionsOf({ held, reader, state, whole, known }),
      taken: decisionsTaken(mayBeDecided(shipment) ? await this.read(id) : [], reader, held),
      asked: askedOn(state),
      mayDecide: mayIssue(held, 'DecideOnCount'),
    };
  }

  /** What doses are forecast by, for whoever is told them once there are any. */
  private async known(id: ShipmentId, shipment: Shipment, { held }: Seen) {
    const told = mayKnow(held, 'counted-dose') && knowsPatient(held);
    if (!told || shipment.stages['cell-count'].status === 'awaited') return null;
    return { readings: await this.readings(id, shipment), asOf: await this.now() };
  }

  /** The log as it reads by now: what was corrected is told as it was corrected to. */
  private async read(id: ShipmentId): Promise<readonly RecordedLine[]> {
    const log = await this.shipments.log(id, 0, Number.MAX_SAFE_INTEGER);
    return readingOf(log.map(({ text }) => loggedEventOf(text))).lines;
  }
}
