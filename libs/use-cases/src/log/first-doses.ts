import type { BagCount, OrderDetails, RecipientOrder, RecipientVerdict, RegistryRule } from '@cellrelay/shipment';

/** Doses as the first version wrote them: only of apheresis products, only CD34 per kg; and the steps that lift them. */

interface FirstRecipient {
  readonly ref: string;
  readonly weightKg: number;
  readonly requestedCd34PerKgE6: number;
  readonly minimumCd34PerKgE6: number;
}

/** An order of the first version: the weight is taken as weighed, and nothing was asked of blood groups or the donor's weight. */
export function openedWithDoses(
  data: Omit<OrderDetails, 'recipients' | 'unit'> & { readonly recipients: readonly FirstRecipient[] },
): Omit<OrderDetails, 'unit'> {
  return { ...data, donorWeightKg: null, donorBloodGroup: null, recipients: data.recipients.map(lifted) };
}

function lifted({ ref, weightKg, requestedCd34PerKgE6, minimumCd34PerKgE6 }: FirstRecipient): RecipientOrder {
  const dose = { ...perKg, requested: requestedCd34PerKgE6, minimum: minimumCd34PerKgE6 };
  return { ref, weightKg, weightBasis: 'actual', doses: [dose], bloodGroup: null };
}

const perKg = { metric: 'CD34', per: 'kg' } as const;

interface FirstRule {
  readonly ion: string;
  readonly source: string;
  readonly floor: { readonly cd34PerKgE6: number; readonly comparison: 'at-or-above' | 'above' } | null;
  readonly ceilingCd34PerKgE6: number | null;
}

interface FirstClock {
  readonly source: string;
}

/** What the first version pinned of clocks and registries. */
export interface FirstPolicy {
  readonly clocks: readonly FirstClock[];
  readonly registries: readonly FirstRule[];
}

/** A registry's floor and ceiling as limits of the one product that there was. */
export function limitsOf({ ion, source, floor, ceilingCd34PerKgE6: ceiling }: FirstRule): RegistryRule {
  const of = { product: 'HPC-A', metric: 'CD34' } as const;
  return {
    ion,
    source,
    offers: null,
    mostMarrowMlPerDonorKg: null,
    limits: [
      ...(floor === null
        ? []
        : [{ ...of, kind: 'floor' as const, perKg: floor.cd34PerKgE6, comparison: floor.comparison }]),
      ...(ceiling === null
        ? []
        : [{ ...of, kind: 'ceiling' as const, perKg: ceiling, comparison: 'at-or-above' as const }]),
    ],
  };
}

/** Clocks had no mark of their own; what is not known to be founded is not called so. */
export function markedClocks(clocks: readonly FirstClock[]): readonly unknown[] {
  return clocks.map((clock) => ({ mark: 'site', ...clock }));
}

/** The mark of a request above the ceiling. */
export function ceilingOfMetric(data: { readonly ceilingCd34PerKgE6: number; readonly recipients: readonly string[] }) {
  return { metric: 'CD34', ceilingPerKg: data.ceilingCd34PerKgE6, recipients: data.recipients };
}

/** The warning of a request below the floor. */
export function floorOfMetric(data: { readonly floorCd34PerKgE6: number; readonly recipients: readonly string[] }) {
  return { metric: 'CD34', floorPerKg: data.floorCd34PerKgE6, recipients: data.recipients };
}

interface FirstVerdict extends Omit<RecipientVerdict, 'doses'> {
  readonly dosePerKgE6: number;
  readonly requestedPerKgE6: number;
  readonly minimumPerKgE6: number;
}

interface FirstCount {
  readonly bags: readonly Pick<BagCount, 'bag' | 'volumeMl' | 'cd34PerUl'>[];
  readonly verdicts: readonly FirstVerdict[];
}

/** A count, or its correction: the other figures were not recorded. */
export function countedByMetric(data: FirstCount) {
  return {
    ...data,
    bags: data.bags.map((bag) => ({ ...bag, wbcE9PerL: null, cd3PerUl: null })),
    verdicts: data.verdicts.map(verdictOf),
  };
}

function verdictOf(verdict: FirstVerdict): RecipientVerdict {
  const { dosePerKgE6, requestedPerKgE6, minimumPerKgE6, ...rest } = verdict;
  const { meetsRequest, meetsMinimum } = rest;
  const figures = { dose: dosePerKgE6, requested: requestedPerKgE6, minimum: minimumPerKgE6 };
  return { ...rest, doses: [{ ...perKg, ...figures, meetsRequest, meetsMinimum }] };
}
