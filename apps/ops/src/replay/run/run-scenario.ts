import type { Instant } from '@cellrelay/kernel';
import type { BellRequest } from '@cellrelay/use-cases';
import { unmetStanding } from '../expect/standing.js';
import { withItsLine } from '../scenario/named-fact.js';
import type { Scenario, Step } from '../scenario/scenario.js';
import type { ReplayWorld, StepOutcome } from './replay-world.js';
import { lastStepIn } from './step-ids.js';

/** A step with what became of it. Null: an earlier run of the same replay had taken it already. */
export interface TakenStep {
  readonly step: Step;
  readonly outcome: StepOutcome | null;
  /** What was expected to stand after it and did not. */
  readonly unmet: readonly string[];
}

/** More bells than any scenario rings: beyond it the agenda is going round in circles. */
const mostBells = 5_000;

/**
 * Runs a scenario: again and again the earlier of the next step and the next bell, the clock put forward to it. What is due at
 * the moment of a step is rung before it, one bell after the other, so that two runs come to the same log byte for byte. On a
 * database that an earlier run has left half-way, it goes on from there.
 */
export async function runScenario(scenario: Scenario, world: ReplayWorld): Promise<readonly TakenStep[]> {
  await world.settled();
  const last = lastStepIn(await world.log(), scenario);
  const since = last < 0 ? null : await world.now();
  const taken: TakenStep[] = [];
  for (const step of scenario.steps) {
    if (last < 0 && step.number === 0) await world.setClock(step.at);
    await ringUntil(step.at, world);
    taken.push(await takeStep(step, world, { last, since }));
  }
  await ringUntil(scenario.until, world);
  return taken;
}

/**
 * Steps up to the last one in the log are done. So are later ones from before the clock: they were refused, and left nothing
 * behind; asked again now, another state might answer them otherwise.
 */
async function takeStep(
  step: Step,
  world: ReplayWorld,
  before: { readonly last: number; readonly since: Instant | null },
): Promise<TakenStep> {
  if (step.number <= before.last || (before.since !== null && step.at < before.since)) {
    return { step, outcome: null, unmet: [] };
  }
  await world.setClock(step.at);
  const body = await withItsLine(step.command, step.body, () => world.log());
  const outcome = await world.take({ ...step, body });
  if (step.then === null) return { step, outcome, unmet: [] };
  await ringUntil(step.at, world);
  const shipment = await world.load();
  return { step, outcome, unmet: shipment === null ? ['there is no shipment'] : unmetStanding(step.then, shipment) };
}

/** Rings all that is due up to a moment, in order; with null until nothing is left to ring. */
async function ringUntil(until: Instant | null, world: ReplayWorld): Promise<void> {
  let before: BellRequest | undefined;
  for (let count = 0; count < mostBells; count += 1) {
    const bell = firstDue(await world.bells());
    if (bell === undefined || (until !== null && bell.dueAt > until)) return;
    if (before !== undefined && isSame(bell, before)) throw new Error(`bell ${bell.id} of ${bell.stage} rings in vain`);
    await world.setClock(bell.dueAt);
    await world.ring(bell);
    before = bell;
  }
  throw new Error(`more than ${mostBells} bells: the agenda goes round in circles`);
}

/** The first in the store's order of due time and key; one that waits after a failure comes when its wait is over. */
function firstDue(bells: readonly BellRequest[]): BellRequest | undefined {
  return bells.reduce<BellRequest | undefined>(
    (first, bell) => (first === undefined || bell.dueAt < first.dueAt ? bell : first),
    undefined,
  );
}

function isSame(a: BellRequest, b: BellRequest): boolean {
  return a.id === b.id && a.revision === b.revision && a.dueAt === b.dueAt;
}
