import { cellCountAgendaFacts } from './agenda-facts.js';
import { waysToDecide } from './cell-count/cell-count.agenda.js';
import { waysToGainTime } from './course.offers.js';
import type { Offer } from './obligation.js';
import { clockedBags } from './overview.js';
import type { Shipment } from './shipment.js';
import type { TemperatureAgendaFacts } from './temperature/temperature.js';

const late = 'By the model the dose at infusion may fall below what was requested.';

/**
 * What can still be done for a dose that may fall short at infusion, the best first: a word on the count where one is waited for (collect again, accept less), an earlier infusion,
 * and at the centre the count that replaces the model. In any case it can be written down for the physician.
 */
export function waysForDose(shipment: Shipment): TemperatureAgendaFacts['waysForDose'] {
  const { lights } = shipment.stages.temperature;
  return lights
    .filter(({ kind, light }) => kind === 'recipient' && light !== 'green')
    .map(({ id: recipient }) => ({
      recipient,
      offers: [...stillPossible(shipment, recipient), forThePhysician(recipient)],
    }));
}

function stillPossible(shipment: Shipment, recipient: string): readonly Offer[] {
  if (shipment.stages.receipt.receivedAt !== null) return countsOnArrival(shipment, recipient);
  const decisions = waysToDecide(shipment.stages['cell-count'], cellCountAgendaFacts(shipment));
  return [...decisions, ...waysToGainTime(shipment, late)];
}

function countsOnArrival(shipment: Shipment, recipient: string): readonly Offer[] {
  const { arrivals } = shipment.stages.receipt;
  return clockedBags(shipment)
    .filter((bag) => bag.recipient === recipient && !arrivals.some((arrival) => arrival.bag === bag.id))
    .map(({ id }) => ({
      command: 'RecordArrivalCount',
      label: `Record the count of ${id} on arrival`,
      prefill: { bag: id },
    }));
}

function forThePhysician(recipient: string): Offer {
  const words = `By the model the dose of ${recipient} may fall below what was requested; the transplant physician is told`;
  return {
    command: 'OpenDeviation',
    label: 'Open a deviation for the transplant physician',
    prefill: { kind: 'other', words },
  };
}
