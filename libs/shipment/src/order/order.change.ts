import { sameJson, type Instant } from '@cellrelay/kernel';
import { firstOf, notWorded } from '../deciding.js';
import type { Policy } from '../policy.js';
import { products } from '../products.js';
import type { Refusal } from '../stage.js';
import { daysProblem } from './order.days.js';
import type { ChangeProduct, OrderDetails, OrderFacts, OrderState } from './order.js';
import { receiptToInfusionMinutes } from './order.processing.js';
import { clockProblem, productProblem, profileOf } from './order.product.js';
import { dosesProblem } from './order.recipients.js';

type Asked = ChangeProduct['data'];

/** What an open order holds. */
interface Standing {
  readonly details: OrderDetails;
  readonly policy: Policy;
}

/** The order and its policy; throws on one that was never opened, which the table turns away. */
export function standingOf({ details, policy }: OrderState): Standing {
  if (details === null || policy === null) throw new Error('an open order has its details and its policy');
  return { details, policy };
}

/** What keeps the product from being changed, the first that is found. */
export function changeProblem(asked: Asked, state: OrderState, facts: OrderFacts): Refusal | undefined {
  const standing = standingOf(state);
  return (
    begun(facts) ??
    bankedStays(asked, standing.details) ??
    productProblem({ ...asked, donorGrid: standing.details.donorGrid, unit: null }, standing.policy) ??
    temperatureProblem(asked, standing, state) ??
    dosesOfAll(asked, standing.details) ??
    changedDaysProblem(asked, standing.details, facts.now) ??
    nothingChanged(asked, standing) ??
    wordsProblem(asked)
  );
}

/** A unit in a bank and cells that a donor is yet to give are two orders: nothing of the one's way serves the other. */
function bankedStays({ product }: Asked, details: OrderDetails): Refusal | undefined {
  if (products[product].fresh && products[details.product].fresh) return undefined;
  const sentence = `${details.product} cannot become ${product}: a banked unit is a shipment of its own. Stop this one and open another.`;
  return { code: 'banked-unit-is-another-order', sentence, at: '/product' };
}

/** Once cells are collected, or being collected, they are what they are. */
function begun({ collectionBegun }: OrderFacts): Refusal | undefined {
  if (!collectionBegun) return undefined;
  const sentence = 'A collection has begun: the product cannot be changed any more. Decide on the count, or stop.';
  return { code: 'collection-has-begun', sentence };
}

function temperatureProblem(asked: Asked, { details, policy }: Standing, state: OrderState): Refusal | undefined {
  const profile = profileOf(asked, policy);
  if (!profile.ok) return profile.error;
  const minutes = receiptToInfusionMinutes(details, state);
  const wanted = { ...profile.value, product: asked.product, receiptToInfusionMinutes: minutes };
  return clockProblem(wanted, policy, '/product');
}

function dosesOfAll({ doses, product }: Asked, { recipients }: OrderDetails): Refusal | undefined {
  const refs = recipients.map(({ ref }) => ref);
  const given = doses.map(({ recipient }) => recipient);
  if (given.length !== refs.length || !refs.every((ref) => given.includes(ref))) {
    const sentence = `The doses must be given for ${refs.join(' and ')}, each once.`;
    return { code: 'recipients-differ', sentence, at: '/doses', allowed: refs };
  }
  return firstOf(doses, (each, index) =>
    dosesProblem({ ref: each.recipient, doses: each.doses }, product, `/doses/${index}/doses`),
  );
}

function changedDaysProblem(asked: Asked, details: OrderDetails, now: Instant): Refusal | undefined {
  const { zone } = details.parties.collectionCentre;
  const { product, collectionDays } = asked;
  return daysProblem({ product, collectionDays, zone, collectionStartsAtClock: details.collectionStartsAtClock }, now);
}

function nothingChanged(asked: Asked, { details, policy }: Standing): Refusal | undefined {
  const profile = profileOf(asked, policy);
  if (!profile.ok || !sameJson(changedDetails(details, { ...asked, ...profile.value }), details)) return undefined;
  return { code: 'nothing-changed', sentence: 'The order says all of this already.' };
}

function wordsProblem({ wordOf, reason, evidence }: Asked): Refusal | undefined {
  return (
    notWorded(wordOf.transplantCentre, 'Who agreed at the transplant centre', '/wordOf/transplantCentre', 200) ??
    notWorded(wordOf.donorRegistry, 'Who agreed at the donor registry', '/wordOf/donorRegistry', 200) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(evidence, 'The evidence', '/evidence')
  );
}

/** The order with another product in place of the first. */
export function changedDetails(
  details: OrderDetails,
  change: Pick<ChangeProduct['data'], 'product' | 'doses' | 'donorWeightKg' | 'collectionDays'> &
    Pick<OrderDetails, 'minCelsius' | 'maxCelsius'>,
): OrderDetails {
  const { product, minCelsius, maxCelsius, donorWeightKg, collectionDays } = change;
  const recipients = details.recipients.map((recipient) => ({
    ...recipient,
    doses: change.doses.find((each) => each.recipient === recipient.ref)?.doses ?? recipient.doses,
  }));
  return { ...details, product, minCelsius, maxCelsius, donorWeightKg, collectionDays, recipients };
}
