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

/** "donor-clearance" as a reader has it: "donor clearance"; "xray" is no word. */
export function plainName(stage: string): string {
  return stage.replaceAll('-', ' ').replace('xray', 'X-ray');
}
