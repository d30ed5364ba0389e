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

/** "donor-clearance" as a reader has it: "donor clearance"; "xray" is no word. */
export function plainName(stage: string): string {
  return stage.replaceAll('-', ' ').replace('xray', 'X-ray');
}
