import type { ZonedInstant } from '@cellrelay/kernel';
import type { KindOfPaper } from '../facts/from-rules.js';
import type { Language } from '../language.js';
import { moment } from '../messages/forms.js';
import { sayIn, word, type Filler, type Say } from '../messages/say.js';
import type { Block, Paper } from '../paper.js';
import { heading, paragraph, plain, table, type PlainKey } from './blocks.js';

/** A paper of the plan that is not in the pack. */
export interface AbsentPaper {
  readonly kind: KindOfPaper;
  readonly reference: string;
}

/** What a pack is without: whoever holds it is to know it from the pack itself, since nobody may be there to ask. */
export interface LeftOut {
  /** Issued once, outdated since, and none in its place. */
  readonly outdated: readonly AbsentPaper[];
  readonly notIssued: readonly AbsentPaper[];
}

/** Which pack a cover is of. */
export interface PackOf {
  readonly reference: string;
  readonly plan: 1 | 2;
  /** When its papers were looked up, in the clock of whoever asked for them. */
  readonly at: ZonedInstant;
  readonly leftOut: LeftOut;
}

/**
 * The first page of a pack, in the languages of the paper that its courier reads; its contents are listed by whoever sets it, and what it is without is listed here. Throws without papers, which is
 * a defect.
 */
export function packCover(papers: readonly Paper[], { reference, plan, at, leftOut }: PackOf): Paper {
  const [first] = papers;
  if (first === undefined) throw new Error('a pack without papers');
  const languages = papers.find(({ kind }) => kind === 'transport-plan')?.languages ?? ['en'];
  const say = sayIn(languages);
  return {
    ...{ kind: 'cover', of: null, reader: 'courier', reference, languages },
    ...{ example: first.example, letterhead: first.letterhead },
    title: say('pack.title', { plan: String(plan) }),
    blocks: [paragraph(say('pack.valid-at', { moment: moment(at) })), ...absence({ say, languages, plan }, leftOut)],
  };
}

interface Cover {
  readonly say: Say;
  readonly languages: readonly Language[];
  readonly plan: 1 | 2;
}

function absence(cover: Cover, { outdated, notIssued }: LeftOut): readonly Block[] {
  if (outdated.length + notIssued.length === 0) return [];
  return [
    heading(cover.say('pack.left-out')),
    ...absent(cover, 'pack.outdated', outdated),
    ...absent(cover, 'pack.not-issued', notIssued),
  ];
}

function absent(
  cover: Cover,
  why: 'pack.outdated' | 'pack.not-issued',
  papers: readonly AbsentPaper[],
): readonly Block[] {
  if (papers.length === 0) return [];
  const lines = papers.map(({ kind, reference }) => [nameOf(kind, cover), reference]);
  return [paragraph(plain(cover.say, why)), table(cover, ['pack.paper', 'pack.reference'], lines)];
}

/** What papers are called that have one title; of the others, what all of the kind are called. */
const names: Readonly<Record<Exclude<KindOfPaper, 'transport-plan'>, PlainKey>> = {
  'courier-authorisation': 'authorisation.title',
  'security-letter': 'security.title',
  'airline-letter': 'airline.title',
  'customs-declaration': 'customs.title',
  'contents-statement': 'contents.title',
  'product-document': 'bag.title',
  'packing-record': 'packing.title',
  'hand-over-form': 'pack.hand-over-form',
  'receipt-form': 'receipt.title',
  'emergency-card': 'emergency.title',
  'visa-letter': 'visa.title',
  'temperature-record': 'record.title',
  'regularisation-letter': 'regularise.title',
  'spear-draft': 'pack.spear-draft',
  'application-data-sheet': 'application.title',
};

function nameOf(kind: KindOfPaper, { plan }: Cover): Filler {
  return kind === 'transport-plan' ? word('plan.title', { plan: String(plan) }) : word(names[kind]);
}
