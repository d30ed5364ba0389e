import { err, ok, type Result } from '@cellrelay/kernel';
import { clockPolicyFor, type ClockPolicy } from '@cellrelay/viability';
import { outOfRange } from '../deciding.js';
import type { Policy, RegistryRule } from '../policy.js';
import { products, type Product } from '../products.js';
import type { Refusal } from '../stage.js';
import type { AskedProfile, BankedUnit, OrderDetails } from './order.js';

/** What the checks of a product need of an order or of its change. */
export interface AskedProduct extends AskedProfile {
  readonly product: Product;
  readonly donorGrid: string | null;
  readonly unit: BankedUnit | null;
  readonly donorWeightKg: number | null;
}

/** What keeps a product from being ordered of that donor's registry under that policy; its temperature apart. */
export function productProblem(asked: AskedProduct, policy: Policy): Refusal | undefined {
  return unitOrNone(asked) ?? notOffered(asked, policy) ?? donorWeightProblem(asked);
}

/** A banked product is one unit that exists already; a fresh one is none. */
function unitOrNone({ product, unit }: AskedProduct): Refusal | undefined {
  if (products[product].fresh === (unit === null)) return undefined;
  const sentence =
    unit === null
      ? `${product} comes from a bank: the order must say which unit it is.`
      : `${product} is collected for this order, so no unit of a bank can be named.`;
  return { code: unit === null ? 'unit-missing' : 'unit-not-banked', sentence, at: '/unit' };
}

/** The donor registry's rule in that policy, by the issuing organisation number that the GRID begins with. */
export function ruleFor(donorGrid: string | null, { registries }: Policy): RegistryRule | undefined {
  return registries.find((rule) => donorGrid?.startsWith(rule.ion) === true);
}

function notOffered({ product, donorGrid }: AskedProduct, policy: Policy): Refusal | undefined {
  const offers = ruleFor(donorGrid, policy)?.offers ?? null;
  if (offers === null || offers.includes(product)) return undefined;
  const sentence = `The donor's registry does not offer ${product}; it offers ${offers.join(', ')}.`;
  return { code: 'product-not-offered', sentence, at: '/product', allowed: offers };
}

/** How much marrow may be taken goes by the donor's weight. */
function donorWeightProblem({ product, donorWeightKg }: AskedProduct): Refusal | undefined {
  if (donorWeightKg === null) {
    if (product !== 'HPC-M') return undefined;
    const sentence = "Marrow is limited by the donor's weight, which is missing.";
    return { code: 'donor-weight-missing', sentence, at: '/donorWeightKg' };
  }
  const what = "The donor's weight";
  return outOfRange({ value: donorWeightKg, least: 30, most: 250, what, unit: 'kg', at: '/donorWeightKg' });
}

type Profile = Pick<OrderDetails, 'minCelsius' | 'maxCelsius'>;

/** The temperature that holds: as ordered, else the policy's default for the product. Marrow and lymphocytes have none (standards.md 7.1). */
export function profileOf(
  { product, minCelsius, maxCelsius }: Pick<AskedProduct, 'product' | keyof AskedProfile>,
  policy: Policy,
): Result<Profile, Refusal> {
  if (minCelsius !== null && maxCelsius !== null) return ok({ minCelsius, maxCelsius });
  const found = policy.thermalDefaults.value.find((each) => each.product === product);
  if (found !== undefined && minCelsius === null && maxCelsius === null)
    return ok({ minCelsius: found.minCelsius, maxCelsius: found.maxCelsius });
  const allowed = policy.clocks.filter((clock) => clock.product === product).map(profileText);
  const why = found === undefined ? 'it has no usual one' : 'only one end of it is given';
  const sentence = `The order must say the temperature of ${product}: ${why}. There is a clock for ${allowed.join('; ')}.`;
  return err({
    code: 'temperature-not-ordered',
    sentence,
    at: minCelsius === null ? '/minCelsius' : '/maxCelsius',
    allowed,
  });
}

/** What the check of a clock looks at. */
export interface AskedClock extends Profile {
  readonly product: Product;
  /** With processing, where there is any. */
  readonly receiptToInfusionMinutes: number;
}

/** Nothing is guessed: without a clock for exactly this product and profile the order is incomplete (standards.md 1.1). */
export function clockProblem(asked: AskedClock, policy: Policy, at: string): Refusal | undefined {
  const most = mostMinutes(asked, policy);
  if (most === undefined) return noClock(asked, policy.clocks);
  return outOfRange({
    value: asked.receiptToInfusionMinutes,
    least: 0,
    most: most - 1,
    what: 'The time from receipt to infusion',
    unit: 'minutes',
    at,
  });
}

/** A banked unit lives by its shipper, which is not known yet: by the longest that the policy trusts any. */
function mostMinutes(asked: AskedClock, policy: Policy): number | undefined {
  if (!products[asked.product].fresh) return policy.shipperMostHoldHours.value * 60;
  return clockPolicyFor(policy.clocks, asked)?.limitMinutes;
}

function noClock({ product, minCelsius, maxCelsius }: AskedClock, clocks: readonly ClockPolicy[]): Refusal {
  const profiles = clocks.map(profileText);
  const wanted = `${product} at ${minCelsius} to ${maxCelsius} °C`;
  const known = profiles.length > 0 ? `There is one for ${profiles.join('; ')}.` : 'It has none at all.';
  const sentence = `The policy has no viability clock for ${wanted}, and none is guessed. ${known}`;
  return { code: 'no-clock-policy', sentence, at: '/minCelsius', allowed: profiles };
}

function profileText(clock: ClockPolicy): string {
  return `${clock.product} at ${clock.minCelsius} to ${clock.maxCelsius} °C`;
}
