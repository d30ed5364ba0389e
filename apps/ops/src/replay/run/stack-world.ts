import type { Instant } from '@cellrelay/kernel';
import { after } from '@cellrelay/platform';
import type { ReplayClock } from '@cellrelay/adapter-postgres';
import type { Shipment } from '@cellrelay/shipment';
import type { BellRequest, StoredEntry } from '@cellrelay/use-cases';
import type { Stack } from '../../stack/open-stack.js';
import type { Scenario, Step } from '../scenario/scenario.js';
import type { HttpSteps } from './http-steps.js';
import type { ReplayWorld, StepOutcome } from './replay-world.js';
import type { ToldBells } from './told-bells.js';

export interface StackWorldParts {
  readonly scenario: Scenario;
  readonly stack: Stack;
  readonly clock: ReplayClock;
  readonly steps: Pick<HttpSteps, 'take'>;
  /** Instead of the sweep: the bells that commits told of. For showing what is lost without a sweep. */
  readonly told: ToldBells | null;
}

/** Whatever is open at any time falls within this. */
const tenYearsMs = 10 * 366 * 24 * 3_600_000;
const mostOpenItems = 10_000;
/** How often the queue and the leases are asked whether they are quiet. */
const askEveryMs = 4;
/** A bell that is not answered by then never will be: leases and the queue's own locks are a fraction of it in a replay. */
const mostMs = 30_000;

/** A replay in the whole stack: steps over HTTP, bells over the queue, on a database whose clock stands still until it is set. */
export class StackWorld implements ReplayWorld {
  constructor(private readonly parts: StackWorldParts) {}

  now(): Promise<Instant> {
    return this.parts.clock.now();
  }

  async setClock(at: Instant): Promise<void> {
    if (at > (await this.now())) await this.parts.clock.set(at);
  }

  async take(step: Step): Promise<StepOutcome> {
    const outcome = await this.parts.steps.take(this.parts.scenario, step);
    await this.workedOut();
    return outcome;
  }

  bells(): Promise<readonly BellRequest[]> {
    const { told, stack } = this.parts;
    if (told !== null) return Promise.resolve(told.standing());
    return stack.worker.agenda.due({ fromMs: null, toMs: tenYearsMs }, mostOpenItems);
  }

  async ring(bell: BellRequest): Promise<void> {
    this.parts.told?.rung(bell);
    await this.parts.stack.bell.arm([{ ...bell, waitMs: 0 }]);
    await this.settled();
  }

  async settled(): Promise<void> {
    for (let waitedMs = 0; waitedMs < mostMs; waitedMs += askEveryMs) {
      if ((await this.parts.stack.bell.waiting()) === 0 && (await this.leases()) === 0) return this.workedOut();
      await new Promise<void>((resolve) => after(askEveryMs, resolve));
    }
    throw new Error(`a bell is under way for more than ${mostMs / 1_000} s`);
  }

  /** What readings imply, and which papers are outdated, is recorded right after whatever has changed it: a sweep would come by at another moment each time. */
  private async workedOut(): Promise<void> {
    const { stack, scenario } = this.parts;
    await stack.reports.work(scenario.shipment);
    await stack.paperReports.sweep();
  }

  load(): Promise<Shipment | null> {
    return this.parts.stack.api.shipments.load(this.parts.scenario.shipment);
  }

  log(): Promise<readonly StoredEntry[]> {
    return this.parts.stack.api.shipments.log(this.parts.scenario.shipment, 0, Number.MAX_SAFE_INTEGER);
  }

  private async leases(): Promise<number> {
    const found = await this.parts.stack.worker.pool.query<{ count: number }>(
      'select count(*)::int as count from cellrelay.agenda_item where lease_until > cellrelay.wall_clock()',
    );
    return found.rows[0]?.count ?? 0;
  }
}
