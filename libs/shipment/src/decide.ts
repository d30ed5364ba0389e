import { err, ok, type Instant, type Result } from '@cellrelay/kernel';
import { alertFacts } from './facts.js';
import { causesOf } from './agenda.js';
import { reconcileAlerts } from './alert/alert.decide.js';
import { decideStage } from './decide-stage.js';
import { emptyShipment, evolve } from './fold.js';
import { owedCommands } from './process.js';
import type { Shipment, ShipmentCommand, ShipmentEvent } from './shipment.js';
import type { Circumstances, Refusal } from './stage.js';

/** What an accepted command leads to: its own events and those of everything that follows in other stages, in order. */
export interface Decision {
  readonly events: readonly ShipmentEvent[];
  /** The shipment after them, as it will be folded from the log. */
  readonly shipment: Shipment;
}

/** More follow-ups than any command has: beyond it two stages keep asking each other, which is a defect. */
const followUpLimit = 40;

/** Commands that are taken after a shipment has ended: late outcomes of what was under way, and the bells. */
const acceptedAfterClosing: ReadonlySet<string> = new Set([
  'RecordSeatsHeld',
  'RecordSeatsRefused',
  'RecordSeatsTicketed',
  'RecordSeatsGivenUp',
  'RecordHoldLapsed',
  'RecordFlightCancelled',
  'RecordFlightEstimate',
  'RecordDeparture',
  'RecordArrival',
  'RecordCustomsSubmitted',
  'RecordCustomsGranted',
  'RecordCustomsRefused',
  'RecordCustomsWithdrawn',
  'RecordCustomsCleared',
  'RecordReleasedFirst',
  'RecordRegularised',
  'RecordExemptionRequested',
  'RecordExemptionGranted',
  'RecordExemptionRefused',
  'RecordExemptionNotified',
  'RecordExemptionWithdrawn',
  'RecordStandDownTold',
  'RecordFollowUpShipment',
  'RingDeadline',
  'HandCallToPerson',
  'ParkItem',
  'RedriveItem',
  'AcknowledgeAlert',
]);

/**
 * Decides a command on a shipment (null when there is none yet). Pure: the same command, shipment and moment always give the
 * same events. A refusal, of the command or of anything it leads to, changes nothing.
 */
export function decide(
  command: ShipmentCommand,
  before: Shipment | null,
  circumstances: Circumstances,
): Result<Decision, Refusal> {
  const shipment = before ?? emptyShipment;
  const unfit = unfitFor(command, shipment);
  if (unfit !== undefined) return err(unfit);
  const done = withFollowUps(command, shipment, circumstances);
  if (!done.ok) return done;
  const facts = alertFacts(done.value.shipment, circumstances);
  const alerts = reconcileAlerts(done.value.shipment.stages.alert, causesOf(done.value.shipment), facts, command.name);
  return ok(append(done.value, alerts, circumstances.now));
}

function unfitFor(command: ShipmentCommand, shipment: Shipment): Refusal | undefined {
  const { status } = shipment.stages.order;
  if (status === 'none' && command.name !== 'OpenShipment')
    return { code: 'no-such-shipment', sentence: 'There is no such shipment.' };
  if (status !== 'closed' && status !== 'stopped') return undefined;
  if (acceptedAfterClosing.has(command.name)) return undefined;
  return {
    code: 'shipment-ended',
    sentence: `The shipment is ${status}: nothing more is recorded on it but late outcomes.`,
  };
}

function withFollowUps(
  command: ShipmentCommand,
  shipment: Shipment,
  circumstances: Circumstances,
): Result<Decision, Refusal> {
  let decision: Decision = { events: [], shipment };
  let next: ShipmentCommand | undefined = command;
  for (let count = 0; next !== undefined; count += 1) {
    if (count > followUpLimit) throw new Error(`${command.name} leads to no end: ${next.name} again and again`);
    const by = count === 0 ? circumstances : { ...circumstances, statedBy: byRule };
    const step = decideStage(next, decision.shipment, by);
    if (!step.ok) return step;
    decision = append(decision, step.value, circumstances.now);
    next = owedCommands(decision.shipment)[0];
  }
  return ok(decision);
}

const byRule = { person: 'process', organisation: 'CellRelay', how: 'rule' } as const;

function append(decision: Decision, events: readonly ShipmentEvent[], recordedAt: Instant): Decision {
  const shipment = events.reduce(
    (state, event) => evolve(state, { seq: state.revision + 1, recordedAt, event }),
    decision.shipment,
  );
  return { events: [...decision.events, ...events], shipment };
}
