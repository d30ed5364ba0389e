import { rehearsalDesks } from '@cellrelay/adapter-desks';
import type { Instant } from '@cellrelay/kernel';
import { defaultPolicy, type Shipment } from '@cellrelay/shipment';
import { FakeClock, MemoryStore, operatorsCoordinator, type MemoryWords } from '@cellrelay/testkit';
import {
  AnswerBell,
  DeskDirectory,
  IssueCommand,
  TakeCommand,
  fixedPolicies,
  noRelay,
  reached,
  type Airports,
  type BellRequest,
  type Desk,
  type StoredEntry,
} from '@cellrelay/use-cases';
import type { Ran } from '../../apps/ops/src/replay/expect/expectations.js';
import type { ReplayWorld, StepOutcome } from '../../apps/ops/src/replay/run/replay-world.js';
import { runScenario } from '../../apps/ops/src/replay/run/run-scenario.js';
import { replayAccount, stepKey } from '../../apps/ops/src/replay/run/step-ids.js';
import type { Scenario, Step } from '../../apps/ops/src/replay/scenario/scenario.js';
import { stageRevisionFor } from '../../apps/ops/src/replay/run/stage-revision.js';
import { airports, holidays } from './scenarios.js';

const tenYearsMs = 10 * 366 * 24 * 3_600_000;

/** A replay through the core and the use cases alone: no database, no queue, no HTTP. Its log must be that of the whole stack. */
export class DryWorld implements ReplayWorld {
  readonly failures: unknown[] = [];
  private readonly clock = new FakeClock('1970-01-01T00:00:00.000Z' as Instant);
  private readonly store = new MemoryStore(this.clock);
  private readonly takeCommand: TakeCommand;
  private readonly answerBell: AnswerBell;

  constructor(
    private readonly scenario: Scenario,
    airports: Airports,
    rehearsal: readonly Desk[] = rehearsalDesks(scenario.script, airports),
    words?: MemoryWords,
  ) {
    const { store } = this;
    const issue = new IssueCommand(store, noRelay, reached, holidays);
    this.takeCommand = new TakeCommand({
      issue,
      store,
      airports,
      policies: fixedPolicies(defaultPolicy, ...scenario.policies),
      ...(words && { words }),
    });
    this.answerBell = new AnswerBell({
      agenda: store,
      issue,
      desks: new DeskDirectory(store, { real: [], rehearsal }),
      points: reached,
      failed: (_item, error) => this.failures.push(error),
    });
  }

  now(): Promise<Instant> {
    return Promise.resolve(this.clock.at);
  }

  setClock(at: Instant): Promise<void> {
    if (at > this.clock.at) this.clock.at = at;
    return Promise.resolve();
  }

  async take(step: Step): Promise<StepOutcome> {
    const { shipment } = this.scenario;
    const outcome = await this.takeCommand.take({
      shipment,
      name: step.command,
      body: step.body,
      ifMatch: step.number === 0 ? null : stageRevisionFor(step, await this.load()),
      idempotencyKey: stepKey(this.scenario, step),
      account: { name: replayAccount, acting: { ...operatorsCoordinator, person: replayAccount } },
    });
    if (outcome.kind === 'accepted') return { kind: 'accepted' };
    const [{ code, sentence }] = outcome.refusals;
    return { kind: 'refused', code, sentence };
  }

  bells(): Promise<readonly BellRequest[]> {
    return this.store.due({ fromMs: null, toMs: tenYearsMs }, 1_000);
  }

  async ring(bell: BellRequest): Promise<void> {
    await this.answerBell.answer(bell.id, bell.revision);
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  load(): Promise<Shipment | null> {
    return this.store.load(this.scenario.shipment);
  }

  log(): Promise<readonly StoredEntry[]> {
    return this.store.log(this.scenario.shipment, 0, Number.MAX_SAFE_INTEGER);
  }
}

/** Plays a scenario through the core alone; with the script's own desks unless told of others, and with its words in the log unless something seals them. */
export async function dryRun(
  scenario: Scenario,
  desks?: readonly Desk[],
  words?: MemoryWords,
): Promise<Ran & { readonly failures: readonly unknown[] }> {
  const world = new DryWorld(scenario, airports, desks, words);
  const taken = await runScenario(scenario, world);
  const shipment = await world.load();
  if (shipment === null) throw new Error('no shipment was opened');
  return { taken, shipment, log: await world.log(), failures: world.failures };
}
