import { t, wordsBy } from '../words/words.js';

/** How plans, bookings, recipients, weights and processing stand, by the API's words for it. */
const statuses: Readonly<Record<string, string>> = wordsBy({
  proposed: () => t('proposed'),
  confirmed: () => t('confirmed'),
  'stood-down': () => t('stood down'),
  flown: () => t('flown'),
  wanted: () => t('wanted'),
  'to-give-up': () => t('to give up'),
  requested: () => t('requested'),
  held: () => t('held', {}, 'seats'),
  ticketed: () => t('ticketed'),
  refused: () => t('refused'),
  lapsed: () => t('lapsed'),
  cancelled: () => t('cancelled'),
  'given-up': () => t('given up'),
  'not-loaded': () => t('not loaded'),
  granted: () => t('granted'),
  submitted: () => t('submitted'),
  'not-needed': () => t('not needed'),
  served: () => t('served'),
  stopped: () => t('stopped'),
  'less accepted': () => t('less accepted'),
  short: () => t('short'),
  'not served': () => t('not served'),
  ideal: () => t('ideal'),
  adjusted: () => t('adjusted'),
  'red-cell-depletion': () => t('red cell depletion'),
  'plasma-depletion': () => t('plasma depletion'),
  'red-cell-and-plasma-depletion': () => t('red cell and plasma depletion'),
});

/** A status in the reader's words; one that has none here as the API writes it, without hyphens. */
export function statusText(status: string): string {
  return statuses[status] ?? status.replaceAll('-', ' ');
}
