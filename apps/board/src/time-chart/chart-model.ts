import type { Course, Milestone, Plan, Shipment } from '../api/types.js';
import { statusText } from '../marks/words.js';
import { slackSaid, tightestOf } from '../shipment/course-words.js';
import { hoursText } from '../time/duration.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';

/** What a chart of times is drawn of. */
export type ChartSource = Pick<
  Shipment,
  'from' | 'to' | 'plans' | 'branches' | 'courses' | 'oldestBag' | 'clockPlannedAt'
>;

type Branch = Shipment['branches'][number];

/** A bar of a lane. */
export interface Bar {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly started: boolean;
  readonly ended: boolean;
  readonly long: string;
  readonly short: string;
}

/** A moment that something must be by, or that seats are let go at. */
export interface Tick {
  readonly key: string;
  readonly at: number;
  readonly kind: 'latest' | 'lapse';
  readonly tone: 'danger' | 'warn' | 'plain';
  readonly label: string;
}

/** A lane of the chart: a plan, or what its flights fall back on. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly look: 'plan' | 'pale' | 'fallback';
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
  readonly infusion: { readonly at: number; readonly label: string; readonly happened: boolean } | null;
  /** Where each fallback leaves the plan that it is of. */
  readonly curves: readonly { readonly key: string; readonly from: number; readonly to: number }[];
  /** What stands after a bar: when a fallback would be at the centre. */
  readonly ends: readonly { readonly key: string; readonly at: number; readonly label: string }[];
}

const MINUTE = 60_000;
const instant = (at: string): number => Date.parse(at);

/** The lanes from above: the plan that flies or is the first to, its fallbacks under it, what stands down last. */
export function lanesOf(source: ChartSource, now: number): readonly Lane[] {
  const rank = ({ status }: Branch): number => (status === 'stood-down' ? 1 : 0);
  return source.branches
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((branch) => {
      const plan = planLane(branch, source, now);
      return plan.look === 'pale' ? [plan] : [plan, ...fallbackLane(branch, source, now)];
    });
}

function planLane(branch: Branch, source: ChartSource, now: number): Lane {
  const { plan, status, stretches } = branch;
  const undecided = source.branches.filter((each) => each.status === 'proposed').length > 1;
  const pale = status === 'stood-down' || (undecided && plan === 2);
  return {
    ...{
      key: `plan/${plan}`,
      name: t('Plan {plan}', { plan }),
      note: statusText(status),
      look: pale ? 'pale' : 'plan',
    },
    bars: stretches.map(({ key, what, short, startsAt, endsAt, started, ended }) => ({
      ...{ key, long: what, short, started, ended },
      ...{ from: instant(startsAt), to: instant(endsAt) },
    })),
    ticks: pale ? [] : [...latestTicks(branch, source, now), ...lapseTicks(branch, source, now)],
    infusion: infusionOf(branch, source, now),
    ...{ curves: [], ends: [] },
  };
}

function infusionOf({ infusion }: Branch, { to }: ChartSource, now: number): Lane['infusion'] {
  if (infusion === null) return null;
  const at = instant(infusion.at);
  return {
    at,
    label: t('infusion {when} {city}', { when: whenText(at, to.zone, now), city: to.city }),
    happened: infusion.happened,
  };
}

/** The latest moment where it is tightest, and each that is missed. */
function latestTicks({ plan }: Branch, { courses }: ChartSource, now: number): readonly Tick[] {
  const course = courses.find((each) => each.plan === plan);
  if (course === undefined) return [];
  const open = course.milestones.filter(({ standing }) => standing === 'expected');
  const missed = open.filter(({ slackToLimit }) => slackToLimit !== null && slackToLimit < 0);
  const first = tightestOf(course) ?? open.find(({ key }) => key === 'delivered');
  const chosen = new Set([...(first === undefined ? [] : [first]), ...earliestOf(missed)]);
  return [...chosen].flatMap((milestone) => latestTick(milestone, course, now));
}

/** Of what hangs together the first is enough: what comes after it is late by as much. */
function earliestOf(milestones: readonly Milestone[]): readonly Milestone[] {
  return milestones.filter(({ slackToLimit }, nth) => slackToLimit !== milestones[nth - 1]?.slackToLimit).slice(0, 3);
}

function latestTick(milestone: Milestone, { plan, leastSlackMinutes }: Course, now: number): readonly Tick[] {
  const { key, what, latestForLimit, slackToLimit, shownIn } = milestone;
  if (latestForLimit === null || slackToLimit === null) return [];
  const at = instant(latestForLimit);
  const { tone, words } = slackSaid(slackToLimit, leastSlackMinutes);
  const label = t('{what}: latest {when} {city}, {slack}', {
    ...{ what, when: whenText(at, shownIn.zone, now), city: shownIn.city, slack: words },
  });
  return [{ key: `latest/${plan}/${key}`, at, kind: 'latest', tone, label }];
}

function lapseTicks({ plan }: Branch, { plans }: ChartSource, now: number): readonly Tick[] {
  const legs = plans.find((each) => each.plan === plan)?.legs ?? [];
  return legs.flatMap((leg) => (leg.bookingStatus === 'held' ? lapseTick(leg, plan, now) : []));
}

function lapseTick({ leg, flight, holdLapsesAt }: Plan['legs'][number], plan: number, now: number): readonly Tick[] {
  if (holdLapsesAt === null) return [];
  const at = instant(holdLapsesAt);
  const { zone, city } = flight.from;
  const label = t('seats on {flight} lapse {when} {city}', {
    ...{ flight: flight.designator, when: whenText(at, zone, now), city },
  });
  return [{ key: `lapse/${plan}/${leg}`, at, kind: 'lapse', tone: 'plain', label }];
}

/** A lane of its own under the plan, with a curve from where each fallback leaves it. */
function fallbackLane(branch: Branch, { to }: ChartSource, now: number): readonly Lane[] {
  const { plan, fallbacks } = branch;
  if (fallbacks.length === 0) return [];
  const legs = fallbacks.map(({ leg }) => leg + 1).join(t(' and ', undefined, 'between names'));
  return [
    {
      ...{
        key: `fallback/${plan}`,
        name: t('Fallback'),
        note: t('plan {plan}, leg {legs}', { plan, legs }),
        look: 'fallback',
      },
      bars: fallbacks.map(({ leg, what, short, startsAt, endsAt }) => ({
        ...{ key: `fallback/${plan}/${leg}`, long: what, short, started: false, ended: false },
        ...{ from: instant(startsAt), to: instant(endsAt) },
      })),
      curves: fallbacks.map(({ leg, leavesFrom, startsAt }) => ({
        ...{ key: `curve/${plan}/${leg}`, from: instant(leavesFrom), to: instant(startsAt) },
      })),
      ends: fallbacks.flatMap(({ leg, atCentreAt }) =>
        atCentreAt === null
          ? []
          : [
              {
                ...{ key: `end/${plan}/${leg}`, at: instant(atCentreAt) },
                label: t('at the centre {when} {city}', {
                  ...{ when: whenText(instant(atCentreAt), to.zone, now), city: to.city },
                }),
              },
            ],
      ),
      ...{ ticks: [], infusion: null },
    },
  ];
}

/** The age of the oldest bag, or of the one that is to be collected. */
export interface Age {
  readonly startsAt: number;
  /** Solid until now, or until its clock ended. */
  readonly runs: boolean;
  readonly endedAt: number | null;
  readonly infusionAt: number | null;
  readonly targetAt: number | null;
  readonly limitAt: number | null;
}

/** Null where nothing is known of any clock. */
export function ageOf({ oldestBag, clockPlannedAt, courses, branches }: ChartSource): Age | null {
  const [course] = courses;
  const planned = branches.find(({ infusion }) => infusion !== null)?.infusion?.at ?? null;
  const or = (at: string | null | undefined): number | null => (at == null ? null : instant(at));
  if (oldestBag !== null) {
    const { startsAt, endedAt, infusionForecastAt, targetAt, limitAt } = oldestBag;
    return {
      ...{ startsAt: instant(startsAt), runs: true, endedAt: or(endedAt) },
      ...{ infusionAt: or(infusionForecastAt ?? planned), targetAt: instant(targetAt), limitAt: instant(limitAt) },
    };
  }
  if (clockPlannedAt === null) return null;
  return {
    ...{ startsAt: instant(clockPlannedAt), runs: false, endedAt: null, infusionAt: or(planned) },
    ...{ targetAt: or(course?.targetAt), limitAt: or(course?.limitAt) },
  };
}

/** Target and limit in words: "target 48 h, Tue 12:05 Houston". */
export function lineSaid(kind: 'target' | 'limit', at: number, { age, to, now }: LineSaid): string {
  const span = hoursText(Math.round((at - age.startsAt) / MINUTE) * MINUTE);
  const values = { span, when: whenText(at, to.zone, now), city: to.city };
  return kind === 'target' ? t('target {span}, {when} {city}', values) : t('limit {span}, {when} {city}', values);
}

interface LineSaid {
  readonly age: Pick<Age, 'startsAt'>;
  readonly to: ChartSource['to'];
  readonly now: number;
}
