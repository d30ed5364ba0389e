import type { ZonedInstant } from '@cellrelay/kernel';
import { parseDin, parseGrid, parseProductCode } from '@cellrelay/identifiers';
import type { BloodGroup } from '@cellrelay/shipment';
import type { BagFacts, PaperFacts } from '../facts/paper-facts.js';
import type { BoxedBag, BoxLabelFacts, LabelContact } from './box-label.js';
import type { TieTagFacts } from './tie-tag.js';

/** What labels take of the facts of a plan's papers: all of it may be missing but what says whose papers they are. */
export type LabelSource = Pick<
  PaperFacts,
  'reference' | 'example' | 'band' | 'bags' | 'box' | 'donorGrid' | 'donorBloodGroup' | 'issuer' | 'hotline' | 'courier'
>;

/**
 * What the tie tag of each bag says. A bag expires by the clock of where it was collected, as its barcode has no zone and is read beside the collection's. The donor's
 * blood group is left out where it is not written as `A+`.
 */
export function tieTagFacts(source: LabelSource): readonly TieTagFacts[] {
  const bloodGroup = bloodGroupIn(source.donorBloodGroup);
  const read = source.donorGrid === undefined ? undefined : parseGrid(source.donorGrid);
  const grid = read?.ok === true ? read.value : null;
  return (source.bags ?? []).map((bag, nth) => ({
    ...{ reference: `${source.reference}-T${nth + 1}`, example: source.example, storage: source.band },
    ...{ collectedAt: bag.collectedAt, volumeMl: bag.volumeMl, grid, bloodGroup },
    recipient: `${source.reference}/${bag.recipient}`,
    ...codesOf(bag),
    expiresAt: { at: bag.useBy.at, zone: bag.collectedAt?.zone ?? bag.useBy.zone },
  }));
}

/**
 * What the label of the box says; `statement` is its signed statement, where one was made. All times are by the clock of where it was packed: that of where it goes would tell
 * everybody who meets it.
 */
export function boxLabelFacts(source: LabelSource, statement: string | null): BoxLabelFacts {
  const { reference, example, band: storage, bags = [], box } = source;
  return {
    ...{ reference: `${reference}-B1`, example, storage, statement },
    bags: bags.flatMap(boxedBag),
    box: box?.number ?? null,
    logger: box?.logger ?? null,
    packedAt: box?.closedAt ?? null,
    expiresAt: firstExpiry(bags, box?.closedAt.zone),
    contacts: contactsOf(source),
  };
}

function codesOf({ din, productCode }: BagFacts): Pick<TieTagFacts, 'din' | 'productCode'> {
  const [number, product] = [parseDin(din), parseProductCode(productCode)];
  return { din: number.ok ? number.value.din : null, productCode: product.ok ? product.value : null };
}

function boxedBag(bag: BagFacts): readonly BoxedBag[] {
  const { din, productCode } = codesOf(bag);
  return din === null || productCode === null ? [] : [{ din, productCode }];
}

/** When the first of the bags expires, by the clock of that place. */
function firstExpiry(bags: readonly BagFacts[], zone: ZonedInstant['zone'] | undefined): ZonedInstant | null {
  const [first, ...others] = bags.map(({ useBy }) => useBy);
  if (first === undefined) return null;
  const { at, zone: elsewhere } = others.reduce((best, each) => (each.at < best.at ? each : best), first);
  return { at, zone: zone ?? elsewhere };
}

function contactsOf({ hotline, issuer, courier }: LabelSource): readonly LabelContact[] {
  return [
    ...(hotline === undefined ? [] : [{ ...contact('coordinator', hotline), organisation: issuer?.name ?? null }]),
    ...(courier === undefined ? [] : [contact('courier', courier.phone)]),
  ];
}

function contact(role: LabelContact['role'], telephone: string): LabelContact {
  return { role, organisation: null, telephone };
}

function bloodGroupIn(text: string | undefined): BloodGroup | null {
  const [, abo, rh] = /^(A|B|AB|O)([+−-])$/.exec(text ?? '') ?? [];
  return abo === undefined ? null : { abo: abo as BloodGroup['abo'], rh: rh === '+' ? '+' : '-' };
}
