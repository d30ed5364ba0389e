import type { LocalDate } from '@cellrelay/kernel';
import type { Trip, Verdict } from '@cellrelay/paperwork';
import type { TripRules, TripRuleView } from './rule-views.js';
import { confirmationTold, notesOf, ruleTold } from './site-rules.js';
import type { PlannedPassage } from './trip-of-shipment.js';

/** What becomes of rules on a trip, as it is told: border by border. Where it is the same on the days of several plans it is told once. */
export function tripRulesOf(trip: Pick<Trip, 'example'>, verdicts: readonly Verdict[]): TripRules {
  const told = new Map<string, TripRuleView>();
  for (const each of verdicts.map(verdictTold)) {
    const key = [each.country, each.direction, each.airport, each.id, each.outcome, each.why].join(' ');
    const same = told.get(key);
    told.set(key, same === undefined ? each : together(same, each));
  }
  const items = [...told.values()];
  const lastDay = (code: string): LocalDate =>
    verdicts.reduce((day, { rule, on }) => (rule.jurisdiction === code && on > day ? on : day), '' as LocalDate);
  const rules = verdicts.map(({ rule }) => rule);
  return { items, next: null, total: items.length, notes: notesOf(rules, lastDay), example: trip.example };
}

function together(one: TripRuleView, other: TripRuleView): TripRuleView {
  return { ...one, days: [...one.days, ...other.days], plans: [...one.plans, ...other.plans] };
}

function verdictTold({ rule, passage, on, outcome, why, task, confirmation }: Verdict): TripRuleView {
  const { country, direction, airport, plans = [] } = passage as PlannedPassage;
  return {
    ...ruleTold(rule),
    ...{ country, direction, airport, days: [on], plans: [...plans], outcome, why, task },
    confirmation: confirmation === null ? null : confirmationTold(confirmation),
  } as TripRuleView;
}
