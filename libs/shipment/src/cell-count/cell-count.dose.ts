import type { RegistryLimit } from '../policy.js';
import { exactly, exactScale, type DoseRequest, type Metric } from '../products.js';
import { compareDose, doseOf, shownDose, weightFor, type Dose } from '../doses.js';
import type { BagCount, CellCountFacts, DoseVerdict, RecipientVerdict, UnitFigures } from './cell-count.js';

/** What the doses are judged by. */
export type Requirements = Pick<CellCountFacts, 'recipients' | 'limits'>;
type Recipient = Requirements['recipients'][number];

/** How each recipient stands after these counts, all days together (standards.md 2.3). `recipientOf` says whose a bag is. */
export function verdictsOf(
  counts: readonly BagCount[],
  recipientOf: (bag: string) => string | undefined,
  required: Requirements,
): readonly RecipientVerdict[] {
  return required.recipients.map((recipient) => {
    const own = counts.filter((count) => recipientOf(count.bag) === recipient.ref);
    return verdictOf((metric, perKgOf) => doseOf(own, metric, perKgOf), recipient, required.limits);
  });
}

/** How each recipient stands by what a bank states of its unit. */
export function unitVerdictsOf(unit: UnitFigures, required: Requirements): readonly RecipientVerdict[] {
  return required.recipients.map((recipient) =>
    verdictOf((metric, perKgOf) => statedDose(unit, metric, perKgOf), recipient, required.limits),
  );
}

/** The bank's figures are cells in all, in the metric's own unit; it states none of CD3. */
function statedDose({ tncE8, cd34E6 }: UnitFigures, metric: Metric, perKgOf: number | null): Dose {
  const stated: Readonly<Record<Metric, number>> = { TNC: tncE8, CD34: cd34E6, CD3: 0 };
  return { cells: exactly(stated[metric]), over: perKgOf === null ? exactScale : exactly(perKgOf) };
}

type DoseIn = (metric: Metric, perKgOf: number | null) => Dose;

function verdictOf(doseIn: DoseIn, recipient: Recipient, limits: readonly RegistryLimit[]): RecipientVerdict {
  const doses = recipient.doses.map((asked) => doseVerdict(doseIn, asked, recipient.weightKg));
  // A metric that was not ordered need not have been counted, and is not judged.
  const judged = limits.filter(({ metric }) => recipient.doses.some((dose) => dose.metric === metric));
  const against = (limit: RegistryLimit) => compareDose(doseIn(limit.metric, recipient.weightKg), limit.perKg);
  return {
    recipient: recipient.ref,
    doses,
    meetsRequest: doses.every((each) => each.meetsRequest),
    meetsMinimum: doses.every((each) => each.meetsMinimum),
    meetsRegistryFloor: judged
      .filter(({ kind }) => kind === 'floor')
      .every((limit) => (limit.comparison === 'above' ? against(limit) > 0 : against(limit) >= 0)),
    aboveRegistryCeiling: judged.some((limit) => limit.kind === 'ceiling' && against(limit) > 0),
  };
}

function doseVerdict(doseIn: DoseIn, asked: DoseRequest, weightKg: number): DoseVerdict {
  const { metric, per, requested, minimum } = asked;
  const dose = doseIn(metric, weightFor(per, weightKg));
  return {
    metric,
    per,
    dose: shownDose(dose),
    requested,
    minimum,
    meetsRequest: compareDose(dose, requested) >= 0,
    meetsMinimum: compareDose(dose, minimum) >= 0,
  };
}

/**
 * Whether the rule may decide by itself that it is enough: every recipient's request and the registry's own floor are met.
 * Giving up the second day on a dose under the floor cannot be taken back; asking a person costs minutes.
 */
export function isEnough(verdicts: readonly RecipientVerdict[]): boolean {
  return verdicts.every((each) => each.meetsRequest && each.meetsRegistryFloor);
}
