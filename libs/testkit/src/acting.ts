import type { Acting } from '@cellrelay/use-cases';

/** A coordinator of the operator, for specs: what an account is unless something else is said. */
export const operatorsCoordinator: Acting = {
  person: 'coordinator',
  role: 'coordinator',
  organisation: { id: '0190b2f0-0000-7000-8000-00000000000a', name: 'Coordination office', kind: 'operator' },
  courier: null,
};
