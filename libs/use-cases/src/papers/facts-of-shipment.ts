import type { ZonedInstant } from '@cellrelay/kernel';
import type { PaperFacts, RulesForPapers } from '@cellrelay/paperwork';
import {
  isBanked,
  livePlans,
  orderOf,
  receiptChecksOf,
  spearDraftOf,
  type BloodGroup,
  type CheckItem,
  type FlightPlan,
  type PlanNumber,
  type Shipment,
} from '@cellrelay/shipment';
import { bagFacts, clockFacts } from './bag-facts.js';
import { bordersOf, checkpointsOf, legsOf } from './border-facts.js';
import { boxFacts, cargoOf, temperatureFacts, travellersOf, visasOf } from './box-facts.js';
import type { EnteredFacts, ReadingsForPapers } from './entered-facts.js';
import { withFilingDay } from './filing-days.js';

/** From what the facts of papers are put together. */
export interface PapersGround {
  readonly shipment: Shipment;
  readonly plan: PlanNumber;
  /** When the papers are made, in the clock of who makes them. */
  readonly madeAt: ZonedInstant;
  readonly entered: EnteredFacts;
  readonly readings: ReadingsForPapers | null;
  readonly rules: RulesForPapers;
}

/**
 * All that the papers of one plan say, as the shipment stands; what each reader may know of it is cut out where a paper is made. Undefined of a plan that was never proposed
 * or is stood down: nothing is printed for it. Sealed words stand in it as tokens: `toldTo` tells them to whoever has the papers made.
 */
export function factsOfShipment(ground: PapersGround): PaperFacts | undefined {
  const { shipment, plan: number, madeAt, entered, rules } = ground;
  const plan = livePlans(shipment).find((each) => each.plan === number);
  if (plan === undefined) return undefined;
  const { details } = orderOf(shipment);
  return {
    ...entered,
    ...{ reference: details.reference, example: details.example, madeAt, plan: number, product: details.product },
    band: bandOf(shipment),
    forSeveral: isForSeveral(shipment),
    cargo: cargoOf(shipment),
    ...onTheWay(shipment, plan),
    visas: visasOf(shipment, entered),
    spears: seriousDrafts(shipment),
    ...{ rules: rules.sentences, tariffs: rules.tariffs },
    applications: rules.applications.map((each) => withFilingDay(shipment, each)),
    ...travellersOf(shipment),
    donorGrid: details.donorGrid ?? undefined,
    donorBloodGroup: groupText(details.donorBloodGroup),
    bags: bagFacts(shipment),
    box: boxFacts(shipment),
    clock: clockFacts(shipment, number),
    receiptChecks: checksOfSite(shipment).map(({ id, text }) => ({ id, text })),
    temperature: temperatureFacts(shipment, ground.readings),
  };
}

/** The thermal profile as it was ordered; of a banked unit, the class that it is stored in. */
export function bandOf(shipment: Shipment): PaperFacts['band'] {
  const { unit, minCelsius, maxCelsius } = orderOf(shipment).details;
  return isBanked(shipment) && unit !== null
    ? { atOrBelowCelsius: unit.storedAtOrBelowCelsius }
    : { fromCelsius: minCelsius, toCelsius: maxCelsius };
}

/** By the bags once it is settled which they are; before that by the order. */
function isForSeveral(shipment: Shipment): boolean {
  const ordered = orderOf(shipment).details.recipients.map(({ ref }) => ref);
  return new Set(bagFacts(shipment)?.map(({ recipient }) => recipient) ?? ordered).size > 1;
}

function onTheWay(shipment: Shipment, plan: FlightPlan): Pick<PaperFacts, 'legs' | 'checkpoints' | 'borders'> {
  const legs = legsOf(shipment, plan);
  return { legs, checkpoints: checkpointsOf(shipment, plan.plan, legs), borders: bordersOf(shipment, plan.plan, legs) };
}

/**
 * The receipt's checks that stand as the site's. What a policy lists as asked by one country is another thing: on paper a country asks by a rule that prints, or not at all. A check that the
 * site chose itself for a country is the site's.
 */
function checksOfSite(shipment: Shipment): readonly CheckItem[] {
  const lists = orderOf(shipment).policy.receiptChecklists.value;
  const ofCountries = lists.filter(({ country }) => country !== '*').flatMap(({ items }) => items);
  const asked = new Set(ofCountries.filter(({ mark }) => mark !== 'site').map(({ id }) => id));
  return receiptChecksOf(shipment).filter(({ id, mark }) => mark === 'site' || !asked.has(id));
}

/** A+, or A− with the true minus sign; undefined where it is not known. */
export function groupText(group: BloodGroup | null): string | undefined {
  return group === null ? undefined : `${group.abo}${group.rh === '-' ? '−' : '+'}`;
}

/** What is reported to S(P)EAR is serious (S53); of what nobody has graded yet no draft is printed. */
function seriousDrafts(shipment: Shipment): PaperFacts['spears'] {
  return shipment.stages.deviation.deviations
    .filter(({ seriousness }) => seriousness === 'serious')
    .flatMap(({ id }) => spearDraftOf(shipment, id) ?? []);
}
