import type { BagCount, CellCountFacts, RecipientVerdict } from './cell-count.js';

/** What the doses are judged by. */
export type Requirements = Pick<CellCountFacts, 'recipients' | 'registry'>;
type Recipient = Requirements['recipients'][number];

/**
 * Doses are compared as whole numbers, so that one exactly equal to the request is met and one a hair below is not. Every
 * figure is taken to its sixth decimal, more than any laboratory, scale or order states; beyond that it is rounded.
 */
const decimals = 6;
const scale = 10n ** BigInt(decimals);

function scaled(figure: number): bigint {
  return BigInt(Math.round(figure * Number(scale)));
}

/** How each recipient stands after these counts, all days together (standards.md 2.3). `recipientOf` says whose a bag is. */
export function verdictsOf(
  counts: readonly BagCount[],
  recipientOf: (bag: string) => string | undefined,
  required: Requirements,
): readonly RecipientVerdict[] {
  return required.recipients.map((recipient) => {
    const own = counts.filter((count) => recipientOf(count.bag) === recipient.ref);
    return verdictOf(doseOf(own, recipient.weightKg), recipient, required.registry);
  });
}

/** A dose in million CD34 per kg, as the exact ratio of two whole numbers. */
interface Dose {
  readonly cells: bigint;
  readonly perKg: bigint;
}

/** CD34 total (10⁶) = mL x cells per µL / 1000, divided by the recipient's kg (standards.md 2.3). */
function doseOf(counts: readonly BagCount[], weightKg: number): Dose {
  const cells = counts.reduce((sum, count) => sum + scaled(count.volumeMl) * scaled(count.cd34PerUl), 0n);
  return { cells, perKg: 1000n * scaled(weightKg) * scale };
}

/** Below zero when the dose is under the figure, above zero when it is over it, zero when exactly equal. */
function compare({ cells, perKg }: Dose, figureE6: number): number {
  const difference = cells * scale - scaled(figureE6) * perKg;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The dose to be shown: cut off after four decimals and never rounded up, so that it does not look met when it is not. */
function shown({ cells, perKg }: Dose): number {
  return Number((cells * 10_000n) / perKg) / 10_000;
}

function verdictOf(
  dose: Dose,
  recipient: Recipient,
  { floor, ceilingCd34PerKgE6: ceiling }: Requirements['registry'],
): RecipientVerdict {
  const aboveFloor = floor === null ? 1 : compare(dose, floor.cd34PerKgE6);
  return {
    recipient: recipient.ref,
    dosePerKgE6: shown(dose),
    requestedPerKgE6: recipient.requestedCd34PerKgE6,
    minimumPerKgE6: recipient.minimumCd34PerKgE6,
    meetsRequest: compare(dose, recipient.requestedCd34PerKgE6) >= 0,
    meetsMinimum: compare(dose, recipient.minimumCd34PerKgE6) >= 0,
    meetsRegistryFloor: aboveFloor > 0 || (aboveFloor === 0 && floor?.comparison === 'at-or-above'),
    aboveRegistryCeiling: ceiling !== null && compare(dose, ceiling) > 0,
  };
}

/**
 * Whether the rule may decide by itself that it is enough: every recipient's request and the registry's own floor are met.
 * Giving up the second day on a dose under the floor cannot be taken back; asking a person costs minutes.
 */
export function isEnough(verdicts: readonly RecipientVerdict[]): boolean {
  return verdicts.every((each) => each.meetsRequest && each.meetsRegistryFloor);
}
