import { agendaOf } from '@cellrelay/shipment';
import type { Judged, Ran } from '../expect/expectations.js';
import { statesOf } from '../expect/states-of.js';
import type { Scenario } from '../scenario/scenario.js';
import { timelineOf, timelineText } from './timeline.js';

/** What a replay prints. */
export interface Report {
  readonly scenario: Scenario;
  readonly ran: Ran;
  readonly judged: Judged;
}

/** The report for a person: timeline, alerts, what was expected. */
export function reportText({ scenario, ran, judged }: Report): string {
  const { alerts } = ran.shipment.stages.alert;
  return [
    `${scenario.name}: ${scenario.about}`,
    '',
    timelineText(scenario, timelineOf(scenario, ran)),
    '',
    `Alerts: ${alerts.length === 0 ? 'none' : ''}`.trim(),
    ...alerts.map(
      (alert) => `  ${alert.cause.severity.padEnd(8)} ${alert.raisedAt}  ${alert.cause.wrong}  (${alert.status})`,
    ),
    '',
    verdict(judged),
    ...judged.missed.map((each) => `  missed: ${each}`),
  ].join('\n');
}

function verdict({ looked, missed }: Judged): string {
  return missed.length === 0
    ? `All ${looked} expectations are met.`
    : `${missed.length} of ${looked} expectations are missed.`;
}

/** The same as data. */
export function reportJson({ scenario, ran, judged }: Report): string {
  const data = {
    scenario: scenario.name,
    shipment: scenario.shipment,
    met: judged.missed.length === 0,
    looked: judged.looked,
    missed: judged.missed,
    timeline: timelineOf(scenario, ran),
    states: statesOf(ran.shipment),
    alerts: ran.shipment.stages.alert.alerts,
    owes: agendaOf(ran.shipment),
    log: ran.log,
  };
  return JSON.stringify(data, null, 2);
}
