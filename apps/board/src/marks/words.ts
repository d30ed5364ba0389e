import type { Mark, Owner, Severity } from '../api/types.js';

/** The ten marks of the strip: two letters over the column, the whole name on the shipment's page. */
export const stages: Readonly<Record<string, { readonly head: string; readonly name: string }>> = {
  donor: { head: 'Do', name: 'Donor' },
  collection: { head: 'Co', name: 'Collection' },
  count: { head: 'Ct', name: 'Count' },
  flights: { head: 'Fl', name: 'Flights' },
  customs: { head: 'Cu', name: 'Customs' },
  xray: { head: 'Xr', name: 'X-ray' },
  courier: { head: 'Cr', name: 'Courier' },
  handover: { head: 'Ho', name: 'Hand-over' },
  receipt: { head: 'Re', name: 'Receipt' },
  infusion: { head: 'In', name: 'Infusion' },
};

export const markWords: Readonly<Record<Mark, string>> = {
  done: 'done',
  running: 'running',
  waiting: 'waiting',
  trouble: 'in trouble',
  'not-yet': 'not yet',
  'not-needed': 'not needed',
};

/** The class that carries a mark's colour; done is ink, so that colour is left for what needs somebody. */
export function toneOf(mark: Mark): string {
  const tones: Partial<Record<Mark, string>> = { trouble: 'danger', waiting: 'warn', running: 'accent' };
  return tones[mark] ?? '';
}

export const owners: Readonly<Record<Owner, string>> = {
  coordinator: 'Coordinator',
  'collection-centre': 'Collection centre',
  'transplant-centre': 'Transplant centre',
  courier: 'Courier',
  desk: 'Desk',
  system: 'System',
};

export const severityTone: Readonly<Record<Severity, 'danger' | 'warn' | 'plain'>> = {
  critical: 'danger',
  warning: 'warn',
  notice: 'plain',
};

/** Products as the board calls them everywhere; the codes are those of labels. */
const products: Readonly<Record<string, string>> = {
  'HPC-A': 'PBSC',
  'HPC-M': 'Marrow',
  'MNC-A': 'Lymphocytes',
  'HPC-CB': 'Cord blood',
};

export function productName(code: string): string {
  return products[code] ?? code;
}

/** Stages as the strip calls them, and those that have no mark of their own. */
const stageNames: Readonly<Record<string, string>> = {
  order: 'Order',
  'donor-clearance': 'Donor',
  collection: 'Collection',
  'cell-count': 'Count',
  'flight-booking': 'Flights',
  'customs-clearance': 'Customs',
  'xray-exemption': 'X-ray',
  courier: 'Courier',
  'courier-handoff': 'Hand-over',
  receipt: 'Receipt and infusion',
  deviation: 'Deviations',
  scans: 'Scans of answers',
  alert: 'Alerts',
  temperature: 'Temperature',
  papers: 'Papers',
};

/** A stage by the name that it has everywhere on the board. */
export function stageName(stage: string): string {
  return stageNames[stage] ?? plainName(stage);
}

/** "donor-clearance" as a reader has it: "donor clearance"; "xray" is no word. */
export function plainName(stage: string): string {
  return stage.replaceAll('-', ' ').replace('xray', 'X-ray');
}
