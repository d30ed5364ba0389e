import { millisOf } from '@cellrelay/kernel';
import type { Scenario, Step } from '../../../apps/ops/src/replay/scenario/scenario.js';
import type { FirstItem } from './open-items.js';

/** What a shipment waits for: somebody who has an item, a bell of its own, a later moment, or nothing any more. */
export type Want =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'bell'; readonly item: FirstItem }
  | { readonly kind: 'moment'; readonly atMs: number }
  | { readonly kind: 'nothing' };

/** When the shipments' clock stands there, and when the items were begun to be read. */
export interface Look {
  readonly nowMs: number;
  readonly readAtMs: number;
}

/** One shipment on its way through its scenario: bell by bell and step by step in the order of an undisturbed replay. */
export class ShipmentCopy {
  private next = 0;
  private underWay = false;
  private doneAtMs = 0;
  private failure: Error | null = null;

  constructor(
    readonly scenario: Scenario,
    private readonly take: (step: Step) => Promise<void>,
  ) {}

  /** How many steps have been taken. */
  get taken(): number {
    return this.next;
  }

  /** What it wants now. A step whose time has come is begun. Throws when one has failed. */
  wants(item: FirstItem | undefined, look: Look): Want {
    if (this.failure !== null) throw this.failure;
    if (this.isBusy(item, look)) return { kind: 'quiet' };
    const bell = this.stillRings(item) ? item : undefined;
    if (bell !== undefined && bell.ringsAtMs <= look.nowMs) return { kind: 'bell', item: bell };
    const step = this.scenario.steps[this.next];
    if (step !== undefined && millisOf(step.at) <= look.nowMs) {
      this.begin(step);
      return { kind: 'quiet' };
    }
    return momentOf(bell, step);
  }

  /** What was read before the last step had been taken does not know what that step made due. */
  private isBusy(item: FirstItem | undefined, { readAtMs }: Look): boolean {
    return this.underWay || this.doneAtMs > readAtMs || item?.isLeased === true;
  }

  /** After the last step bells ring until the scenario ends. */
  private stillRings(item: FirstItem | undefined): boolean {
    const { steps, until } = this.scenario;
    if (item === undefined || this.next < steps.length || until === null) return true;
    return item.ringsAtMs <= millisOf(until);
  }

  private begin(step: Step): void {
    this.underWay = true;
    void this.take(step)
      .then(
        () => (this.next += 1),
        (error: unknown) => (this.failure = error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        this.underWay = false;
        this.doneAtMs = performance.now();
      });
  }
}

/** The earlier of the next bell and the next step. */
function momentOf(bell: FirstItem | undefined, step: Step | undefined): Want {
  const atMs = Math.min(bell?.ringsAtMs ?? Infinity, step === undefined ? Infinity : millisOf(step.at));
  return atMs === Infinity ? { kind: 'nothing' } : { kind: 'moment', atMs };
}
