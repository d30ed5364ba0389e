import type { Organisation, Role } from '../api/types.js';

const roleWords: Readonly<Record<Role, string>> = {
  coordinator: 'Coordinator',
  physician: 'Physician',
  laboratory: 'Laboratory',
  courier: 'Courier',
  screener: 'Screener of letters',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

const kindWords: Readonly<Record<Organisation['kind'], string>> = {
  operator: 'Operator',
  registry: 'Registry',
  'collection-centre': 'Collection centre',
  'transplant-centre': 'Transplant centre',
  'courier-company': 'Courier company',
};

/** A role as a reader has it. */
export function roleText(role: Role): string {
  return roleWords[role];
}

/** What an organisation is, as a reader has it. */
export function kindText(kind: Organisation['kind']): string {
  return kindWords[kind];
}

/** Roles as choices. */
export function roleChoices(roles: readonly Role[]): readonly (readonly [string, string])[] {
  return roles.map((role) => [role, roleText(role)]);
}

/** Kinds of organisations that may be made: there is one operator. */
export const kindChoices = Object.entries(kindWords).filter(([kind]) => kind !== 'operator');

/** A text that may be left empty. */
export function orNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}
