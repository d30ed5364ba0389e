import type {
  BagCount,
  CellCountFacts,
  CellCountState,
  CellCountStatus,
  CollectedBag,
  RecipientVerdict,
} from './cell-count.js';
import { isEnough, verdictsOf } from './cell-count.dose.js';

type Settled = Pick<CellCountState, 'verdicts' | 'acceptedFor' | 'stoppedFor'>;

/** The verdicts on these counts, by whom the bags are for now. A bag that is not used is nobody's. */
export function judgedBy(
  counts: readonly BagCount[],
  facts: Pick<CellCountFacts, 'recipients' | 'limits' | 'collected' | 'notUsed'>,
): readonly RecipientVerdict[] {
  const bags = facts.collected.flatMap((each) => each.bags);
  const recipientOf = (id: string) => bags.find((bag) => bag.id === id)?.recipient;
  const used = countsOfParts(counts, bags).filter(({ bag }) => !facts.notUsed.includes(bag));
  return verdictsOf(used, recipientOf, facts);
}

/**
 * The counts as they are judged: that of a split bag stands for its parts, which have its concentration and their own volume. Volumes that were weighed to more than
 * was counted are taken as shares of it: no split makes cells.
 */
export function countsOfParts(counts: readonly BagCount[], bags: readonly CollectedBag[]): readonly BagCount[] {
  return counts.flatMap((count) => {
    if (bags.some(({ id }) => id === count.bag)) return [count];
    const parts = bags.filter(({ partOf }) => partOf.includes(count.bag));
    const weighed = parts.reduce((sum, { volumeMl }) => sum + volumeMl, 0);
    return parts.map(({ id, volumeMl }) => ({
      ...count,
      bag: id,
      volumeMl: shareOf(count.volumeMl, volumeMl, weighed),
    }));
  });
}

/** Cut off, never rounded up, after the fourth decimal of a mL. */
function shareOf(countedMl: number, partMl: number, weighedMl: number): number {
  if (weighedMl <= countedMl) return partMl;
  return Math.floor((partMl * countedMl * 10_000) / weighedMl) / 10_000;
}

/** Whether a recipient gets less than the rule lets pass by itself. */
function isShort(verdict: RecipientVerdict): boolean {
  return !isEnough([verdict]);
}

/** The recipients that something is still to be decided for: short, and neither accepted for nor stopped for. */
export function undecidedFor({ verdicts, acceptedFor, stoppedFor }: Settled): readonly string[] {
  const done = [...acceptedFor, ...stoppedFor];
  return verdicts
    .filter(isShort)
    .map(({ recipient }) => recipient)
    .filter((ref) => !done.includes(ref));
}

/** Those that cells are still meant for. */
export function wantedRecipients({ verdicts, stoppedFor }: Settled): readonly string[] {
  return verdicts.map(({ recipient }) => recipient).filter((ref) => !stoppedFor.includes(ref));
}

/** Where the count stands by its verdicts and what was decided for each recipient. */
export function statusByRule(settled: Settled): CellCountStatus {
  const wanted = wantedRecipients(settled);
  const open = undecidedFor(settled);
  if (wanted.length === 0) return 'stopped';
  if (open.length === wanted.length) return 'short';
  if (open.length > 0) return 'one-short';
  return settled.acceptedFor.some((ref) => wanted.includes(ref)) ? 'accepted-less' : 'enough';
}
