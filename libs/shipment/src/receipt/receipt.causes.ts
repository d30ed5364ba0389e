import type { Cause, Offer } from '../obligation.js';
import { deviationsOf, needsReview } from './receipt.deviation.js';
import { arrivalOf, lossPercentOf } from './receipt.dose.js';
import type { ArrivalCount, ReceiptAgendaFacts, ReceiptState, TravelledBag } from './receipt.js';
import { bagsLeft } from './receipt.bags.js';
import { accept, notUsed, refuse } from './receipt.offers.js';

/**
 * What deviates warns until there is a word on the product; a refused product is critical until it is accepted after all, or the last bag's limit ends
 * the shipment; cells lost on the way warn as long as the shipment is open.
 */
export function receiptCauses(state: ReceiptState, facts: ReceiptAgendaFacts): readonly Cause[] {
  const losses = lossesOf(state, facts);
  if (state.status === 'received') return [...deviating(state, facts), ...losses];
  return state.status === 'refused' ? [refusal(state, facts), ...losses] : losses;
}

/** The next steps: accept it after all, tell both registries. What else can be had is for the transplant centre to say. */
function refusal(state: ReceiptState, facts: ReceiptAgendaFacts): Cause {
  const { refusedFor } = state;
  return {
    key: 'product-refused',
    stage: 'receipt',
    severity: 'critical',
    wrong: `The transplant centre refused the product: ${(refusedFor ?? 'no reason given').trim().replace(/\.$/, '')}.`,
    follows:
      'The patient has no cells. Both registries must be told at once; ask for the backup donor or a backup product.',
    offers: [
      { ...accept, label: 'Accept it after all, with its deviation' },
      ...facts.toTell.map(tell),
      ...bagsLeft(state, facts).map(notUsed),
    ],
  };
}

function tell(prefill: ReceiptAgendaFacts['toTell'][number]): Offer {
  return {
    command: 'RecordPartnerTold',
    label: `Record that the ${prefill.registry.replace('-', '’s ')} is told`,
    prefill,
  };
}

/** What did not arrive as it should waits for a word on the product. */
function deviating(state: ReceiptState, facts: ReceiptAgendaFacts): readonly Cause[] {
  const deviations = deviationsOf(state, facts);
  if (deviations.length === 0) return [];
  return [
    {
      key: 'product-deviates',
      stage: 'receipt',
      severity: needsReview(state, facts) ? 'critical' : 'warning',
      wrong: deviations.join(' '),
      follows: 'Decide on the product: accept it with the deviation stated, or refuse it.',
      offers: [{ ...accept, label: 'Accept it with its deviation' }, refuse],
    },
  ];
}

/** Of each count once: the parts of a bag that was counted whole lost what it lost. */
function lossesOf({ arrivals }: ReceiptState, facts: ReceiptAgendaFacts): readonly Cause[] {
  return arrivals.flatMap((arrival) => {
    const bag = facts.bags.find((each) => arrivalOf(each, arrivals) === arrival);
    return bag === undefined ? [] : lossOf(bag, arrival, facts);
  });
}

function lossOf(bag: TravelledBag, arrival: ArrivalCount, facts: ReceiptAgendaFacts): readonly Cause[] {
  const loss = lossPercentOf(bag, arrival);
  if (loss === null || loss <= facts.arrivalLossWarningPercent) return [];
  const counted = arrival.bag;
  const words = `${counted}: ${arrival.cd34PerUl ?? 0} CD34 per µL on arrival, ${bag.atOrigin?.cd34PerUl ?? 0} at origin, ${loss} % less.`;
  return [
    {
      key: `arrival-loss/${counted}`,
      stage: 'receipt',
      severity: 'warning',
      wrong: words,
      follows: 'The dose is less than was counted on; the transplant physician is to know before it is infused.',
      offers: [
        { command: 'OpenDeviation', label: 'Open a deviation', prefill: { kind: 'count-differs', words } },
        { command: 'CorrectArrivalCount', label: 'Correct the count on arrival', prefill: { bag: counted } },
      ],
    },
  ];
}
