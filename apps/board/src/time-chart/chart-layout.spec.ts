import type { Course, Shipment } from '../api/types.js';
import type { ClockPlace } from '../shell/clock-places.js';
import { chartLayout, showsNow, type ChartLayout } from './chart-layout.js';
import type { ChartSource } from './chart-model.js';
import { textWidth } from './text-width.js';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-23T00:00Z');
const at = (hours: number): string => new Date(start + hours * HOUR).toISOString();

type Stretch = Shipment['branches'][number]['stretches'][number];
type Milestone = Course['milestones'][number];

const stretch = (key: string, kind: Stretch['kind'], hours: readonly [number, number], happened = false): Stretch => ({
  ...{ key, kind, what: `${key} from Beijing to Houston`, short: key },
  ...{ startsAt: at(hours[0]), started: happened, endsAt: at(hours[1]), ended: happened },
});

const branch = (plan: number, later: number, status: 'proposed' | 'confirmed' | 'stood-down' = 'proposed') => ({
  ...{ plan, status, infusion: status === 'stood-down' ? null : { at: at(33 + later), happened: false } },
  stretches: [
    stretch(`Day ${plan}`, 'collection', [later, later + 4], later === 0),
    stretch('Count', 'count', [later + 4, later + 6], later === 0),
    stretch('Hand-over', 'hand-over', [later + 8, later + 11]),
    stretch('AX 881', 'flight', [later + 11, later + 24]),
    stretch('AX 412', 'flight', [later + 25, later + 28]),
    stretch('Car', 'ground', [later + 28, later + 29]),
    stretch('Receipt', 'receipt', [later + 29, later + 33]),
  ],
  fallbacks: [
    {
      ...{ leg: 1, what: 'AX 418 Chicago to Houston', short: 'AX 418', leavesFrom: at(later + 24) },
      ...{ startsAt: at(later + 27), endsAt: at(later + 30), atCentreAt: at(later + 31) },
    },
  ],
});

const milestone = (key: string, hours: number, slack: number): Milestone => ({
  ...{ key, what: `${key} at O’Hare`, shownIn: { city: 'Chicago', zone: 'America/Chicago' }, standing: 'expected' },
  ...{ plannedAt: at(hours), expectedAt: at(hours), latestForTarget: null, fallbackUntil: null },
  ...{ latestForLimit: at(hours + slack / 60), slackToTarget: null, slackToLimit: slack, by: 'plan' },
});

const course = (milestones: readonly Milestone[]): Course => ({
  ...{ plan: 1, clockRuns: true, targetAt: at(52), limitAt: at(76), slackMinutes: 2580, leastSlackMinutes: 60 },
  milestones: [...milestones],
});

const source = (change: Partial<ChartSource> = {}): ChartSource => ({
  ...{ from: { city: 'Beijing', zone: 'Asia/Shanghai' }, to: { city: 'Houston', zone: 'America/Chicago' } },
  ...{ plans: [], branches: [branch(1, 0), branch(2, 24)], clockPlannedAt: null },
  courses: [course([milestone('landed/1.0', 24, -15), milestone('delivered', 29, 40)])],
  oldestBag: {
    ...{ bag: 'day 1 bag', day: 1, startsAt: at(4), targetAt: at(52), limitAt: at(76) },
    ...{ endedAt: null, infusionForecastAt: at(33) },
  },
  ...change,
});

const clocks: readonly ClockPlace[] = [
  { city: 'Beijing', zone: 'Asia/Shanghai', own: false },
  { city: 'Houston', zone: 'America/Chicago', own: false },
  { city: 'Berlin', zone: 'Europe/Berlin', own: true },
];
const long: readonly ClockPlace[] = [
  { city: 'Garmisch-Partenkirchen', zone: 'Europe/Berlin', own: true },
  { city: '石家庄市', zone: 'Asia/Shanghai', own: false },
];

function drawn(given: ChartSource, width = 1400, now = start + 14 * HOUR, shown = clocks): ChartLayout {
  const layout = chartLayout(given, { width, clocks: shown, now });
  if (layout === null) throw new Error('there is something to draw');
  return layout;
}

interface Box {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every text of a chart as the box that it takes. */
function boxesOf({ rulers, lanes, age }: ChartLayout): readonly Box[] {
  const box = (key: string, x: number, y: number, width: number): Box => ({
    ...{ key, left: x, right: x + width, top: y - 10, bottom: y + 3 },
  });
  return [
    ...rulers.flatMap(({ key, y, marks }) =>
      marks.flatMap(({ x, label, midnight }) =>
        label === null ? [] : [box(`${key} ${label}`, x + 4, y, textWidth(label, midnight))],
      ),
    ),
    ...lanes.flatMap((lane) => lane.labels.map(({ key, x, y, width }) => box(`${lane.key} ${key}`, x, y, width))),
    ...(age?.labels ?? []).map(({ key, x, y, width }) => box(`age ${key}`, x, y, width)),
  ];
}

function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((one, nth) =>
    boxes
      .slice(nth + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.key} / ${other.key}`),
  );
}

const sources: Readonly<Record<string, ChartSource>> = {
  'both plans': source(),
  'a plan that stands down': source({ branches: [branch(1, 0, 'stood-down'), branch(2, 24, 'confirmed')] }),
  'latest times that coincide': source({
    courses: [course(['a', 'b', 'c', 'd'].map((key, nth) => milestone(key, 24, -15 - nth)))],
  }),
  'plans far apart': source({ branches: [branch(1, 0), branch(2, 240)] }),
  'everything at one instant': source({
    branches: [
      { ...branch(1, 0), stretches: [stretch('Day 1', 'collection', [1, 1]), stretch('x', 'flight', [1, 1])] },
    ],
  }),
  'nothing but a clock that is planned': source({ branches: [], courses: [], oldestBag: null, clockPlannedAt: at(4) }),
};

describe.each(Object.entries(sources))('the chart of %s', (_, given) => {
  it.each([1000, 1180, 1400, 2400])('has no label over another and none outside, %i wide', (width) => {
    for (const shown of [clocks, long]) {
      const layout = drawn(given, width, start + 14 * HOUR, shown);
      const boxes = boxesOf(layout);
      expect(boxes.length).toBeGreaterThan(3);
      expect(overlaps(boxes)).toEqual([]);
      expect(boxes.filter(({ left, right }) => left < layout.axis.left || right > width)).toEqual([]);
      expect(boxes.filter(({ top, bottom }) => top < 0 || bottom > layout.height)).toEqual([]);
    }
  });
});

describe('a chart of times', () => {
  it('has the plan that flies above, its fallback under it, and what stands down last', () => {
    const branches = [branch(1, 0, 'stood-down'), { ...branch(2, 24, 'confirmed') }];
    const stoodDown = { ...branches[0], fallbacks: [] } as (typeof branches)[number];
    const lanes = drawn(source({ branches: [stoodDown, branches[1] ?? stoodDown] })).lanes;
    expect(lanes.map(({ key, lane }) => [key, lane.look])).toEqual([
      ['plan/2', 'plan'],
      ['fallback/2', 'fallback'],
      ['plan/1', 'pale'],
    ]);
  });

  it('says where it is tightest, and of what is missed, by when it had to be, in danger’s colour', () => {
    const labels = drawn(source()).lanes.flatMap((lane) => lane.labels);
    const latest = labels.filter(({ kind }) => kind === 'tick');
    expect(latest.map(({ text, tone }) => [text, tone])).toEqual([
      ['landed/1.0 at O’Hare: latest 17:45 Chicago, 0 h 15 too late', 'danger'],
    ]);
  });

  it('is nothing where there is nothing to show', () => {
    const empty = source({ branches: [], courses: [], oldestBag: null });
    expect(chartLayout(empty, { width: 1400, clocks, now: start })).toBeNull();
  });

  it('shows now where it is near, and keeps to the trip where it is days away', () => {
    expect(showsNow(drawn(source()), start + 14 * HOUR)).toBe(true);
    const early = start - 96 * HOUR;
    expect(showsNow(drawn(source(), 1400, early), early)).toBe(false);
  });

  it('tells lines that lie beyond its end at the end', () => {
    const age = drawn(source({ branches: [branch(1, 0)] })).age;
    expect(age?.lines).toEqual([]);
    expect(age?.labels.filter(({ kind }) => kind !== 'hour').map(({ text }) => text)).toEqual([
      'target 48 h, Tue 22:00 Houston ▸',
      'limit 72 h, Wed 22:00 Houston ▸',
    ]);
  });
});
