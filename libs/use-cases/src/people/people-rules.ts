import { rolesOf, type Role } from '@cellrelay/shipment';
import type { Acting, Organisation } from './acting.js';

/** Whether they make organisations, and look at every organisation's people. */
export function runsInstance({ role, organisation }: Pick<Acting, 'role' | 'organisation'>): boolean {
  return role === 'administrator' && organisation.kind === 'operator';
}

/** A role that somebody is to have, and why not. A courier is one of the pool, and nobody else is. */
export function roleFault(
  kind: Organisation['kind'],
  { role, courier }: { readonly role: Role; readonly courier: string | null },
): 'role-not-there' | 'courier-missing' | 'courier-not-apt' | null {
  if (!rolesOf[kind].includes(role)) return 'role-not-there';
  if (role === 'courier') return courier === null ? 'courier-missing' : null;
  return courier === null ? null : 'courier-not-apt';
}
