import type { CountDecision, DecisionOption } from '../api/types.js';
import { hoursText, spanText } from '../time/duration.js';
import { slackSaid } from '../shipment/course-words.js';
import { t } from '../words/words.js';

const MINUTE = 60_000;

type Tone = 'danger' | 'warn' | 'plain';
type Dose = CountDecision['recipients'][number]['doses'][number];

/** How a counted dose compares, in words and in the colour that says the same. */
export function verdictOn({ dose, meetsRequest, meetsMinimum }: Pick<Dose, 'dose' | 'meetsRequest' | 'meetsMinimum'>): {
  readonly tone: Tone;
  readonly words: string;
} {
  if (dose === null) return { tone: 'plain', words: t('not counted') };
  if (meetsMinimum === false) return { tone: 'danger', words: t('under the minimum') };
  if (meetsRequest === false) return { tone: 'warn', words: t('under the request') };
  return { tone: 'plain', words: t('as requested') };
}

/** "32 h 55 of 48 h, limit 72 h"; null where no clock runs. */
export function ageSaid(trip: NonNullable<DecisionOption['trip']>): string | null {
  const { oldestBagMinutes, slackToTarget, slackToLimit } = trip;
  if (oldestBagMinutes === null) return null;
  const line = (slack: number | null): string | null =>
    slack === null ? null : hoursText((oldestBagMinutes + slack) * MINUTE);
  const [target, limit] = [line(slackToTarget), line(slackToLimit)];
  const age = spanText(oldestBagMinutes * MINUTE);
  if (target === null) return limit === null ? age : t('{age}, limit {limit}', { age, limit });
  if (limit === null) return t('{age}, target {target}', { age, target });
  return t('{age}, target {target}, limit {limit}', { age, target, limit });
}

/** What is to spare before the limit, and that the target is passed where it is. */
export function spareSaid(
  trip: NonNullable<DecisionOption['trip']>,
  least: number,
): { readonly tone: Tone; readonly words: string } | null {
  const { slackToTarget, slackToLimit } = trip;
  if (slackToLimit === null) return null;
  const { tone, words } = slackSaid(slackToLimit, least);
  if (slackToLimit < 0 || slackToTarget === null || slackToTarget >= 0)
    return { tone, words: t('{slack} before the limit', { slack: words }) };
  const late = spanText(slackToTarget * MINUTE);
  return {
    tone: tone === 'plain' ? 'warn' : tone,
    words: t('{slack} before the limit, {late} past the target', { slack: words, late }),
  };
}

type OptionDose = DecisionOption['doses'][number];

/** The dose at infusion with its band, against the request: "2.41 (2.18 to 2.52) of 5". */
export function doseSaid({ atInfusion, counted, requested }: OptionDose): string {
  const figure = (value: number): string => value.toFixed(2);
  if (atInfusion === null) {
    return counted === null
      ? t('not counted')
      : t('{dose} as counted, of {requested}', { dose: figure(counted), requested });
  }
  const { low, centre, high } = atInfusion;
  return t('{centre} ({low} to {high}) of {requested}', {
    ...{ centre: figure(centre), low: figure(low), high: figure(high), requested },
  });
}

/** What the second day has to bring; null where nothing is missing or was counted, or no cells are added. */
export function toBringSaid({ missing, unit }: OptionDose, more: boolean): string | null {
  return more && missing !== null && missing > 0
    ? t('day 2 adds its own: {missing} {unit} more, as counted, would meet the request', { missing, unit })
    : null;
}

/** Where the middle, the request and the minimum lie on a bar of `width`, which shows a quarter more than the larger of request and dose. */
export function doseScale({ requested, minimum, atInfusion, counted }: OptionDose, width: number) {
  const most = Math.max(requested, atInfusion?.high ?? counted ?? 0) * 1.25;
  const x = (dose: number): number => Math.round((dose / most) * width * 10) / 10;
  const dose = atInfusion ?? (counted === null ? null : { low: counted, centre: counted, high: counted });
  return {
    requested: x(requested),
    minimum: x(minimum),
    dose: dose === null ? null : { low: x(dose.low), centre: x(dose.centre), high: x(dose.high) },
  };
}
