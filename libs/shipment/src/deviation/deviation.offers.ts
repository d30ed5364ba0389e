import type { Offer } from '../obligation.js';
import { registries, type Deviation } from './deviation.js';
import type { ToTell } from './deviation.telling.js';

export function grade({ id }: Deviation): Offer {
  return { command: 'GradeDeviation', label: `Grade deviation ${id}`, prefill: { deviation: id } };
}

export function close({ id }: Deviation): Offer {
  return { command: 'CloseDeviation', label: `Close deviation ${id}`, prefill: { deviation: id } };
}

/** Tells one registry, or either where any will do. */
export function tell({ id }: Deviation, whom: ToTell): readonly Offer[] {
  const those = whom === 'partner' ? registries : [whom];
  return those.map((registry) => ({
    command: 'RecordPartnerTold',
    label: `Record that the ${registryWords[registry]} is told`,
    prefill: { deviation: id, registry },
  }));
}

export function alertRapidly({ id }: Deviation): Offer {
  return { command: 'RecordRapidAlert', label: 'Record the rapid alert', prefill: { deviation: id } };
}

/** Whom a deadline is about. */
export const registryWords: Readonly<Record<ToTell, string>> = {
  'donor-registry': 'donor’s registry',
  'patient-registry': 'patient’s registry',
  partner: 'partner registry',
};
