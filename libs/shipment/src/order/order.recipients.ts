import { firstOf, outOfRange } from '../deciding.js';
import { doseBounds, products, unitOf, type DoseRequest, type Product } from '../products.js';
import type { Refusal } from '../stage.js';
import type { RecipientOrder } from './order.js';

/** At most so many recipients at one centre; more is a mistake in the form. */
const mostRecipients = 8;

/** What is wrong with who is to get what, the first that is found. */
export function recipientsProblem(recipients: readonly RecipientOrder[], product: Product): Refusal | undefined {
  const count = { value: recipients.length, least: 1, most: mostRecipients, unit: 'recipients', at: '/recipients' };
  return (
    outOfRange({ ...count, what: 'The number of recipients' }) ??
    firstOf(
      recipients,
      (each, index) => recipientProblem(each, product, `/recipients/${index}`) ?? twice(recipients, index),
    )
  );
}

function recipientProblem(each: RecipientOrder, product: Product, at: string): Refusal | undefined {
  return (
    refProblem(each.ref, `${at}/ref`) ??
    outOfRange({
      value: each.weightKg,
      least: 0.5,
      most: 350,
      what: `The weight of ${each.ref}`,
      unit: 'kg',
      at: `${at}/weightKg`,
    }) ??
    dosesProblem(each, product, `${at}/doses`)
  );
}

/** A label such as R1 and no more, so that no person's name is put where a ref belongs. */
function refProblem(ref: string, at: string): Refusal | undefined {
  if (/^[A-Z]{1,3}-?[0-9]{1,4}$/.test(ref)) return undefined;
  const sentence = 'A recipient is given as a label of capitals and a number, such as R1; never by name.';
  return { code: 'recipient-ref-invalid', sentence, at, allowed: ['R1', 'R2'] };
}

function twice(recipients: readonly RecipientOrder[], index: number): Refusal | undefined {
  const ref = recipients[index]?.ref;
  if (recipients.findIndex((each) => each.ref === ref) === index) return undefined;
  return { code: 'recipient-twice', sentence: `Recipient ${ref} is given twice.`, at: `/recipients/${index}/ref` };
}

/** What is wrong with a recipient's doses of a product: its own metrics, each once, within bounds, the minimum not above the request. */
export function dosesProblem(
  { ref, doses }: Pick<RecipientOrder, 'ref' | 'doses'>,
  product: Product,
  at: string,
): Refusal | undefined {
  return (
    primaryMissing(ref, doses, { product, at }) ??
    firstOf(doses, (dose, index) => metricTwice(doses, index, at) ?? doseProblem(ref, dose, `${at}/${index}`))
  );
}

function primaryMissing(
  ref: string,
  doses: readonly DoseRequest[],
  { product, at }: { readonly product: Product; readonly at: string },
): Refusal | undefined {
  const missing = products[product].primary.find((metric) => !doses.some((dose) => dose.metric === metric));
  if (missing === undefined) return undefined;
  const sentence = `${product} is ordered by ${products[product].primary.join(' and ')}; ${ref} has no dose of ${missing}.`;
  return { code: 'primary-dose-missing', sentence, at, allowed: products[product].primary };
}

function metricTwice(doses: readonly DoseRequest[], index: number, at: string): Refusal | undefined {
  const metric = doses[index]?.metric;
  if (doses.findIndex((each) => each.metric === metric) === index) return undefined;
  return { code: 'metric-twice', sentence: `A dose of ${metric} is given twice.`, at: `${at}/${index}/metric` };
}

function doseProblem(ref: string, dose: DoseRequest, at: string): Refusal | undefined {
  const bounds = { ...doseBounds[dose.metric][dose.per], unit: unitOf(dose) };
  return (
    outOfRange({
      ...bounds,
      value: dose.requested,
      what: `The requested dose of ${ref}`,
      at: `${at}/requested`,
    }) ??
    outOfRange({ ...bounds, value: dose.minimum, what: `The minimum dose of ${ref}`, at: `${at}/minimum` }) ??
    minimumProblem(ref, dose, at)
  );
}

function minimumProblem(ref: string, dose: DoseRequest, at: string): Refusal | undefined {
  const { minimum, requested } = dose;
  if (minimum <= requested) return undefined;
  const sentence = `The minimum for ${ref} is ${minimum} ${unitOf(dose)}, above the request of ${requested}.`;
  return { code: 'minimum-above-request', sentence, at: `${at}/minimum`, allowed: [`at most ${requested}`] };
}
