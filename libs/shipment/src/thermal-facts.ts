import { waysForDose } from './ways-for-dose.js';
import { holdEndsAt } from './courier-handoff/courier-handoff.hold.js';
import { clockedBags, destinationOf, governingBag, isBanked, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';
import type { Circumstances } from './stage.js';
import type { TemperatureAgendaFacts, TemperatureFacts } from './temperature/temperature.js';
import { minutesOf } from './thermal-stays.js';
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
  const { policy, details } = orderOf(shipment);
  const { boxNow } = handoff;
  return {
    inUse: loggerWindows(shipment).filter(({ until }) => until === null),
    watchMinutes: policy.temperature.watchMinutes.value,
    frozen: isBanked(shipment),
    received,
    judged: isJudged(shipment),
    shipper: handoff.charges.at(-1)?.shipper ?? null,
    grades: minutesOf(policy),
    holdEndsAt: boxNow === null ? null : holdEndsAt(boxNow),
    limitAt: governingBag(shipment)?.clock.limitAt ?? null,
    clocks: {
      from: details.parties.collectionCentre,
      to: destinationOf(shipment),
      handedOverAt: handoff.handedOverAt?.at ?? null,
    },
    waysForDose: waysForDose(shipment),
  };
}

/** Accepted or refused by the centre, or nothing is left that could be. */
function isJudged(shipment: Shipment): boolean {
  const { receipt } = shipment.stages;
  const bags = clockedBags(shipment);
  return receipt.acceptedAt !== null || receipt.refusal !== null || bags.every(({ endedAt }) => endedAt !== null);
}

/** A logger that may be bound to the box of now: the one that was packed with it, or that its shipper was charged with, unless it is bound; else any other. */
export function loggersToBind(shipment: Shipment): readonly { readonly box: string; readonly logger?: string }[] {
  const { boxNow, charges } = shipment.stages['courier-handoff'];
  const charged = charges.at(-1);
  const box = charged?.shipper ?? boxNow?.box;
  if (box === undefined) return [];
  const logger = charged?.loggerSerial ?? boxNow?.logger;
  const bound = shipment.stages.temperature.bindings.some((each) => each.logger === logger && each.unboundAt === null);
  return [logger === undefined || bound ? { box } : { box, logger }];
}
