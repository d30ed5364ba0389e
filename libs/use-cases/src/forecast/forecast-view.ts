import {
  bagNames,
  modelledMetric,
  orderOf,
  unitOf,
  type BagOutlook,
  type Shipment,
  type ShipmentForecast,
} from '@cellrelay/shipment';
import type { ForecastView } from './forecast-views.js';

type BagView = ForecastView['bags'][number];
type Finding = BagOutlook['findings'][number];

/** A forecast as a page shows it. Every figure is a number: how many of its digits are shown is the page's. */
export function forecastViewOf(shipment: Shipment, forecast: ShipmentForecast): ForecastView {
  const names = bagNames(shipment);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const { asOf, infusionAt, light, bags, recipients, without, constants, policy } = forecast;
  return {
    ...{ asOf, infusionAt, light, constants, policy },
    bags: bags.map((bag) => bagViewOf(bag, nameOf(bag.bag))),
    recipients: recipients.map((each) => recipientViewOf(shipment, each, nameOf)),
    without: without.map(({ kind, id, sentence }) => ({ id: kind === 'bag' ? nameOf(id) : id, sentence })),
    said: [...new Set(bags.flatMap(saidBeside))],
  };
}

/** What is said of a probe is said where one has shown something. */
function saidBeside({ said, measured }: BagOutlook): readonly string[] {
  return said.filter(({ code }) => measured || code !== 'probe-not-cells').map(({ sentence }) => sentence);
}

function bagViewOf(bag: BagOutlook, name: string): BagView {
  const { shown, travelled, againstCount, said, chart, light, endsAt, clock, measured, meanKineticCelsius } = bag;
  return {
    ...{ bag: name, light, endsAt, measured, meanKineticCelsius },
    findings: bag.findings.map(findingOf),
    limitAt: clock.limitAt,
    survival: shown && { planned: shown.planned.survival, worst: shown.worst.survival },
    viableE6: shown && { planned: shown.planned.viableE6, worst: shown.worst.viableE6 },
    estimated: said.some(({ code }) => code === 'estimated'),
    ...travelledOf(travelled),
    againstCount: againstCount && {
      countedAt: againstCount.countedAt,
      measuredE6: againstCount.measuredE6,
      modelledE6: againstCount.modelledE6,
    },
    chart: shown === null ? { planned: [], worst: [] } : { planned: [...chart.planned], worst: [...chart.worst] },
  };
}

function travelledOf(travelled: BagOutlook['travelled']) {
  if (travelled === null) {
    return { hottestCelsius: null, coldestCelsius: null, minutesOutOfBand: null, longestMinutesOutOfBand: null };
  }
  const { hottestCelsius, coldestCelsius, minutesOutOfBand, longestMinutesOutOfBand } = travelled;
  return { hottestCelsius, coldestCelsius, minutesOutOfBand, longestMinutesOutOfBand };
}

function findingOf({ from, light, code }: Finding): BagView['findings'][number] {
  return { from, light, says: findings[code] };
}

const findings: Readonly<Record<Finding['code'], string>> = {
  'within-target': 'within its target',
  'past-target': 'past its target by then',
  'past-limit': 'past its limit by then',
  'temperature-kept': 'temperature kept',
  'out-of-band': 'out of band longer than the policy allows at once',
  'out-of-band-too-long': 'out of band longer than the policy allows in all',
  frozen: 'as cold as ice: it may have frozen',
  'outside-model': 'too hot for any figure: quarantine',
  'warmer-than-stored': 'warmer than its class',
  'too-warm': 'too warm: quality review',
  'frozen-state-not-assured': 'it is not assured that it has stayed frozen',
  'request-likely-met': 'the request is likely met',
  'request-in-doubt': 'the request is in doubt',
  'request-doubt-stands': 'the request was in doubt, and is not clear of it',
};

function recipientViewOf(
  shipment: Shipment,
  {
    recipient,
    light,
    requestedE6,
    weightBasis,
    perKgOf,
    shown,
    requestHoldsUntil,
    limitAt,
    dropped,
  }: ShipmentForecast['recipients'][number],
  nameOf: (id: string) => string,
): ForecastView['recipients'][number] {
  const metric = modelledMetric(orderOf(shipment).details.product);
  return {
    ...{ recipient, light, requestHoldsUntil, limitAt },
    requested: requestedE6,
    unit: unitOf({ metric, per: perKgOf === null ? 'total' : 'kg' }),
    weightBasis: perKgOf === null ? null : weightBasis,
    dose: shown && { planned: shown.planned.doseE6, worst: shown.worst.doseE6 },
    probability: shown && { planned: shown.planned.probability, worst: shown.worst.probability },
    dropped: dropped.map(nameOf),
  };
}
