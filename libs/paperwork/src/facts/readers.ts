import type { AlwaysKnown, FactName, PaperFacts } from './paper-facts.js';

/** For whom papers are written. */
export type Reader =
  | 'security'
  | 'airline'
  | 'customs'
  | 'embassy'
  | 'courier'
  | 'collection-centre'
  | 'transplant-centre'
  | 'registry'
  | 'applicant';

const ofTheSender = ['issuer', 'hotline', 'signatory'] as const;
const ofTheBox = ['box', 'boxSizeCm', 'clock'] as const;

/**
 * What each reader may know besides the way. Security, airlines and embassies learn of neither centre (S32, S39: the places of donor and recipient are not
 * disclosed); a courier carries DINs and no GRID; the donor's side is told no counts per kg, and nobody any weight: there is no such fact.
 */
const knownTo = {
  security: [...ofTheSender, ...ofTheBox, 'courier', 'substitute', 'passport'],
  airline: [...ofTheSender, ...ofTheBox, 'courier', 'substitute', 'passport'],
  embassy: [...ofTheSender],
  customs: [
    ...ofTheSender,
    ...ofTheBox,
    ...(['courier', 'passport', 'consignor', 'consignee', 'bags', 'value', 'markers'] as const),
  ],
  courier: [
    ...ofTheSender,
    ...ofTheBox,
    ...(['courier', 'substitute', 'passport', 'substitutePassport'] as const),
    ...(['consignor', 'consignee', 'contacts', 'bags'] as const),
  ],
  'collection-centre': [
    ...ofTheSender,
    ...ofTheBox,
    ...(['courier', 'consignor', 'consignee', 'contacts', 'donorGrid', 'donorBloodGroup', 'bags', 'markers'] as const),
  ],
  'transplant-centre': [
    ...ofTheSender,
    ...ofTheBox,
    ...(['courier', 'consignor', 'consignee', 'contacts', 'donorGrid', 'donorBloodGroup', 'bags', 'markers'] as const),
    ...(['receiptChecks', 'temperature'] as const),
  ],
  registry: [...ofTheSender, 'clock', 'bags'],
  // What an authority's form asks for is what customs are told.
  applicant: [...ofTheSender, ...(['clock', 'courier', 'consignor', 'consignee', 'bags', 'value', 'markers'] as const)],
} as const satisfies Readonly<Record<Reader, readonly FactName[]>>;

export type NameFor<R extends Reader> = (typeof knownTo)[R][number];
/** The facts as that reader may know them. */
export type FactsFor<R extends Reader> = AlwaysKnown & Pick<PaperFacts, NameFor<R>>;

/** What is told to every reader. */
const toldToAll: Readonly<Record<Exclude<keyof AlwaysKnown, 'visas' | 'spears' | 'applications'>, true>> = {
  ...{ reference: true, example: true, madeAt: true, plan: true, product: true, band: true, cargo: true },
  forSeveral: true,
  ...{ legs: true, checkpoints: true, borders: true, rules: true, tariffs: true },
};

/** The facts without what that reader may not know: it is not there, so that no paper can say it. */
export function factsFor<R extends Reader>(facts: PaperFacts, reader: R): FactsFor<R> {
  const known: readonly string[] = [...Object.keys(toldToAll), ...knownTo[reader]];
  const told = Object.fromEntries(Object.entries(facts).filter(([name]) => known.includes(name)));
  const { bags } = facts;
  const uncounted = bags !== undefined && 'bags' in told && !atCentres.has(reader);
  return {
    ...told,
    ...(uncounted ? { bags: bags.map((bag) => ({ ...bag, counts: null })) } : {}),
    visas: reader === 'embassy' ? facts.visas : [],
    spears: reader === 'registry' ? facts.spears : [],
    applications: reader === 'applicant' ? facts.applications : [],
    // What is known to that reader was taken from the facts themselves.
  } as unknown as FactsFor<R>;
}

const atCentres: ReadonlySet<Reader> = new Set<Reader>(['collection-centre', 'transplant-centre']);
