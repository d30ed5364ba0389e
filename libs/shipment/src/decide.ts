import { err, ok, type Instant, type Result } from '@cellrelay/kernel';
import { alertFacts } from './facts.js';
import { causesOf } from './agenda.js';
import { calendarsToPin } from './calendars-to-pin.js';
import { nobodyTold } from './alert/alert.agenda.js';
import { reconcileAlerts } from './alert/alert.decide.js';
import { decideCorrection } from './correct-fact.decide.js';
import { decideStage } from './decide-stage.js';
import { emptyShipment, evolve, fold } from './fold.js';
import { tooLongAgo } from './long-ago.js';
import { owedCommands } from './process.js';
import { keptFrozen, saidNotUsed } from './receipt/receipt.bags.js';
import type {
  CorrectFact,
  LoggedEvent,
  RecordedEvent,
  Shipment,
  ShipmentCommand,
  ShipmentEvent,
  StageCommand,
} from './shipment.js';
import type { Circumstances, Refusal } from './stage.js';

/** What an accepted command leads to: its own events and those of everything that follows in other stages, in order. */
export interface Decision {
  readonly events: readonly ShipmentEvent[];
  /** The shipment after them, as it will be folded from the log. */
  readonly shipment: Shipment;
}

/** More follow-ups than any command has: beyond it two stages keep asking each other, which is a defect. */
const followUpLimit = 40;

/** Commands that are taken after a shipment has ended: late outcomes of what was under way, what becomes of the cells and the box, papers that are put right, follow-ups, deviations, scans, corrections, and the bells. */
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
  'RecordPartyTold',
  'RecordCryopreservedAtOrigin',
  'RecordNotUsedAtOrigin',
  'DeliverToCentre',
  'RecordRelayHandover',
  'RecordScanned',
  'RecordSearchedByHand',
  'RecordXrayDemanded',
  'RecordUnplannedCheckpoint',
  'RecordScanDecision',
  'RecordTemperature',
  'IssuePapers',
  'SupersedePapers',
  'UnbindLogger',
  'CorrectReceipt',
  'RecordArrivalCount',
  'CorrectArrivalCount',
  'CorrectInfusionStart',
  'RecordFollowUp',
  'OpenDeviation',
  'GradeDeviation',
  'RecordPartnerTold',
  'RecordRapidAlert',
  'RecordSpearSubmitted',
  'CloseDeviation',
  'CorrectDeviation',
  'KeepScan',
  'WithdrawScan',
  'RecordFollowUpShipment',
  'RingDeadline',
  'HandCallToPerson',
  'ParkItem',
  'RedriveItem',
  'AcknowledgeAlert',
  'RecordAlertTold',
  'RecordTellingFailed',
  'RecordConditioningStarted',
  'CorrectFact',
  'CorrectCollectionEnd',
  'CorrectCellCount',
]);

/** What is told of the time before the request: a donor registers years ahead of it. */
const reachesBack: ReadonlySet<string> = new Set(['RecordDonorStep']);

/**
 * Decides a command on a shipment (null when there is none yet). Pure: the same command, shipment and moment always give the
 * same events. A refusal, of the command or of anything it leads to, changes nothing. `log` is the shipment's, whole; only a
 * correction needs it (`needsLog`).
 */
export function decide(
  command: ShipmentCommand,
  before: Shipment | null,
  circumstances: Circumstances,
  log?: readonly LoggedEvent[],
): Result<Decision, Refusal> {
  const shipment = before ?? emptyShipment;
  const unfit =
    unfitFor(command, shipment) ??
    (reachesBack.has(command.name) ? undefined : tooLongAgo(command.data, shipment.openedAt));
  if (unfit !== undefined) return err(unfit);
  const first =
    command.name === 'CorrectFact'
      ? correct(command, circumstances, log)
      : step(command, { events: [], shipment }, circumstances);
  const followed = first.ok ? withFollowUps(command.name, first.value, circumstances) : first;
  const done = followed.ok ? withCalendars(followed.value, circumstances) : followed;
  if (!done.ok) return done;
  const reconciled = withAlerts(command.name, done.value, circumstances);
  return ok(standsNobodyTold(reconciled.shipment) ? withAlerts(command.name, reconciled, circumstances) : reconciled);
}

function withAlerts(
  by: ShipmentCommand['name'],
  { shipment, events }: Decision,
  circumstances: Circumstances,
): Decision {
  const facts = alertFacts(shipment, circumstances);
  const alerts = reconcileAlerts(shipment.stages.alert, causesOf(shipment), facts, by);
  return append({ shipment, events }, alerts, circumstances.now);
}

/** That nobody could be told is a trouble of the alerts themselves: it goes when the last of them has gone. */
function standsNobodyTold({ stages }: Shipment): boolean {
  return stages.alert.alerts.some(({ cause, status }) => cause.key === nobodyTold && status !== 'resolved');
}

/** Whether a command can only be decided with the shipment's log in hand. */
export function needsLog(command: ShipmentCommand): boolean {
  return command.name === 'CorrectFact';
}

function unfitFor(command: ShipmentCommand, shipment: Shipment): Refusal | undefined {
  const { status } = shipment.stages.order;
  if (status === 'none' && command.name !== 'OpenShipment')
    return { code: 'no-such-shipment', sentence: 'There is no such shipment.' };
  if (status === 'none' || status === 'open') return undefined;
  if (isTakenAfterTheEnd(command.name, shipment)) return undefined;
  return {
    code: 'shipment-ended',
    sentence: `The shipment is ${status}: nothing more is recorded on it but late outcomes and corrections.`,
  };
}

/**
 * Whether a command is still taken of that shipment once it has ended. What is kept frozen in the centre's tank is infused whenever it is needed, or is not used in the end;
 * the word that a bag is not used, or that a collection was broken off, may have been a mistake that is found late; a product that was not accepted, and none of which was
 * to be used, may be accepted after all. That a conditioning had started may be learned of late, and then a backup is looked for.
 */
export function isTakenAfterTheEnd(name: ShipmentCommand['name'], { stages }: Shipment): boolean {
  if (acceptedAfterClosing.has(name)) return true;
  const { receipt, collection } = stages;
  const kept = keptFrozen(receipt).length > 0;
  switch (name) {
    case 'StartInfusion':
      return kept || saidNotUsed(receipt).length > 0;
    case 'AcceptProduct':
      return receipt.status === 'not-used' && receipt.acceptedAt === null;
    case 'RecordBagNotUsed':
      return kept;
    case 'EndCollection':
      return collection.days.some(({ status }) => status === 'broken-off');
    default:
      return isOfPatient(name, stages);
  }
}

/** Taken while the record says that somebody's conditioning has started: that it has not after all, and what they could have instead. */
function isOfPatient(name: string, { 'donor-clearance': { conditioning } }: Shipment['stages']): boolean {
  return ofPatients.has(name) && conditioning.some(({ status }) => status === 'started');
}

const ofPatients: ReadonlySet<string> = new Set(['PlanConditioning', 'NameBackup', 'CallUponBackup', 'WithdrawBackup']);

/** A correction changes how the log reads, so the state after it is folded from all of it. */
function correct(
  command: CorrectFact,
  circumstances: Circumstances,
  log: readonly LoggedEvent[] | undefined,
): Result<Decision, Refusal> {
  if (log === undefined) throw new Error('a correction is decided with the log in hand');
  const decided = decideCorrection(command, log, circumstances);
  if (!decided.ok) return decided;
  const line = { seq: (log.at(-1)?.seq ?? 0) + 1, recordedAt: circumstances.now, event: decided.value };
  return ok({ events: [decided.value], shipment: fold([...log, line]) });
}

function step(command: StageCommand, decision: Decision, circumstances: Circumstances): Result<Decision, Refusal> {
  const decided = decideStage(command, decision.shipment, circumstances);
  return decided.ok ? ok(append(decision, decided.value, circumstances.now)) : decided;
}

function withFollowUps(name: string, first: Decision, circumstances: Circumstances): Result<Decision, Refusal> {
  const byProcess = { ...circumstances, statedBy: byRule };
  let decision = first;
  for (let count = 0; count <= followUpLimit; count += 1) {
    const [next] = owedCommands(decision.shipment);
    if (next === undefined) return ok(decision);
    const done = step(next, decision, byProcess);
    if (!done.ok) return done;
    decision = done.value;
  }
  throw new Error(`${name} leads to no end: ${owedCommands(decision.shipment)[0]?.name ?? ''} again and again`);
}

function withCalendars(decision: Decision, circumstances: Circumstances): Result<Decision, Refusal> {
  const command = calendarsToPin(decision.shipment, decision.events, circumstances);
  return command === undefined ? ok(decision) : step(command, decision, { ...circumstances, statedBy: byRule });
}

const byRule = { person: 'process', organisation: 'CellRelay', how: 'rule' } as const;

function append(decision: Decision, events: readonly RecordedEvent[], recordedAt: Instant): Decision {
  const shipment = events.reduce(
    (state, event) => evolve(state, { seq: state.revision + 1, recordedAt, event }),
    decision.shipment,
  );
  return { events: [...decision.events, ...events], shipment };
}
