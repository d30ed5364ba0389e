import { isInForce, jurisdictions, notesOn, sentencesOf, shippedRules, type Rule } from '@cellrelay/paperwork';
import type { LocalDate } from '@cellrelay/kernel';
import type { KeptConfirmation, SiteRule } from './rule-store.port.js';
import type { RuleView } from './rule-views.js';

/** What a site has: the shipped rules, each in the site's newest version where it has one, and the site's own, by jurisdiction and id. */
export function rulesOfSite(own: readonly SiteRule[]): readonly Rule[] {
  const newest = new Map(own.map(({ rule }) => [rule.id, rule]));
  const shipped = shippedRules.map((rule) => newest.get(rule.id) ?? rule);
  const ids = new Set(shippedRules.map(({ id }) => id));
  const added = own.flatMap(({ rule }) => (ids.has(rule.id) ? [] : [rule]));
  return [...shipped, ...added].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** What the order of rules goes by, and a page's cursor. */
export function placeOf({ jurisdiction, id }: Pick<Rule, 'jurisdiction' | 'id'>): string {
  return `${jurisdiction}:${id}`;
}

/** How a rule is told wherever it stands. */
export function ruleTold(rule: Rule) {
  const { id, version, jurisdiction, demands, citations, confidence, askedOf } = rule;
  const { name: place } = jurisdictions[jurisdiction];
  return {
    ...{ id, version, jurisdiction, place, demands, confidence, askedOf },
    ...{ citations: [...citations], sentences: [...sentencesOf(rule)] },
  };
}

/** What a site says of rules, to be looked up by them. */
export interface SaidOfRules {
  readonly own: readonly SiteRule[];
  readonly confirmations: readonly KeptConfirmation[];
}

/** A rule as the register shows it on that day. */
export function ruleViewOf(rule: Rule, said: SaidOfRules, on: LocalDate): RuleView {
  const own = said.own.find((each) => each.rule.id === rule.id);
  const kept = said.confirmations.find((each) => each.rule === rule.id && each.version === rule.version);
  return {
    ...ruleTold(rule),
    when: { ...rule.when, directions: [...rule.when.directions] },
    inForce: rule.inForce,
    standing: standingOf(rule, kept, on),
    owner: rule.owner,
    entered: own === undefined ? null : { person: own.person, reason: own.reason, by: own.by, at: own.at },
    confirmation: kept === undefined ? null : confirmationTold(kept),
  } as RuleView;
}

/** What anybody but its author is told of a confirmation. */
export function confirmationTold({ id, rule, version, person, source, confirmedOn, until, example }: Confirmed) {
  return { id, rule, version, person, source, confirmedOn, until, example };
}

type Confirmed = Omit<KeptConfirmation, 'by' | 'at'>;

function standingOf(rule: Rule, kept: KeptConfirmation | undefined, on: LocalDate): RuleView['standing'] {
  if (!isInForce(rule, on)) return 'out-of-force';
  if (rule.confidence !== 'V-') return rule.confidence === 'V' ? 'prints' : 'confirm';
  return kept !== undefined && (kept.until === null || on <= kept.until) ? 'prints' : 'confirm';
}

/** What is to be known of these rules' jurisdictions on that day, each once. */
export function notesOf(rules: readonly Pick<Rule, 'jurisdiction'>[], on: (code: Rule['jurisdiction']) => LocalDate) {
  const codes = [...new Set(rules.map(({ jurisdiction }) => jurisdiction))];
  return codes.flatMap((jurisdiction) =>
    notesOn(jurisdiction, on(jurisdiction)).map((english) => ({ jurisdiction, english })),
  );
}
