import { localDateAt, type Instant, type Zone } from '@cellrelay/kernel';
import {
  bagsNotUsed,
  clockedBags,
  confirmedPlan,
  currentBookings,
  destinationOf,
  endedBags,
  isBanked,
  isReturned,
  keptAtOrigin,
  orderOf,
  saidNotUsed,
  type Booking,
  type DoseVerdict,
  type EndedBag,
  type FlightPlan,
  type RecipientVerdict,
  type Shipment,
  type Site,
} from '@cellrelay/shipment';
import { wayFigures, type WayFigures } from './way-figures.js';

/** How a shipment ended, as a programme counts it. A unit that came frozen and is kept so counts as cryopreserved until it is infused. */
export const outcomes = ['infused', 'cryopreserved', 'cancelled', 'stopped'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a programme counts of one shipment that has ended: kept beside its state like the board's row, and made anew from it at any time. */
export interface Figure extends WayFigures {
  /** Of the first infusion or freezing, else of the end, in the transplant centre's calendar. */
  readonly year: number;
  /** Where the cells went, ISO 3166-1; null where neither the order nor a flight says it. */
  readonly country: string | null;
  /** The destination's time zone, where its country is not known: a region at least. */
  readonly region: string | null;
  /** Within one country; null where one of the two is not known. */
  readonly domestic: boolean | null;
  readonly product: string;
  readonly outcome: Outcome;
  /** Why, for what came to neither infusion nor freezing. */
  readonly reason: string | null;
  /** Age of each infused bag when its infusion began, in minutes; of a frozen unit none, which lived by no clock of its own. */
  readonly agesMinutes: readonly number[];
  /** The CD34 dose of each recipient who was given cells, in millions per kg, as recorded at infusion, else as counted; of products that are not ordered by it, none. */
  readonly doses: readonly number[];
  /** Bags that were infused or frozen, and how many of them within the target and within the limit. */
  readonly bagsEnded: number;
  readonly bagsInTarget: number;
  readonly bagsInLimit: number;
}

/** The figures of a shipment that has ended; null while it is open. */
export function figureOf(shipment: Shipment): Figure | null {
  const endedAt = endOf(shipment);
  if (endedAt === null) return null;
  const { details } = orderOf(shipment);
  const outcome = outcomeOf(shipment);
  return {
    year: yearAt(endedAt, details.parties.transplantCentre.zone),
    ...destinationFigures(shipment),
    product: details.product,
    outcome,
    reason: isWhole(shipment, outcome) ? null : reasonOf(shipment),
    ...agesAndDoses(shipment),
    ...timesKept(shipment),
    ...wayFigures(shipment, freshlyInfused(shipment), outcome === 'infused' || outcome === 'cryopreserved'),
  };
}

/** Null while it is open. */
function endOf(shipment: Shipment): Instant | null {
  const { order, receipt, collection } = shipment.stages;
  if (order.closedAt === null) return null;
  const kept = keptAtOrigin(collection);
  const ended = [...usedIn(receipt.ended), ...collection.frozen.filter(({ bag }) => kept.includes(bag))];
  return ended.map(({ at }) => at.at).sort()[0] ?? order.closedAt;
}

function yearAt(at: Instant, zone: Zone): number {
  return Number(localDateAt(at, zone).slice(0, 4));
}

function outcomeOf(shipment: Shipment): Outcome {
  const { receipt, collection } = shipment.stages;
  const ended = usedIn(receipt.ended);
  if (ended.some(({ how }) => how === 'infusion')) return 'infused';
  const kept = keptAtOrigin(collection).length > 0;
  if (kept || (ended.length > 0 && !isBackAtItsBank(shipment))) return 'cryopreserved';
  return shipment.stages.order.cancellation === null ? 'stopped' : 'cancelled';
}

/** A unit that was sent back is where it was before it was ordered: nothing came of the shipment. */
function isBackAtItsBank(shipment: Shipment): boolean {
  return isBanked(shipment) && isReturned(shipment);
}

/** The ends by which a bag was infused or kept. */
function usedIn(ended: readonly EndedBag[]): readonly EndedBag[] {
  const unused = saidNotUsed({ ended });
  return ended.filter(({ bag }) => !unused.includes(bag));
}

/** Whether nothing is left to explain: cells were infused or frozen, and nobody's word ended what others still waited for. */
function isWhole({ stages }: Shipment, outcome: Outcome): boolean {
  const { status, cancellation } = stages.order;
  return (outcome === 'infused' && (status !== 'closed' || cancellation === null)) || outcome === 'cryopreserved';
}

/** What stands in the record as the reason, the first that fits. */
function reasonOf(shipment: Shipment): string {
  const { stages } = shipment;
  const { cancellation } = stages.order;
  if (cancellation !== null) return cancellation.code;
  if (isBackAtItsBank(shipment)) return 'returned';
  if (stages['donor-clearance'].status === 'withdrawn') return 'donor-withdrawn';
  if (stages['cell-count'].status === 'stopped') return 'count-stopped';
  const { status, refusedFor } = stages.receipt;
  if (status === 'refused' || refusedFor !== null) return 'product-refused';
  return status === 'not-used' || stages.collection.notUsed.length > 0 ? 'not-used' : 'not-said';
}

function destinationFigures(shipment: Shipment): Pick<Figure, 'country' | 'region' | 'domestic'> {
  const { collectionCentre } = orderOf(shipment).details.parties;
  const site = destinationOf(shipment);
  const flights = bookingsFlown(shipment);
  const country = countryOf(site) ?? flights.at(-1)?.flight.to.country ?? null;
  const origin = countryOf(collectionCentre) ?? flights[0]?.flight.from.country ?? null;
  return {
    country,
    region: country === null ? site.zone : null,
    domestic: country === null || origin === null ? null : country === origin,
  };
}

function countryOf({ country }: Site): string | null {
  return country ?? null;
}

/** The flights that the box took or was to take: of the plan that was confirmed, else of the last one that was proposed. */
function bookingsFlown(shipment: Shipment): readonly Booking[] {
  const plan: FlightPlan | undefined = confirmedPlan(shipment) ?? shipment.stages['flight-booking'].plans.at(-1);
  return plan === undefined ? [] : currentBookings(shipment, plan);
}

function agesAndDoses(shipment: Shipment): Pick<Figure, 'agesMinutes' | 'doses'> {
  const infused = endedBags(shipment).filter(({ how }) => how === 'infusion');
  const recipientOf = new Map(clockedBags(shipment).map(({ id, recipient }) => [id, recipient]));
  return {
    agesMinutes: freshlyInfused(shipment).map(({ ageMinutes }) => ageMinutes),
    doses: shipment.stages['cell-count'].verdicts.flatMap((verdict) =>
      doseOf(
        verdict,
        infused.filter(({ bag }) => recipientOf.get(bag) === verdict.recipient),
      ),
    ),
  };
}

/** Of a bag that was frozen before it was infused, the time since its collection is no age, nor that since its receipt a wait. */
function freshlyInfused(shipment: Shipment): readonly EndedBag[] {
  if (isBanked(shipment)) return [];
  const frozen = shipment.stages.receipt.ended.filter(({ how }) => how === 'cryopreservation').map(({ bag }) => bag);
  return endedBags(shipment).filter(({ bag, how }) => how === 'infusion' && !frozen.includes(bag));
}

/** What a recipient's bags gave, if that is on record of each of them; else what was counted of the recipient's product. */
function doseOf({ doses }: RecipientVerdict, given: readonly EndedBag[]): readonly number[] {
  const counted = doses.filter(isCd34PerKg).map(({ dose }) => dose);
  if (given.length === 0 || counted.length === 0) return [];
  const recorded = given.map(({ dose }) => dose?.figures.find(isCd34PerKg)?.dose);
  return recorded.includes(undefined) ? counted : [sum(recorded.map((dose) => dose ?? 0))];
}

function isCd34PerKg({ metric, per }: Pick<DoseVerdict, 'metric' | 'per'>): boolean {
  return metric === 'CD34' && per === 'kg';
}

/** To the four decimals that doses are shown with. */
function sum(doses: readonly number[]): number {
  return Math.round(doses.reduce((total, dose) => total + dose, 0) * 10_000) / 10_000;
}

function timesKept(shipment: Shipment): Pick<Figure, 'bagsEnded' | 'bagsInTarget' | 'bagsInLimit'> {
  const unused = bagsNotUsed(shipment);
  const ended = clockedBags(shipment)
    .filter(({ id }) => !unused.includes(id))
    .flatMap(({ endedAt, clock }) => (endedAt === null ? [] : [{ endedAt, clock }]));
  return {
    bagsEnded: ended.length,
    bagsInTarget: ended.filter(({ endedAt, clock }) => endedAt <= clock.targetAt).length,
    bagsInLimit: ended.filter(({ endedAt, clock }) => endedAt <= clock.limitAt).length,
  };
}
