import { channelsClimbed, type Policy } from '@cellrelay/shipment';
import type { Crossed } from './policy-contradictions.js';

type Path = readonly (string | number)[];

/** Two figures of a policy of which the first must not be above the second. */
interface Pair {
  readonly code: string;
  /** Of the figure that is complained of. */
  readonly path: Path;
  /** Null where the policy leaves one out: then there is nothing to compare. */
  readonly figures: (policy: Policy) => readonly [number | null, number | null];
  /** What is wrong, as whoever enters it would say it. */
  readonly says: (first: number, second: number) => string;
}

/**
 * Figures that would take each other's sense. Only what leaves one of them without any is here: what is merely unwise is for the two who answer for the policy.
 */
export const pairs: readonly Pair[] = [
  {
    code: 'amber-after-red',
    path: ['temperature', 'amberAfterMinutes', 'value'],
    figures: ({ temperature }) => [temperature.amberAfterMinutes.value, temperature.redAfterMinutes.value],
    says: (amber, red) =>
      `Out of its range a box is amber after ${amber} minutes, but red after ${red} already: nobody would ever see the amber.`,
  },
  {
    code: 'gap-above-watch',
    path: ['temperature', 'gapMinutes', 'value'],
    figures: ({ temperature }) => [temperature.gapMinutes.value, temperature.watchMinutes.value],
    says: (gap, watch) =>
      `A logger that has said nothing for ${watch} minutes is reported as silent, but only after ${gap} minutes would its readings have a gap.`,
  },
  {
    code: 'debounce-above-red',
    path: ['temperature', 'debounceMinutes', 'value'],
    figures: ({ temperature }) => [temperature.debounceMinutes.value, temperature.redAfterMinutes.value],
    says: (debounce, red) =>
      `Time out of range counts only from ${debounce} minutes on, but is red after ${red} already.`,
  },
  {
    code: 'channels-after-person',
    path: ['alertLadder', 'value', 'nextChannelMinutes'],
    figures: ({ alertLadder, escalateAfterMinutes }) => [
      (channelsClimbed - 1) * alertLadder.value.nextChannelMinutes,
      escalateAfterMinutes.value,
    ],
    says: (channels, person) =>
      `The first person is told by mail, message and call within ${channels} minutes, but the next person is to be told after ${person} already.`,
  },
  {
    code: 'repeat-above-most',
    path: ['alertLadder', 'value', 'repeatMinutes'],
    figures: ({ alertLadder: { value } }) => [value.repeatMinutes, value.repeatAtMostMinutes],
    says: (repeat, most) =>
      `A critical alert is told again after ${repeat} minutes, but at most ${most} minutes are to pass between two tellings.`,
  },
  {
    code: 'customs-asked-before-plan',
    path: ['customsLeadDays', 'value'],
    figures: ({ customsLeadDays, planDueDaysBefore }) => [customsLeadDays.value, planDueDaysBefore.value],
    says: (lead, plan) =>
      `Customs is to be asked ${lead} days ahead, but the flights that the request names are due only ${plan} days before the collection.`,
  },
  {
    code: 'exemption-asked-before-plan',
    path: ['exemptionLeadDays', 'value'],
    figures: ({ exemptionLeadDays, planDueDaysBefore }) => [exemptionLeadDays.value, planDueDaysBefore.value],
    says: (lead, plan) =>
      `Airport security is to be asked ${lead} days ahead, but the flights that the request names are due only ${plan} days before the collection.`,
  },
  {
    code: 'visa-after-courier',
    path: ['visaExpediteDays', 'value'],
    figures: ({ visaExpediteDays, courierDueDaysBefore }) => [visaExpediteDays.value, courierDueDaysBefore.value],
    says: (visa, courier) =>
      `A visa by express takes ${visa} days, but the courier who needs it is named only ${courier} days before the collection.`,
  },
  {
    code: 'rapid-alert-after-partner',
    path: ['rapidAlertMinutes', 'value'],
    figures: ({ rapidAlertMinutes, partnerToldMinutes }) => [rapidAlertMinutes.value, partnerToldMinutes.value],
    says: (rapid, partner) =>
      `The rapid alert goes out within ${rapid} minutes, later than the partner is told in the ordinary way, within ${partner}.`,
  },
  {
    code: 'target-before-charge',
    path: ['shipperTargetMarginHours', 'value'],
    figures: ({ shipperTargetMarginHours, shipperMostHoldHours }) => [
      shipperTargetMarginHours.value,
      shipperMostHoldHours.value,
    ],
    says: (margin, hold) =>
      `A frozen unit is to be there ${margin} hours before its shipper's hold ends, but no shipper is trusted for more than ${hold} hours.`,
  },
  {
    code: 'slack-above-limit',
    path: ['leastSlackMinutes', 'value'],
    figures: ({ leastSlackMinutes, clocks }) => [
      leastSlackMinutes.value,
      clocks.length === 0 ? null : Math.min(...clocks.map(({ limitMinutes }) => limitMinutes)),
    ],
    says: (slack, limit) =>
      `It warns where less than ${slack} minutes are to spare, but one of the clocks has ${limit} minutes in all: of its product every trip would warn from the start.`,
  },
];

/** Every pair of the table that a policy has the wrong way round. */
export function figuresAgainst(policy: Policy): readonly Crossed[] {
  return pairs.flatMap(({ code, path, figures, says }) => {
    const [first, second] = figures(policy);
    return first === null || second === null || first <= second ? [] : [{ code, path, sentence: says(first, second) }];
  });
}
