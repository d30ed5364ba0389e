import type { Light } from '@cellrelay/viability';
import type { Shipment } from './shipment.js';

const gravest: readonly Light[] = ['red', 'amber', 'green'];

/**
 * The worst light that readings have on record: of what was forecast when it last turned, of time out of band, and red for ice and heat. Null while no logger was bound. The
 * clock is not in it; lists show that beside it.
 */
export function recordedLight({ stages }: Shipment): Light | null {
  const { bindings, lights, flags, excursions } = stages.temperature;
  if (bindings.length === 0) return null;
  const all = [...lights.map(({ light }) => light), ...excursions.map(({ grade }) => grade)];
  return flags.length > 0 ? 'red' : (gravest.find((each) => all.includes(each)) ?? 'green');
}
