import { ruleTime, type LocalDate } from '@cellrelay/kernel';
import { rulesFor, type Outcome, type Verdict } from './choose.js';
import { jurisdictions, type JurisdictionCode } from './jurisdictions.js';
import type { Direction } from './rule.js';
import { shippedRules } from './shipped.js';
import type { Confirmation, Passage, Trip } from './trip.js';

/** Cells of an unmanipulated apheresis product with negative markers, in the cabin; no passage yet. */
export const cells: Trip = {
  ...{ product: 'HPC-A', frozen: false, markers: 'negative', manipulated: false, carriage: 'cabin' },
  ...{ containerMl: 250, contentsMl: 200, example: false, passages: [] },
};

/** A passage at noon of that day, in the jurisdiction's own clock. */
export function passing(
  country: Exclude<JurisdictionCode, 'EU' | 'INT'>,
  direction: Direction,
  { on = '2026-12-01', otherEnd = 'US' } = {},
): Passage {
  const { zone } = jurisdictions[country];
  return { country, direction, airport: null, at: ruleTime(on as LocalDate, '12:00', zone), zone, otherEnd };
}

/** What becomes of the shipped rules for these cells there. */
export function verdictsAt(
  passage: Passage,
  facts: Partial<Trip> = {},
  confirmations: readonly Confirmation[] = [],
): readonly Verdict[] {
  return rulesFor({ ...cells, ...facts, passages: [passage] }, shippedRules, confirmations);
}

/** Their ids, of one jurisdiction and with that outcome. */
export function idsOf(verdicts: readonly Verdict[], outcome: Outcome, code?: JurisdictionCode): readonly string[] {
  return verdicts
    .filter((each) => each.outcome === outcome && (code === undefined || each.rule.jurisdiction === code))
    .map(({ rule }) => rule.id);
}

/** A site's word for a rule. */
export function confirmed(rule: string, more: Partial<Confirmation> = {}): Confirmation {
  return {
    ...{ id: `c-${rule}`, rule, version: 1, person: 'EXAMPLE Customs desk', source: 'EXAMPLE letter' },
    ...{ confirmedOn: '2026-11-20' as LocalDate, until: null, example: false, ...more },
  };
}
