import { bagKeyOf, bagOf, parseDin, parseProductCode, type BagIdentity } from '@cellrelay/identifiers';
import type { Instant, Zone } from '@cellrelay/kernel';
import { outOfRange } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { daysProblem } from './order.days.js';
import type { BankedUnit, OpenShipment, OrderDetails } from './order.js';

type Asked = OpenShipment['data'];

/** No tank and no shipper is colder than liquid nitrogen. */
const nitrogenCelsius = -196;

/** The class on the label rules (readings.md): the order does not say a temperature of its own. */
export function profileOfUnit({ storedAtOrBelowCelsius }: BankedUnit): Pick<OrderDetails, 'minCelsius' | 'maxCelsius'> {
  return { minCelsius: nitrogenCelsius, maxCelsius: storedAtOrBelowCelsius };
}

/** The unit with its labels as they are stored. Only for one that has no problem. */
export function storedUnit(unit: BankedUnit): BankedUnit {
  const label = labelOf(unit);
  if ('problem' in label) throw new Error('a unit with a faulty label was let through');
  return { ...unit, ...label };
}

/** A unit as a bag: its id is that of its labels. */
export function unitId({ din, productCode }: Pick<BankedUnit, 'din' | 'productCode'>): string {
  return bagKeyOf({ din, productCode } as BagIdentity);
}

function labelOf(unit: BankedUnit): BagIdentity | { readonly problem: Refusal } {
  const din = parseDin(unit.din);
  if (!din.ok) return { problem: { code: 'din-invalid', sentence: din.error.sentence, at: '/unit/din' } };
  const code = parseProductCode(unit.productCode);
  const bag = code.ok ? bagOf({ din: din.value.din, productCode: code.value }) : code;
  if (bag.ok) return bag.value;
  return { problem: { code: 'product-code-invalid', sentence: bag.error.sentence, at: '/unit/productCode' } };
}

/** What is wrong with the unit itself: its labels, its figures, whom it is for. Bounds are wide around what banks keep (viability.md 2.8). */
export function unitProblem(unit: BankedUnit, asked: Asked): Refusal | undefined {
  const label = labelOf(unit);
  return (
    ('problem' in label ? label.problem : undefined) ??
    outOfRange({ value: unit.volumeMl, least: 1, most: 500, what: 'The volume', unit: 'mL', at: '/unit/volumeMl' }) ??
    outOfRange({ value: unit.tncE8, least: 0.1, most: 100, what: 'The TNC', unit: '× 10⁸', at: '/unit/tncE8' }) ??
    outOfRange({ value: unit.cd34E6, least: 0.01, most: 100, what: 'The CD34', unit: '× 10⁶', at: '/unit/cd34E6' }) ??
    noClass(unit) ??
    temperatureGiven(asked) ??
    oneRecipient(asked) ??
    metricUnknown(asked) ??
    noDays(asked)
  );
}

function noClass({ storedAtOrBelowCelsius: stored }: { readonly storedAtOrBelowCelsius: number }): Refusal | undefined {
  if (stored === -150 || stored === -120) return undefined;
  const sentence = `A frozen unit's label says -150 °C or colder, or -120 °C or colder; ${stored} °C is no class.`;
  return { code: 'no-storage-class', sentence, at: '/unit/storedAtOrBelowCelsius', allowed: ['-150', '-120'] };
}

function temperatureGiven({ minCelsius, maxCelsius }: Asked): Refusal | undefined {
  if (minCelsius === null && maxCelsius === null) return undefined;
  const sentence = "A frozen unit travels at the class that its label names: leave the order's temperature empty.";
  return { code: 'temperature-by-class', sentence, at: minCelsius === null ? '/maxCelsius' : '/minCelsius' };
}

/** A bag that is never opened under way is for one person. */
function oneRecipient({ recipients }: Asked): Refusal | undefined {
  if (recipients.length <= 1) return undefined;
  return { code: 'unit-for-one', sentence: 'One unit is for one recipient.', at: '/recipients' };
}

/** Nobody counts a frozen unit: only what its bank stated can be asked of it. */
function metricUnknown({ recipients }: Asked): Refusal | undefined {
  const asked = recipients[0]?.doses.findIndex(({ metric }) => metric === 'CD3') ?? -1;
  if (asked === -1) return undefined;
  const sentence = 'The bank states TNC and CD34 of a unit; no other dose can be judged.';
  return { code: 'dose-not-stated', sentence, at: `/recipients/0/doses/${asked}/metric`, allowed: ['TNC', 'CD34'] };
}

function noDays({ collectionDays }: Asked): Refusal | undefined {
  if (collectionDays.length === 0) return undefined;
  const sentence =
    'A banked unit is not collected: give the day on which it is to leave the bank, and no collection days.';
  return { code: 'nothing-to-collect', sentence, at: '/collectionDays' };
}

/** The day of leaving is judged as a collection day would be. Conditioning that is planned too early is an alert, and no reason to refuse the order. */
export function unitDaysProblem(
  { shipOn }: BankedUnit,
  asked: Asked & { readonly zone: Zone },
  now: Instant,
): Refusal | undefined {
  const found = daysProblem({ ...asked, collectionDays: [shipOn] }, now);
  return found?.at === '/collectionDays/0' ? { ...found, at: '/unit/shipOn' } : found;
}
