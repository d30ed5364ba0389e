import { currentBookings, orderOf, planOf, type PlanNumber, type Shipment } from '@cellrelay/shipment';
import { commandCatalogue } from '../wire/catalogue.js';
import type { PersonCommandName } from '../wire/command-wire.js';
import { counted, doseSaid, shortDay } from './words.js';

/** Commands after which no live plan is left as it is. */
const standsPlansDown: ReadonlySet<PersonCommandName> = new Set<PersonCommandName>([
  'WithdrawDonor',
  'PostponeCollection',
  'PostponeShipping',
]);

/** What follows from a grave command as things stand, a sentence each; empty for commands that are not grave. */
export function consequencesOf(
  command: PersonCommandName,
  prefill: Readonly<Record<string, unknown>>,
  shipment: Shipment,
): string[] {
  const entry = commandCatalogue.find(({ name }) => name === command);
  if (entry?.grave !== true) return [];
  if (command === 'DecideOnCount')
    return leftBehind(prefill, shipment) ?? decisionFollows(prefill['decision'], shipment);
  const hint = entry.consequencesHint === undefined ? [] : [entry.consequencesHint];
  if (command === 'CancelShipment') return [...hint, ...afterCancelling(prefill['cells'], shipment)];
  return standsPlansDown.has(command) ? [...hint, ...plansStandDown([1, 2], shipment)] : hint;
}

/** Cells that are delivered anyway keep their plans. A collection that runs goes to its end, and the shipment is open until that is recorded. */
function afterCancelling(cells: unknown, shipment: Shipment): string[] {
  const running = shipment.stages.collection.days.find(({ status }) => status === 'running');
  return [
    ...(running === undefined
      ? []
      : [
          `Day ${running.day} is being collected: record its end, or that it was broken off. Until then the shipment stays open.`,
        ]),
    ...(cells === 'deliver-anyway' ? [] : plansStandDown([1, 2], shipment)),
  ];
}

/** Stopped for some of several recipients only: the others’ cells fly. Undefined where it is stopped for all. */
function leftBehind(prefill: Readonly<Record<string, unknown>>, { stages }: Shipment): string[] | undefined {
  const { verdicts, stoppedFor } = stages['cell-count'];
  const named = prefill['recipients'];
  if (prefill['decision'] !== 'stop' || !Array.isArray(named)) return undefined;
  const gone: readonly unknown[] = [...stoppedFor, ...(named as readonly unknown[])];
  const others = verdicts.map(({ recipient }) => recipient).filter((ref) => !gone.includes(ref));
  if (others.length === 0) return undefined;
  return [
    `No cells are meant for ${named.join(' and ')} any more: their bags stay behind.`,
    `The cells of ${others.join(' and ')} fly once nobody else is short.`,
  ];
}

function decisionFollows(decision: unknown, shipment: Shipment): string[] {
  const counts = shipment.stages['cell-count'].counts.length;
  if (decision === 'collect-again') {
    return [
      ...dayIsCalledUp(shipment),
      ...planIsConfirmed(2, shipment),
      ...plansStandDown([1], shipment),
      'The bags of both days travel together, so the day 1 bag’s limit governs the trip.',
    ];
  }
  if (decision === 'accept-less') {
    const flown: PlanNumber = counts > 1 ? 2 : 1;
    return [
      ...shortfalls(shipment),
      ...planIsConfirmed(flown, shipment),
      ...plansStandDown([flown === 1 ? 2 : 1], shipment),
      ...reservedDayGoesBack(shipment),
    ];
  }
  if (decision === 'ship-day-1-early')
    return [
      ...shortfalls(shipment),
      ...planIsConfirmed(1, shipment),
      ...plansStandDown([2], shipment),
      'The second day’s cells go by a shipment of their own, which is to be opened at once.',
    ];
  return [
    ...plansStandDown([1, 2], shipment),
    ...reservedDayGoesBack(shipment),
    'Customs requests and X-ray exemptions are withdrawn, and the shipment is stopped.',
  ];
}

function dayIsCalledUp(shipment: Shipment): string[] {
  const day = shipment.stages.collection.days.find((each) => each.day === 2);
  return day === undefined ? [] : [`Collection day 2 is called up for ${shortDay(day.date)}.`];
}

function reservedDayGoesBack(shipment: Shipment): string[] {
  const waiting = shipment.stages.collection.days.filter(({ status }) => status === 'reserved' || status === 'planned');
  return waiting.map(
    ({ day, date }) => `Collection day ${day} (${shortDay(date)}) goes back to the centre, which is to be told.`,
  );
}

function planIsConfirmed(plan: PlanNumber, shipment: Shipment): string[] {
  const { aboveRegistryCeiling, registryConsent } = shipment.stages.order;
  const found = planOf(shipment, plan);
  if (found === undefined) return [`Plan ${plan} would be confirmed, but there is none: propose it at once.`];
  if (found.status === 'confirmed') return [`Plan ${plan} stays confirmed.`];
  if (aboveRegistryCeiling && !registryConsent)
    return [`Plan ${plan} waits for the registry’s consent before it is confirmed.`];
  return [`Plan ${plan} is confirmed.`];
}

function plansStandDown(numbers: readonly PlanNumber[], shipment: Shipment): string[] {
  return numbers.flatMap((number) => {
    const plan = planOf(shipment, number);
    if (plan === undefined || (plan.status !== 'proposed' && plan.status !== 'confirmed')) return [];
    const seats = currentBookings(shipment, plan).filter(({ status }) => status === 'held' || status === 'ticketed');
    const flights = seats.map(({ flight }) => flight.designator).join(', ');
    const given = `: its seats on ${counted(seats.length, 'flight')} (${flights}) are given up`;
    return [`Plan ${number} stands down${seats.length === 0 ? '' : given}.`, ...requestsWithdrawn(number, shipment)];
  });
}

/** What was asked of customs and security for that plan alone, and has to be taken back. */
function requestsWithdrawn(plan: PlanNumber, { stages }: Shipment): string[] {
  const asked: ReadonlySet<string> = new Set(['submitted', 'requested', 'notified', 'granted']);
  const customs = stages['customs-clearance'].requests.filter(
    ({ status, covers }) => asked.has(status) && covers.length > 0 && covers.every((each) => each.plan === plan),
  );
  const xray = stages['xray-exemption'].exemptions.filter((each) => each.plan === plan && asked.has(each.status));
  const both = [
    ...(customs.length === 0 ? [] : [counted(customs.length, 'customs request')]),
    ...(xray.length === 0 ? [] : [counted(xray.length, 'X-ray exemption')]),
  ];
  return both.length === 0 ? [] : [`What was asked for plan ${plan} alone is withdrawn: ${both.join(' and ')}.`];
}

function shortfalls(shipment: Shipment): string[] {
  const { verdicts } = shipment.stages['cell-count'];
  const ordered = orderOf(shipment).details.recipients.map(({ ref }) => ref);
  return verdicts
    .filter(({ recipient, meetsRequest }) => ordered.includes(recipient) && !meetsRequest)
    .map(({ recipient, doses }) => {
      const short = doses.filter(({ meetsRequest }) => !meetsRequest);
      return `${recipient} gets ${short.map(doseSaid).join(' and ')}.`;
    });
}
