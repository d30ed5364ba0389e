import { err, ok, type Result } from '@cellrelay/kernel';
import type { KindOfPaper, LawSentence } from '../facts/from-rules.js';
import { missing, type MissingFact, type NotMade } from '../facts/missing.js';
import type { FactName, PaperFacts } from '../facts/paper-facts.js';
import { factsFor, type FactsFor, type NameFor, type Reader } from '../facts/readers.js';
import type { Language } from '../language.js';
import { notReviewed, type Claim } from '../messages/catalogue.js';
import { dayOf } from '../messages/forms.js';
import { languagesFor } from '../messages/reader-language.js';
import { sayIn, type Say } from '../messages/say.js';
import type { Block, Paper, Said } from '../paper.js';

/** A paper, or what it lacks. */
export type Made = Result<Paper, NotMade>;

/** What a kind of paper is: for whom, in which languages it can be had, and what it cannot be without. */
export interface Sheet<R extends Reader, N extends NameFor<R>> {
  readonly kind: KindOfPaper;
  readonly reader: R;
  readonly claim: Claim;
  readonly needs: readonly N[];
  /** Its writer puts the checks that law asks for among its own; on all other papers they stand before what law says. */
  readonly placesChecks?: true;
}

/** For what one paper is made: a checkpoint, a border, a bag. */
export interface Occasion {
  readonly facts: PaperFacts;
  /** In its reference; null: there is one of its kind. */
  readonly of: string | null;
  /** Whose officers, or whose centre, reads it; null: nobody knows. */
  readonly country: string | null;
  /** What it lacks besides, that only this occasion asks for. */
  readonly lacks?: readonly MissingFact['fact'][];
}

type Given<R extends Reader, N extends NameFor<R>> = FactsFor<R> & {
  readonly [Name in N]-?: NonNullable<FactsFor<R>[Name]>;
};

/** What a paper is written with. */
export interface Desk<R extends Reader, N extends NameFor<R>> {
  readonly facts: Given<R, N>;
  readonly say: Say;
  readonly languages: readonly Language[];
  /** What law asks to be looked at and ticked on this paper. */
  readonly lawChecks: readonly Said[];
}

/** What is said in a paper between its letterhead and the sentences that law asks for. */
export interface Written {
  readonly title: Said;
  readonly blocks: readonly Block[];
  /** Signatures and the like, which stand behind what law asks for. */
  readonly end?: readonly Block[];
}

/**
 * The paper, written from what its reader may know. A fact that it needs and that is not there stops this paper alone: what it lacks is answered, each with a sentence and
 * where to enter it.
 */
export function made<R extends Reader, N extends NameFor<R>>(
  sheet: Sheet<R, N>,
  occasion: Occasion,
  write: (desk: Desk<R, N>) => Written,
): Made {
  const known = factsFor(occasion.facts, sheet.reader);
  const lacking = lacked(sheet, occasion, known);
  const { issuer } = occasion.facts;
  if (lacking.length > 0 || issuer === undefined)
    return err({
      ...{ paper: sheet.kind, of: occasion.of, reference: referenceOf(sheet.kind, occasion) },
      missing: lacking.map(missing),
    });
  const languages = languagesFor(occasion.country, sheet.claim);
  const say = sayIn(languages);
  const { checks: lawChecks, sentences } = demanded(sheet.kind, occasion, languages);
  // Nothing that is needed is missing: that was looked after above.
  const { title, blocks, end = [] } = write({ facts: known as Given<R, N>, say, languages, lawChecks });
  const { example, madeAt } = occasion.facts;
  return ok({
    ...{ kind: sheet.kind, of: occasion.of, reader: sheet.reader },
    reference: referenceOf(sheet.kind, occasion),
    languages,
    title,
    placeAndDate: say('paper.place-and-date', { city: issuer.city, date: dayOf(madeAt) }),
    example,
    letterhead: { organisation: issuer.name, lines: issuer.lines },
    blocks: [
      ...notReviewedIn(languages, say),
      ...blocks.filter((block) => block.kind !== 'facts' || block.rows.length > 0),
      ...(sheet.placesChecks === true || lawChecks.length === 0 ? [] : [{ kind: 'checks', items: lawChecks } as const]),
      ...(sentences.length === 0 ? [] : [{ kind: 'paragraph', sentences } as const]),
      ...end,
    ],
  });
}

function lacked<R extends Reader, N extends NameFor<R>>(
  { needs }: Sheet<R, N>,
  { lacks = [] }: Occasion,
  known: FactsFor<R>,
): readonly MissingFact['fact'][] {
  const there = known as Readonly<Partial<Record<FactName, unknown>>>;
  const needed: readonly FactName[] = ['issuer', ...needs];
  return [...new Set([...needed.filter((name) => isEmpty(there[name])), ...lacks])];
}

/** No bag is as much as nothing said of bags. */
function isEmpty(fact: unknown): boolean {
  return fact === undefined || (Array.isArray(fact) && fact.length === 0);
}

/** What a paper is called; safe as a file's name. It tells the shipment's own reference, the plan, the kind and the occasion. */
function referenceOf(kind: KindOfPaper, { facts, of }: Occasion): string {
  const parts = [facts.reference, `P${facts.plan}`, kind, ...(of === null ? [] : [of])];
  return parts.join('-').replaceAll(/[^A-Za-z0-9.-]+/g, '-');
}

function notReviewedIn(languages: readonly Language[], say: Say): readonly Block[] {
  const unread = languages.some((language) => notReviewed.has(language));
  return unread ? [{ kind: 'notice', sentences: [say('notice.not-reviewed')] }] : [];
}

interface Demanded {
  readonly checks: readonly Said[];
  readonly sentences: readonly Said[];
}

/** What rules of law that print ask this paper for, each with its rule: what is ticked, and what is read. */
function demanded(kind: KindOfPaper, { facts, country }: Occasion, languages: readonly Language[]): Demanded {
  const asked = facts.rules.filter((each) => each.paper === kind && (each.country ?? country) === country);
  const said = (check: boolean) =>
    asked.filter((each) => (each.check === true) === check).map((each) => lawSaid(each, languages));
  return { checks: said(true), sentences: said(false) };
}

/** A sentence of a rule, in English where a language of the paper has it not. */
export function lawSaid({ rule, message, texts }: LawSentence, languages: readonly Language[]): Said {
  const said = languages.map((language) => [language, texts[language] ?? texts.en] as const);
  return { message, rule, texts: Object.fromEntries(said) };
}
