import type { KindOfPaper } from '@cellrelay/paperwork';

/** What the papers are called while they cannot be made. */
export const paperNames: Readonly<Record<KindOfPaper, string>> = {
  'transport-plan': 'Transport plan',
  'courier-authorisation': 'Authorisation of the courier',
  'security-letter': 'Letter to airport security',
  'airline-letter': 'Letter to the airline',
  'customs-declaration': 'Customs declaration with pro-forma invoice',
  'contents-statement': 'Statement of contents',
  'product-document': 'Product document',
  'packing-record': 'Packing record',
  'hand-over-form': 'Hand-over form',
  'receipt-form': 'Receipt form',
  'emergency-card': 'Emergency card',
  'visa-letter': 'Letter in support of a visa',
  'temperature-record': 'Temperature record',
  'regularisation-letter': 'Letter on putting customs papers right',
  'spear-draft': 'Draft of a S(P)EAR',
  'application-data-sheet': 'Data sheet for an application',
};
