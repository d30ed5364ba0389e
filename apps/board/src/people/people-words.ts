import type { LetterRuleListed, Organisation, Role } from '../api/types.js';

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

/** "Letters 24 months after the collection; no direct contact; small gifts. Read 2026-11-23 in …": a rule in sentences, with its source. */
export function ruleText({ letters, direct, gifts, source, mark, asOf }: LetterRuleListed): string {
  const read =
    mark === 'G' ? `Believed after ${source}, and never read, so that it permits nothing` : `Read ${asOf} in ${source}`;
  return `Letters ${waitText(letters)}; direct contact ${waitText(direct)}; ${gifts ? 'small gifts' : 'no gifts'}. ${read}.`;
}

function waitText(wait: LetterRuleListed['letters']): string {
  if (wait === null) return 'never';
  const { afterInfusionMonths, afterCollectionMonths } = wait;
  const waits = [monthsText(afterCollectionMonths, 'collection'), monthsText(afterInfusionMonths, 'infusion')];
  return waits.filter((each) => each !== null).join(' and ') || 'at once';
}

function monthsText(months: number | null, from: string): string | null {
  if (months === null) return null;
  return months === 0 ? `once the ${from} is recorded` : `${months} months after the ${from}`;
}

/** A text that may be left empty. */
export function orNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}
