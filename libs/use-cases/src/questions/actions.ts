import {
  allowedIn,
  commandStages,
  isTakenAfterTheEnd,
  type Obligation,
  type Shipment,
  type TransitionTable,
} from '@cellrelay/shipment';
import { commandCatalogue, fieldsOf, isPersonCommand, titleOf } from '../wire/catalogue.js';
import type { PersonCommandName } from '../wire/command-wire.js';
import { shaped } from './action-shape.js';
import { milestoneRecorded, onRecord, withPlace } from './action-steps.js';
import type { Form, Subject } from './action-subject.js';
import { consequencesOf } from './consequences.js';
import { subjectsOf } from './subjects.js';
import type { ActionView, NotNowView } from './views.js';

/** What may be done now, and why the rest may not. */
export interface Actions {
  readonly actions: readonly ActionView[];
  readonly notNow: readonly NotNowView[];
}

/** Every command that the tables take now, for each thing it can be about, with its form; and of the others, why not. */
export function actionsOf(shipment: Shipment): Actions {
  const subjects = subjectsOf(shipment);
  const actions = subjects.flatMap((subject) =>
    subject.commands.flatMap((command) => actionsOn(shipment, subject, command)),
  );
  const open = new Set(actions.map(({ command }) => command));
  const notNow = commandCatalogue
    .map(({ name }) => name)
    .filter(isPersonCommand)
    .filter((name) => name !== 'OpenShipment' && !open.has(name))
    .map((name) => ({ command: name, label: titleOf(name), why: whyNot(shipment, subjects, name) }));
  return { actions, notNow };
}

/** The same, each with its place in the trip and on the agenda. */
export function actionsPlaced(shipment: Shipment, owed: readonly Obligation[]): Actions {
  const { actions, notNow } = actionsOf(shipment);
  return { actions: withPlace(actions, owed, shipment), notNow };
}

function actionsOn(shipment: Shipment, subject: Subject, command: PersonCommandName): readonly ActionView[] {
  if (endedWords(shipment, command) !== undefined || !isTaken(subject, command)) return [];
  const forms = subject.forms?.[command] ?? [{ prefill: {} }];
  return typeof forms === 'string' ? [] : forms.map((form) => actionOf(shipment, subject, { command, form }));
}

function actionOf(
  shipment: Shipment,
  subject: Subject,
  issued: { command: PersonCommandName; form: Form },
): ActionView {
  const { command, form } = issued;
  const stage = commandStages[command];
  const prefill = { ...zonesIn(command, subject), ...subject.prefill, ...form.prefill };
  return {
    command,
    stage,
    stageRevision: shipment.stageRevisions[stage],
    label: form.label ?? titleOf(command),
    subject: form.about ?? subject.about,
    prefill,
    fields: { ...shaped(fieldsOf(command), form.shape ?? {}) },
    consequences: consequencesOf(command, prefill, shipment),
    milestone: milestoneRecorded(command, prefill),
    onRecord: onRecord(shipment, command),
    due: null,
    next: false,
  };
}

/** Every stated time of the body begins with the zone in whose clock it will have been read. */
function zonesIn(command: PersonCommandName, { zone, zones }: Subject): Readonly<Record<string, unknown>> {
  const properties = (fieldsOf(command)['properties'] ?? {}) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  const timed = Object.entries(properties).filter(([, field]) => field['x-kind'] === 'zoned-time');
  return Object.fromEntries(timed.map(([name]) => [name, { zone: zones?.[name] ?? zone }]));
}

/** Commands that make sense again in the state they lead to; what else would change nothing is not offered. */
const repeatable: ReadonlySet<PersonCommandName> = new Set<PersonCommandName>([
  'NameParty',
  'RecordRegistryConsent',
  'ChangeProduct',
  'RecordBloodGroups',
  'DecideOnProcessing',
  'AdoptPolicy',
  'DecideOnChangedLimit',
  'CancelShipment',
  'DecideOnSuspension',
  'RecordDonorStep',
  'PlanConditioning',
  'RecordConditioningStarted',
  'NameBackup',
  'PostponeCollection',
  'PostponeShipping',
  'CorrectCollectionEnd',
  'SplitBag',
  'AllotBag',
  'RecordCryopreservedAtOrigin',
  'RecordNotUsedAtOrigin',
  'RecordFollowUpShipment',
  'DivertShipment',
  'RecordStandDownTold',
  'CorrectCellCount',
  'ProposePlan',
  'RebookLeg',
  'RecordFlightEstimate',
  'RecordDeparture',
  'RecordCustomsEscalated',
  'RecordDemandEscalated',
  'RecordScanDecision',
  'RecordUnplannedCheckpoint',
  'NominateCourier',
  'RecordCourierFit',
  'RecordVisa',
  'RecordPositioningTrip',
  'SendSubstitute',
  'BookCargo',
  'ChargeShipper',
  'PackBox',
  'RecordCargoLoaded',
  'RecordCargoReady',
  'PlanRelay',
  'CancelRelay',
  'RecordRelayHandover',
  'RecordLoggerHeard',
  'RecordLoggerSilent',
  'StartInfusion',
  'CorrectReceipt',
  'AcceptProduct',
  'RecordArrivalCount',
  'CorrectArrivalCount',
  'CorrectInfusionStart',
  'RecordBagNotUsed',
  'GradeDeviation',
  'RecordPartnerTold',
  'RecordRapidAlert',
  'RecordSpearSubmitted',
  'CorrectDeviation',
]);

function isTaken({ table, state }: Subject, command: PersonCommandName): boolean {
  if (!allowedIn(table, state).includes(command)) return false;
  return repeatable.has(command) || leadsElsewhere(table, state, command);
}

function leadsElsewhere(table: TransitionTable, state: string, command: string): boolean {
  return table.moves.some(
    (move) => move.command === command && move.from.includes(state) && move.to.some((to) => to !== state),
  );
}

/** Outcomes that are taken when they come in after the end, and that nobody asks for any more. */
const noLongerAsked: ReadonlySet<PersonCommandName> = new Set<PersonCommandName>([
  'RecordSeatsHeld',
  'RecordSeatsRefused',
  'RecordSeatsTicketed',
  'RecordFlightCancelled',
  'RecordFlightEstimate',
  'RecordDeparture',
  'RecordArrival',
  'RecordCustomsSubmitted',
  'RecordCustomsGranted',
  'RecordCustomsRefused',
  'RecordCustomsCleared',
  'RecordReleasedFirst',
  'RecordExemptionRequested',
  'RecordExemptionGranted',
  'RecordExemptionRefused',
  'RecordExemptionNotified',
]);

function endedWords(shipment: Shipment, command: PersonCommandName): string | undefined {
  const { status } = shipment.stages.order;
  const asked = isTakenAfterTheEnd(command, shipment) && !noLongerAsked.has(command);
  return status === 'open' || asked ? undefined : `The shipment is ${status}.`;
}

function whyNot(shipment: Shipment, subjects: readonly Subject[], command: PersonCommandName): string {
  if (command === 'CorrectFact') return 'A fact is corrected where it stands: press Correct on its line in the log.';
  const ended = endedWords(shipment, command);
  if (ended !== undefined) return ended;
  const own = subjects.filter(({ commands }) => commands.includes(command));
  const [first] = own;
  if (first === undefined) return 'There is nothing that it could be about now.';
  const reason = own.map(({ forms }) => forms?.[command]).find((forms) => typeof forms === 'string');
  const taken = own.some(({ table, state }) => allowedIn(table, state).includes(command));
  return taken && typeof reason === 'string' ? reason : stateWords(own, first.table, command);
}

function stateWords(own: readonly Subject[], table: TransitionTable, command: PersonCommandName): string {
  const from = table.moves.filter((move) => move.command === command).flatMap((move) => move.from);
  const now = own.length > 2 ? own.map(({ state }) => said(state)) : own.map(standing);
  return `Taken when ${table.subject} is ${[...new Set(from)].map(said).join(' or ')}; now: ${[...new Set(now)].join(', ')}.`;
}

function standing({ about, state }: Subject): string {
  return about === null ? said(state) : `${about} is ${said(state)}`;
}

function said(state: string): string {
  return state.replaceAll('-', ' ');
}
