import type { Ran } from '../../../apps/ops/src/replay/expect/expectations.js';
import { HttpSteps } from '../../../apps/ops/src/replay/run/http-steps.js';
import type { StepOutcome } from '../../../apps/ops/src/replay/run/replay-world.js';
import { runScenario } from '../../../apps/ops/src/replay/run/run-scenario.js';
import { StackWorld } from '../../../apps/ops/src/replay/run/stack-world.js';
import type { Scenario, Step } from '../../../apps/ops/src/replay/scenario/scenario.js';
import type { CaseOnBoard } from './case-on-board.js';
import { password, type CasePeople } from './case-people.js';

/** What people do of a step in their browsers; undefined leaves the step to the program. */
export type ByHand = (step: Step) => Promise<void> | undefined;

/** Plays a scenario; at each step the clock is put forward, and whoever does it by hand does it then. */
export async function played(
  scenario: Scenario,
  on: CaseOnBoard,
  { people, byHand }: { readonly people: CasePeople; readonly byHand: ByHand },
): Promise<Ran> {
  const http = await HttpSteps.signIn(await on.url, { name: 'coordinator', password });
  const take = async (_: Scenario, step: Step): Promise<StepOutcome> => {
    on.showTime(step.at);
    const done = byHand(step);
    if (done !== undefined) return done.then(() => ({ kind: 'accepted' }));
    const outcome = await http.take(scenario, step);
    if (step.number === 0) await people.stand(http, scenario, step);
    return outcome;
  };
  const world = new StackWorld({ scenario, stack: on.stack, clock: on.clock, told: null, steps: { take } });
  const taken = await runScenario(scenario, world);
  const shipment = await world.load();
  if (shipment === null) throw new Error('the case did not open its shipment');
  return { taken, shipment, log: await world.log() };
}
