import { agendaOf, type Obligation, type Shipment } from '@cellrelay/shipment';
import type { KeyedMoment, Standing } from '../scenario/scenario.js';
import { statesOf } from './states-of.js';

/** What was expected to stand and does not, each as a sentence; empty when all of it stands. */
export function unmetStanding(expected: Standing, shipment: Shipment): readonly string[] {
  const agenda = agendaOf(shipment);
  return [
    ...unmetStates(expected.states ?? {}, shipment),
    ...(expected.owes ?? []).flatMap((each) => unmetOwed(each, agenda)),
    ...(expected.owesNot ?? [])
      .filter((key) => agenda.some((item) => item.key === key))
      .map((key) => `${key} is owed, but was not to be`),
    ...(expected.alerts === null ? [] : unmetAlerts(expected.alerts, shipment)),
  ];
}

/** States that are not as expected. */
export function unmetStates(expected: Readonly<Record<string, string>>, shipment: Shipment): readonly string[] {
  const found = statesOf(shipment);
  return Object.entries(expected)
    .filter(([part, state]) => found[part] !== state)
    .map(([part, state]) => `${part} is ${found[part] ?? 'not there'}, expected ${state}`);
}

/** An agenda item that is not owed, or at another moment. */
export function unmetOwed({ key, at }: KeyedMoment, agenda: readonly Obligation[]): readonly string[] {
  const item = agenda.find((each) => each.key === key);
  if (item === undefined) return [`${key} is not owed, expected at ${at}`];
  return item.dueAt === at ? [] : [`${key} is due at ${item.dueAt}, expected at ${at}`];
}

function unmetAlerts(expected: readonly string[], shipment: Shipment): readonly string[] {
  const standing = shipment.stages.alert.alerts
    .filter((alert) => alert.status !== 'resolved')
    .map((alert) => alert.cause.key);
  return [
    ...expected.filter((cause) => !standing.includes(cause)).map((cause) => `no alert stands for ${cause}`),
    ...standing
      .filter((cause) => !expected.includes(cause))
      .map((cause) => `an alert stands for ${cause}, which was not expected`),
  ];
}
