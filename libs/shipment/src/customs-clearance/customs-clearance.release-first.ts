import { localDateAt, type Instant, type Zone } from '@cellrelay/kernel';
import type { ReleaseFirstRule } from '../policy.js';
import type { Refusal } from '../stage.js';
import type { BorderRules, CustomsRequest } from './customs-clearance.js';
import { borderOf } from './customs-clearance.offers.js';

type Border = Pick<CustomsRequest, 'country' | 'direction' | 'airport'>;

/** A rule by which goods may be released first, with the days that it leaves to put the papers right. */
export type OpenRule = ReleaseFirstRule & { readonly releaseFirst: true; readonly regularisationWorkingDays: number };

/** The rule that lets the goods be released first at that border on that day of its own calendar; undefined where none in force does. */
export function openRuleAt(
  border: Border,
  at: Instant,
  { releaseFirstRules, zones }: BorderRules,
): OpenRule | undefined {
  const date = localDateAt(at, zones[border.airport] ?? ('UTC' as Zone));
  const inForce = ({ inForceFrom, inForceTo }: ReleaseFirstRule): boolean =>
    (inForceFrom === null || inForceFrom <= date) && (inForceTo === null || date <= inForceTo);
  return rulesFor(border, releaseFirstRules).filter(inForce).find(isOpen);
}

function isOpen(rule: ReleaseFirstRule): rule is OpenRule {
  return rule.releaseFirst && rule.regularisationWorkingDays !== null;
}

function rulesFor({ country, direction }: Border, rules: readonly ReleaseFirstRule[]): readonly ReleaseFirstRule[] {
  return rules.filter((rule) => rule.country === country && rule.direction === direction);
}

/** Says which rules there are for that border and when each is in force, and that none holds on that day. */
export function releaseFirstNotAllowed(request: CustomsRequest, at: Instant, rules: BorderRules): Refusal {
  const date = localDateAt(at, rules.zones[request.airport] ?? ('UTC' as Zone));
  const known = rulesFor(request, rules.releaseFirstRules).map(ruleSaid);
  const what = known.length === 0 ? 'No rule is on record for that border.' : `On record: ${known.join('; ')}.`;
  const sentence = `No rule in force on ${date} lets the ${borderOf(request)} be released first. ${what}`;
  return { code: 'release-first-not-allowed', sentence, at: '/releasedAt', allowed: known };
}

function ruleSaid(rule: ReleaseFirstRule): string {
  const { inForceFrom, inForceTo, source } = rule;
  const when = [
    ...(inForceFrom === null ? [] : [`from ${inForceFrom}`]),
    ...(inForceTo === null ? [] : [`until ${inForceTo}`]),
  ].join(' ');
  const what = isOpen(rule)
    ? `released first, to be regularised within ${rule.regularisationWorkingDays} working days`
    : 'not known to allow it';
  return `${when === '' ? 'at any time' : when} ${what} (${source})`;
}
