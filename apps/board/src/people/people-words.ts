import type { LetterRuleListed, Organisation, Role } from '../api/types.js';
import { t, wordsBy } from '../words/words.js';

const roleWords: Readonly<Record<Role, string>> = wordsBy({
  coordinator: () => t('Coordinator'),
  physician: () => t('Physician'),
  laboratory: () => t('Laboratory'),
  courier: () => t('Courier'),
  screener: () => t('Screener of letters'),
  auditor: () => t('Auditor'),
  administrator: () => t('Administrator'),
});

const kindWords: Readonly<Record<Organisation['kind'], string>> = wordsBy({
  operator: () => t('Operator'),
  registry: () => t('Registry'),
  'collection-centre': () => t('Collection centre'),
  'transplant-centre': () => t('Transplant centre'),
  'courier-company': () => t('Courier company'),
});

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
export const kindChoices = () => Object.entries(kindWords).filter(([kind]) => kind !== 'operator');

/** "Letters 24 months after the collection; no direct contact; small gifts. Read 2026-11-23 in …": a rule in sentences, with its source. */
export function ruleText({ letters, direct, gifts, source, mark, asOf }: LetterRuleListed): string {
  const read =
    mark === 'G'
      ? t('Believed after {source}, and never read, so that it permits nothing', { source })
      : t('Read {asOf} in {source}', { asOf, source });
  const waits = { letters: waitText(letters), direct: waitText(direct), read };
  return gifts
    ? t('Letters {letters}; direct contact {direct}; small gifts. {read}.', waits)
    : t('Letters {letters}; direct contact {direct}; no gifts. {read}.', waits);
}

function waitText(wait: LetterRuleListed['letters']): string {
  if (wait === null) return t('never');
  const { afterInfusionMonths, afterCollectionMonths } = wait;
  const waits = [
    afterCollectionMonths === null
      ? []
      : [
          t(
            '{months, plural, =0 {once the collection is recorded} one {# month after the collection} other {# months after the collection}}',
            {
              months: afterCollectionMonths,
            },
          ),
        ],
    afterInfusionMonths === null
      ? []
      : [
          t(
            '{months, plural, =0 {once the infusion is recorded} one {# month after the infusion} other {# months after the infusion}}',
            {
              months: afterInfusionMonths,
            },
          ),
        ],
  ].flat();
  return waits.join(t(' and ')) || t('at once');
}

/** A text that may be left empty. */
export function orNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}
