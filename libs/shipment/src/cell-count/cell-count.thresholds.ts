import { compareDose, doseOf, figureOf, shownDose } from '../doses.js';
import type { Cause, Severity } from '../obligation.js';
import type { CountThreshold } from '../policy.js';
import { unitOf } from '../products.js';
import { countsOfParts } from './cell-count.standing.js';
import type { BagCount, BelowThreshold, CellCountFacts } from './cell-count.js';

type Judged = Pick<CellCountFacts, 'recipients' | 'collected'>;
type Recipient = Judged['recipients'][number];

/** Every threshold that what was counted for a recipient does not reach, all days together. What was not counted is not judged. */
export function belowThresholds(
  counts: readonly BagCount[],
  { recipients, collected }: Judged,
  thresholds: readonly CountThreshold[],
): readonly BelowThreshold[] {
  const bags = collected.flatMap((day) => day.bags);
  const whole = countsOfParts(counts, bags);
  return recipients.flatMap((recipient) => {
    const own = whole.filter(({ bag }) => bags.find(({ id }) => id === bag)?.recipient === recipient.ref);
    return thresholds.filter((each) => isFor(each, recipient)).flatMap((each) => below(own, recipient, each));
  });
}

function isFor({ fromKg, belowKg }: CountThreshold, { weightKg }: Recipient): boolean {
  return (fromKg === null || weightKg >= fromKg) && (belowKg === null || weightKg < belowKg);
}

function below(
  own: readonly BagCount[],
  { ref, weightKg }: Recipient,
  threshold: CountThreshold,
): readonly BelowThreshold[] {
  const { metric, perKg } = threshold;
  const counted = metric === 'MNC' ? own.map(mononuclear) : own;
  const countedBy = metric === 'MNC' ? 'TNC' : metric;
  if (counted.length === 0 || counted.some((count) => count[figureOf[countedBy].field] === null)) return [];
  const dose = doseOf(counted, countedBy, weightKg);
  return compareDose(dose, perKg) < 0 ? [{ recipient: ref, dose: shownDose(dose), threshold }] : [];
}

/** The mononuclear ones of the white cells (standards.md 2.3); unknown where either figure is. */
function mononuclear(count: BagCount): BagCount {
  const { wbcE9PerL, mncPercent = null } = count;
  return { ...count, wbcE9PerL: wbcE9PerL === null || mncPercent === null ? null : (wbcE9PerL * mncPercent) / 100 };
}

/** Until the box leaves something can be done about it; a figure that no source states is said to be the site's. */
export function thresholdCauses(found: readonly BelowThreshold[]): readonly Cause[] {
  return found.map(({ recipient, dose, threshold }) => ({
    key: `count-below-threshold/${recipient}/${threshold.metric}`,
    stage: 'cell-count',
    severity,
    wrong: `${recipient} gets ${dose} ${wordsOf(threshold)}, below ${threshold.perKg}, ${saidBy(threshold)}.`,
    follows: 'Nothing is decided by it: who decides on the count is to know.',
    offers: [{ command: 'CorrectCellCount', label: 'Correct the count', prefill: {} }],
  }));
}

const severity: Severity = 'notice';

function wordsOf({ metric }: CountThreshold): string {
  return metric === 'MNC' ? '× 10⁸ MNC per kg' : unitOf({ metric, per: 'kg' });
}

function saidBy({ mark, source }: CountThreshold): string {
  return mark === 'G' || mark === 'site' ? 'a figure of the policy' : `the figure of the donor’s registry (${source})`;
}
