import type { Refusal } from '@cellrelay/shipment';
import type { Acting } from '../people/people.port.js';

/** Whether somebody may read and export the audit record and whole logs: the operator's auditors and administrators. */
export function mayReadRecord({ role, organisation }: Pick<Acting, 'role' | 'organisation'>): boolean {
  return organisation.kind === 'operator' && (role === 'auditor' || role === 'administrator');
}

/** What everybody else is told. */
export const recordNotTheirs: Refusal = {
  code: 'not-yours-to-ask',
  sentence: 'The record is read by auditors and administrators of the operator.',
  allowed: ['auditor of the operator', 'administrator of the operator'],
};
