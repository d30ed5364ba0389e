import { clockedBags, isBanked, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';
import type { Circumstances } from './stage.js';
import type { TemperatureAgendaFacts, TemperatureFacts } from './temperature/temperature.js';
import { boxSpans, loggerWindows } from './thermal-windows.js';

/** What a decision on loggers may know of the others: a planned relay's box may have its logger before the bags are in it. */
export function temperatureFacts(shipment: Shipment, circumstances: Circumstances): TemperatureFacts {
  const { relayPlan } = shipment.stages['courier-handoff'];
  return {
    ...circumstances,
    boxes: [
      ...boxSpans(shipment).map(({ box, from }) => ({ box, since: from })),
      ...(relayPlan === null ? [] : [{ box: relayPlan.box, since: null }]),
    ],
  };
}

/** What is owed of loggers, and what is wrong by them. */
export function temperatureAgendaFacts(shipment: Shipment): TemperatureAgendaFacts {
  const { receipt, 'courier-handoff': handoff } = shipment.stages;
  const received = receipt.receivedAt !== null;
  return {
    inUse: loggerWindows(shipment).filter(({ until }) => until === null),
    watchMinutes: orderOf(shipment).policy.temperature.watchMinutes.value,
    frozen: isBanked(shipment),
    received,
    judged: isJudged(shipment),
    shipper: handoff.charges.at(-1)?.shipper ?? null,
  };
}

/** Accepted or refused by the centre, or nothing is left that could be. */
function isJudged(shipment: Shipment): boolean {
  const { receipt } = shipment.stages;
  const bags = clockedBags(shipment);
  return receipt.acceptedAt !== null || receipt.refusal !== null || bags.every(({ endedAt }) => endedAt !== null);
}
