import type { Texts } from '../language.js';

/** The papers that are made. */
export const kindsOfPaper = [
  'transport-plan',
  'courier-authorisation',
  'security-letter',
  'airline-letter',
  'customs-declaration',
  'contents-statement',
  'product-document',
  'packing-record',
  'hand-over-form',
  'receipt-form',
  'emergency-card',
  'visa-letter',
  'temperature-record',
  'regularisation-letter',
  'spear-draft',
] as const;
export type KindOfPaper = (typeof kindsOfPaper)[number];

/** A sentence that a rule of law which prints asks a paper for. */
export interface LawSentence {
  readonly rule: string;
  readonly paper: KindOfPaper;
  /** Only at borders and checkpoints of that country; null: at all. */
  readonly country: string | null;
  readonly message: string;
  /** At least in English; where a language of the paper is missing, the English text stands there too. */
  readonly texts: Texts & { readonly en: string };
}

/** The code of goods that a country's rule gives the product. */
export interface Tariff {
  readonly rule: string;
  readonly country: string;
  readonly code: string;
}
