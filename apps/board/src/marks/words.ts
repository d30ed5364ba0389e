import { t, wordsBy } from '../words/words.js';
import type { Mark, Owner, Severity } from '../api/types.js';

/** The ten marks of the strip: two letters over the column, the whole name on the shipment's page. */
export const stages: Readonly<Record<string, { readonly head: string; readonly name: string }>> = {
  donor: wordsBy({ head: () => t('Do'), name: () => t('Donor') }),
  collection: wordsBy({ head: () => t('Co'), name: () => t('Collection') }),
  count: wordsBy({ head: () => t('Ct'), name: () => t('Count') }),
  flights: wordsBy({ head: () => t('Fl'), name: () => t('Flights') }),
  customs: wordsBy({ head: () => t('Cu'), name: () => t('Customs') }),
  xray: wordsBy({ head: () => t('Xr'), name: () => t('X-ray') }),
  courier: wordsBy({ head: () => t('Cr'), name: () => t('Courier') }),
  handover: wordsBy({ head: () => t('Ho'), name: () => t('Hand-over') }),
  receipt: wordsBy({ head: () => t('Re'), name: () => t('Receipt') }),
  infusion: wordsBy({ head: () => t('In'), name: () => t('Infusion') }),
};

export const markWords: Readonly<Record<Mark, string>> = wordsBy({
  done: () => t('done'),
  running: () => t('running'),
  waiting: () => t('waiting'),
  trouble: () => t('in trouble'),
  'not-yet': () => t('not yet'),
  'not-needed': () => t('not needed'),
});

/** The class that carries a mark's colour; done is ink, so that colour is left for what needs somebody. */
export function toneOf(mark: Mark): string {
  const tones: Partial<Record<Mark, string>> = { trouble: 'danger', waiting: 'warn', running: 'accent' };
  return tones[mark] ?? '';
}

export const owners: Readonly<Record<Owner, string>> = wordsBy({
  coordinator: () => t('Coordinator'),
  'collection-centre': () => t('Collection centre'),
  'transplant-centre': () => t('Transplant centre'),
  courier: () => t('Courier'),
  desk: () => t('Desk'),
  system: () => t('System'),
});

export const severityTone: Readonly<Record<Severity, 'danger' | 'warn' | 'plain'>> = {
  critical: 'danger',
  warning: 'warn',
  notice: 'plain',
};

/** Products as the board calls them everywhere; the codes are those of labels. */
const products: Readonly<Record<string, string>> = wordsBy({
  'HPC-A': () => t('PBSC'),
  'HPC-M': () => t('Marrow'),
  'MNC-A': () => t('Lymphocytes'),
  'HPC-CB': () => t('Cord blood'),
});

export function productName(code: string): string {
  return products[code] ?? code;
}

/** Stages as the strip calls them, and those that have no mark of their own. */
const stageNames: Readonly<Record<string, string>> = wordsBy({
  order: () => t('Order'),
  'donor-clearance': () => t('Donor'),
  collection: () => t('Collection'),
  'cell-count': () => t('Count'),
  'flight-booking': () => t('Flights'),
  'customs-clearance': () => t('Customs'),
  'xray-exemption': () => t('X-ray'),
  courier: () => t('Courier'),
  'courier-handoff': () => t('Hand-over'),
  receipt: () => t('Receipt and infusion'),
  deviation: () => t('Deviations'),
  scans: () => t('Scans of answers'),
  alert: () => t('Alerts'),
  temperature: () => t('Temperature'),
  papers: () => t('Papers'),
});

/** A stage by the name that it has everywhere on the board. */
export function stageName(stage: string): string {
  return stageNames[stage] ?? plainName(stage);
}

/** Stages and ways of saying as they stand within a line. */
const plainNames: Readonly<Record<string, string>> = wordsBy({
  order: () => t('order'),
  'donor-clearance': () => t('donor clearance'),
  collection: () => t('collection'),
  'cell-count': () => t('cell count'),
  'flight-booking': () => t('flight booking'),
  'customs-clearance': () => t('customs clearance'),
  'xray-exemption': () => t('X-ray exemption'),
  courier: () => t('courier'),
  'courier-handoff': () => t('courier handoff'),
  receipt: () => t('receipt'),
  deviation: () => t('deviation'),
  telephone: () => t('telephone'),
  mail: () => t('mail'),
  'in-person': () => t('in person'),
  'signed-link': () => t('signed link'),
});

/** "donor-clearance" as a reader has it: "donor clearance". */
export function plainName(stage: string): string {
  return plainNames[stage] ?? stage.replaceAll('-', ' ');
}

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
  acknowledged: () => t('acknowledged'),
  escalated: () => t('escalated'),
  resolved: () => t('resolved'),
  completed: () => t('completed'),
  suspended: () => t('suspended'),
  closed: () => t('closed'),
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
