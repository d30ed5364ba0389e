import type { NotMade } from '../facts/missing.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import type { Paper } from '../paper.js';
import { applicationSheets } from './application-sheet.js';
import { packingRecords, receiptForms } from './centre-forms.js';
import { handOverForms } from './hand-over-forms.js';
import type { Made } from './making.js';
import { papersOnTheWay } from './on-the-way.js';
import { productDocuments } from './product-document.js';
import { regularisationLetters } from './regularisation-letter.js';
import { spearPapers } from './spear-paper.js';
import { temperatureRecords } from './temperature-record.js';

/** The papers of one plan of a shipment, and those that lack something. */
export interface Pack {
  readonly papers: readonly Paper[];
  readonly notMade: readonly NotMade[];
}

/** Every paper of a trip, in the order in which it is looked for: what the courier holds first, then officers, then the centres, then what is read at a desk. */
export function packOf(facts: PaperFacts): Pack {
  const all = [...papersOnTheWay(facts), ...papersAtCentres(facts)];
  return {
    papers: all.flatMap((made) => (made.ok ? [made.value] : [])),
    notMade: all.flatMap((made) => (made.ok ? [] : [made.error])),
  };
}

function papersAtCentres(facts: PaperFacts): readonly Made[] {
  return [
    ...[productDocuments(facts), packingRecords(facts), handOverForms(facts), receiptForms(facts)],
    ...[temperatureRecords(facts), applicationSheets(facts), regularisationLetters(facts), spearPapers(facts)],
  ].flat();
}
