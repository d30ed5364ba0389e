import {
  installReplayClock,
  openReplayClock,
  type DatabaseUrls,
  type ReplayClock,
  type StorePoint,
} from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import type { Logger } from '@cellrelay/platform';
import { noRelay, type FaultPoints } from '@cellrelay/use-cases';
import { openStack, type Stack } from '../../stack/open-stack.js';
import type { Ran } from '../expect/expectations.js';
import type { Scenario } from '../scenario/scenario.js';
import { HttpSteps } from './http-steps.js';
import { openReplayApi } from './replay-api.js';
import { runScenario } from './run-scenario.js';
import { StackWorld } from './stack-world.js';
import { ToldBells } from './told-bells.js';

export interface ReplayOptions {
  /** A migrated database that is the replay's alone; half-way through this very scenario when an earlier run was cut short. */
  readonly urls: DatabaseUrls;
  readonly logger: Logger;
  /** False: nothing sweeps, so that only the bells which commits told this process of are rung. For showing what that loses. */
  readonly sweeps: boolean;
  /** Tests let the process die at one of these. */
  readonly points?: FaultPoints;
  readonly storePoint?: (point: StorePoint) => Promise<void>;
}

/** A replay rings one bell at a time, and waits little for a process that died. */
const bells = { ring: 1, call: 1, lockMs: 1_500, stalledMs: 500 } as const;
const leaseMs = 2_000;
/** Without a sweep, commits tell of every bell however far ahead. */
const tenYearsMs = 10 * 366 * 24 * 3_600_000;

/** Plays a scenario through the whole stack in this process: API over HTTP, store, queue, worker, rehearsal desks. */
export async function replayOn(scenario: Scenario, options: ReplayOptions): Promise<Ran> {
  const opened: (() => Promise<unknown>)[] = [];
  try {
    const clock = await clockOf(options.urls.ownerUrl, scenario.steps[0]?.at);
    opened.push(() => clock.close());
    const told = options.sweeps ? null : new ToldBells();
    const stack = await stackOf(scenario, options, told);
    opened.push(() => stack.close());
    const api = await openReplayApi(stack, options.logger);
    opened.push(() => api.close());
    const steps = await HttpSteps.signIn(api.url, api.account);
    return await ran(scenario, new StackWorld({ scenario, stack, clock, steps, told }));
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

async function ran(scenario: Scenario, world: StackWorld): Promise<Ran> {
  const taken = await runScenario(scenario, world);
  const shipment = await world.load();
  if (shipment === null) throw new Error('the scenario did not open its shipment');
  return { taken, shipment, log: await world.log() };
}

/** The clock of a run that was cut short goes on from where it stood. */
async function clockOf(ownerUrl: string, start: Instant | undefined): Promise<ReplayClock> {
  const found = openReplayClock(ownerUrl);
  const stands = await found.now().then(
    () => true,
    () => false,
  );
  if (stands) return found;
  await found.close();
  if (start === undefined) throw new Error('a scenario without steps');
  return installReplayClock(ownerUrl, start);
}

function stackOf(scenario: Scenario, options: ReplayOptions, told: ToldBells | null): Promise<Stack> {
  return openStack({
    urls: options.urls,
    logger: options.logger,
    script: scenario.script,
    sweepEveryMs: null,
    after: told ?? noRelay,
    bells,
    leaseMs,
    poolSize: 4,
    ...(told === null ? {} : { armWithinMs: tenYearsMs }),
    ...(options.points === undefined ? {} : { points: options.points }),
    ...(options.storePoint === undefined ? {} : { storePoint: options.storePoint }),
  });
}
