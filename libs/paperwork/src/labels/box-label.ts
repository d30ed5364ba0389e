import { err, ok, type Result, type ZonedInstant } from '@cellrelay/kernel';
import { noFlags, type Din, type DinFlags, type ProductCode } from '@cellrelay/identifiers';
import type { BandFacts } from '../facts/paper-facts.js';
import type { Language } from '../language.js';
import { dinCode } from './label-codes.js';
import { known, missingOnLabel } from './label-faults.js';
import { labelLanguages, saidOnLabel } from './label-messages.js';
import { coded, partsIn, type PartMaker } from './label-parts.js';
import { momentLines, keptAtText } from './label-texts.js';
import type { Label, LabelFault, LabelNotMade, LabelPart } from './label.js';
import { productIn, type SiteCodes } from './site-codes.js';

/** A bag in the box. */
export interface BoxedBag {
  readonly din: Din;
  readonly flags?: DinFlags;
  readonly productCode: ProductCode;
}

/** Whom to call: an organisation at most, and no person; and neither centre, whose telephone tells the country of donor or recipient. */
export interface LabelContact {
  readonly role: 'coordinator' | 'courier';
  readonly organisation: string | null;
  readonly telephone: string;
}

/** What the label of a box says; null is not known. Everybody on the way may read it: it names no place of donor or recipient. */
export interface BoxLabelFacts {
  readonly reference: string;
  readonly example: boolean;
  readonly bags: readonly BoxedBag[];
  readonly box: string | null;
  readonly logger: string | null;
  readonly storage: BandFacts | null;
  readonly packedAt: ZonedInstant | null;
  /** When the first of its bags expires. */
  readonly expiresAt: ZonedInstant | null;
  readonly contacts: readonly LabelContact[];
  /** An address with a signed statement of the label; null where none was signed. */
  readonly statement: string | null;
}

const wanted = ['storage', 'packedAt', 'expiresAt'] as const;

/** The label of a box for whoever meets it on the way, their language first (standards.md 1.3), or all that it lacks. */
export function boxLabel(facts: BoxLabelFacts, codes: SiteCodes, reader: Language): Result<Label, LabelNotMade> {
  const whole = known(facts, wanted);
  const faults = [...(whole.ok ? [] : whole.error), ...boxFaults(facts, codes)];
  if (!whole.ok || faults.length > 0) return err({ label: 'box', missing: faults });
  const languages = labelLanguages(reader);
  const make = partsIn(languages);
  const banner = { kind: 'banner', said: saidOnLabel('label.do-not-x-ray', languages) } as const;
  const upright = { kind: 'upright', said: saidOnLabel('label.upright', languages) } as const;
  return ok({
    ...{ kind: 'box', reference: facts.reference, example: facts.example, languages },
    parts: [
      banner,
      ...(['label.human-cells', inspection(whole.value.storage), 'label.handle-with-care'] as const).map(make.warning),
      upright,
      ...fieldsOf(whole.value, make),
      ...productsOf(facts, codes),
      ...dinsOf(facts),
      ...facts.contacts.map((contact) => contactPart(contact, languages)),
      ...statementOf(facts.statement, languages),
      ...make.notices(facts.example),
    ],
  });
}

type WholeBox = BoxLabelFacts & { readonly [Fact in (typeof wanted)[number]]: NonNullable<BoxLabelFacts[Fact]> };

/** A dry shipper is opened by nobody on the way, and may travel as cargo, with no courier beside it. */
function inspection(storage: BandFacts): 'label.do-not-open' | 'label.inspect-outside' {
  return 'atOrBelowCelsius' in storage ? 'label.do-not-open' : 'label.inspect-outside';
}

function boxFaults({ bags, contacts }: BoxLabelFacts, codes: SiteCodes): readonly LabelFault[] {
  const unnamed = bags.some(({ productCode }) => productIn(codes, productCode) === undefined);
  return [
    ...(bags.length === 0 ? [missingOnLabel('bags')] : []),
    ...(unnamed ? [missingOnLabel('product')] : []),
    ...(contacts.some(({ role }) => role === 'coordinator') ? [] : [missingOnLabel('coordinator')]),
  ];
}

function fieldsOf(
  { storage, expiresAt, packedAt, bags, box, logger }: WholeBox,
  { field }: PartMaker,
): readonly LabelPart[] {
  return [
    field('label.keep-at', keptAtText(storage)),
    field('label.use-by', ...momentLines(expiresAt)),
    field('label.packed', ...momentLines(packedAt)),
    field('label.bags', String(bags.length)),
    ...(box === null ? [] : [field('label.box', box)]),
    ...(logger === null ? [] : [field('label.logger', logger)]),
  ];
}

/** Each DIN once: the bags of one collection share it, and whoever receives the box scans the bags themselves. */
function dinsOf({ bags }: BoxLabelFacts): readonly LabelPart[] {
  const byDin = new Map(bags.map((bag) => [bag.din, bag]));
  return [...byDin.values()].map(({ din, flags = noFlags }) => coded(dinCode(din, flags)));
}

/** Each product once, by its proper name. */
function productsOf({ bags }: BoxLabelFacts, codes: SiteCodes): readonly LabelPart[] {
  const entries = new Set(bags.map(({ productCode }) => productIn(codes, productCode)));
  return [...entries].flatMap((entry) =>
    entry === undefined ? [] : [{ kind: 'product', name: entry.name, attributes: entry.attributes ?? null } as const],
  );
}

function contactPart({ role, organisation, telephone }: LabelContact, languages: readonly Language[]): LabelPart {
  return { kind: 'contact', role: saidOnLabel(`label.role.${role}`, languages), organisation, telephone };
}

function statementOf(statement: string | null, languages: readonly Language[]): readonly LabelPart[] {
  if (statement === null) return [];
  const caption = saidOnLabel('label.check', languages);
  return [coded({ symbology: 'qr', of: 'statement', content: statement, text: { kind: 'none' }, caption })];
}
