import type { NamedPart, Shipment } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { Trip } from '../questions/example-trip.js';
import type { EnteredFacts } from './entered-facts.js';

/** Whoever stands in the example trip and looks at what goes with it, for the specs beside this file. */

export const entered: EnteredFacts = {
  ...{ hotline: '+49 30 5550100', issuer: { name: 'EXAMPLE registry', city: 'Berlin', lines: [] } },
  contacts: [{ role: 'transplant-centre', name: 'EXAMPLE ward', phone: '+1 713 5550177' }],
};

export function acting(kind: Acting['organisation']['kind'], role: Acting['role'] = 'coordinator'): Acting {
  return { person: 'EXAMPLE', role, courier: null, organisation: { id: `o-${kind}`, name: kind, kind } };
}

const parts: readonly NamedPart[] = ['collection-centre', 'transplant-centre', 'courier-company'];

/** Organisations of each kind stand in it. */
export function named({ state }: Trip): Shipment {
  const organisations = Object.fromEntries(parts.map((part) => [part, { id: `o-${part}`, name: part }]));
  return { ...state, stages: { ...state.stages, order: { ...state.stages.order, organisations } } };
}
