import type { ShipmentId } from '@cellrelay/kernel';
import {
  correctionsOfLines,
  decide,
  defaultPolicy,
  factToCorrect,
  fold,
  type CorrectionOffer,
  type LoggedEvent,
  type ShipmentCommand,
} from '@cellrelay/shipment';
import {
  actionsOf,
  factToCorrectView,
  loggedEventOf,
  parseCommandBody,
  type ActionView,
  type FactToCorrectView,
} from '@cellrelay/use-cases';
import { dryRun } from './dry-world.js';
import { airports, scenarioIn } from './scenarios.js';

/** A scenario's whole log, and how each of its facts can be corrected. */
export interface Played {
  readonly shipment: ShipmentId;
  readonly log: readonly LoggedEvent[];
  readonly offers: readonly CorrectionOffer[];
}

/** Plays a scenario to its end. */
export async function played(name: string): Promise<Played> {
  const scenario = scenarioIn(name);
  const { log: stored } = await dryRun(scenario);
  const log = stored.map(({ text }) => loggedEventOf(text));
  return { shipment: scenario.shipment, log, offers: [...correctionsOfLines(log).values()].flat() };
}

/** The fact that CorrectFact is offered for, as its form has it. Throws where the form could not be opened. */
export function factOf({ log }: Played, { prefill }: CorrectionOffer): FactToCorrectView {
  const found = factToCorrect(Number(prefill['fact']), log);
  if (!found.ok) throw new Error(found.error.sentence);
  return factToCorrectView(found.value, fold(log));
}

/** The action that a correction of its own opens, as the board finds it. */
export function ownAction({ log }: Played, { command, prefill }: CorrectionOffer): ActionView | undefined {
  return actionsOf(fold(log)).actions.find(
    (action) =>
      action.command === command && Object.entries(prefill).every(([name, value]) => action.prefill[name] === value),
  );
}

/** What the core answers to that body: the refusal as JSON, or that it was taken. */
export function answered({ log, shipment }: Played, command: string, body: object): string {
  const read = parseCommandBody(command, body, { shipment, airports, policy: defaultPolicy });
  return read.ok ? decidedOn(log, read.value) : JSON.stringify(read.error);
}

function decidedOn(log: readonly LoggedEvent[], command: ShipmentCommand): string {
  const now = log.at(-1)?.recordedAt;
  if (now === undefined) throw new Error('an empty log');
  const statedBy = { person: 'A. Example', organisation: 'Coordination', how: 'account' } as const;
  const decision = decide(command, fold(log), { now, statedBy, despiteRecord: false }, log);
  return decision.ok ? 'taken' : JSON.stringify(decision.error);
}
