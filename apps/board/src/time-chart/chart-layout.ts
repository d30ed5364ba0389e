import type { ClockPlace } from '../shell/clock-places.js';
import { t } from '../words/words.js';
import { axisOf, shows, type Axis } from './axis.js';
import { ageLayout, type AgeLayout } from './age-layout.js';
import { ageOf, lanesOf, type Age, type ChartSource, type Lane } from './chart-model.js';
import { laneLayout, type LaneLayout } from './lane-layout.js';
import { rulerMarks, type RulerMark } from './ruler.js';
import { textWidth } from './text-width.js';

/** A clock along the top. */
export interface Ruler {
  readonly key: string;
  readonly city: string;
  /** Whose clock it is. */
  readonly role: string;
  readonly y: number;
  readonly marks: readonly RulerMark[];
}

/** A chart in its place: every line and label with where it is drawn, in px. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly axis: Axis;
  readonly rulers: readonly Ruler[];
  /** The row that names now, and from where to where its line goes. */
  readonly nowRow: number;
  readonly lanes: readonly LaneLayout[];
  readonly age: AgeLayout | null;
}

/** What a chart is laid out for. */
export interface Frame {
  readonly width: number;
  readonly clocks: readonly ClockPlace[];
  /** To the hour: what is laid out stays until the hour ends. */
  readonly now: number;
}

const HOUR = 3_600_000;
const rulerHeight = 23;
const nowHeight = 24;
const gutter = { least: 96, most: 236, gap: 10 } as const;
/** Now is on the axis where it lies this near to what is shown. */
const nearNow = 12 * HOUR;

/** Lays out the chart of a trip's times; null where there is nothing to show. */
export function chartLayout(source: ChartSource, frame: Frame): ChartLayout | null {
  const lanes = lanesOf(source, frame.now);
  const age = ageOf(source);
  const moments = momentsOf(lanes, age);
  if (moments.length === 0) return null;
  const clocks = frame.clocks.map((clock) => ({ ...clock, role: roleOf(clock, source) }));
  const left = gutterOf(clocks, lanes);
  const axis = axisOf(withNow(moments, frame.now), { left, right: frame.width - 10 });
  const rulers = clocks.map(({ zone, city, role }, nth) => ({
    ...{ key: zone, city, role, y: nth * rulerHeight + 18, marks: rulerMarks(axis, zone) },
  }));
  const nowRow = clocks.length * rulerHeight + 8;
  const drawn: LaneLayout[] = [];
  for (const lane of lanes) drawn.push(laneLayout(lane, axis, { top: drawn.at(-1)?.bottom ?? nowRow + nowHeight }));
  const below = drawn.at(-1)?.bottom ?? nowRow + nowHeight;
  const aged = age === null ? null : ageLayout(age, axis, { top: below + 8, to: source.to, now: frame.now });
  return {
    ...{ width: frame.width, height: (aged?.bottom ?? below) + 4, axis, rulers, nowRow },
    ...{ lanes: drawn, age: aged },
  };
}

/** Everything that the axis must show: all bars, and of what lies beyond them the lines that are near. */
function momentsOf(lanes: readonly Lane[], age: Age | null): readonly number[] {
  const bars = lanes.flatMap((lane) => [
    ...lane.bars.flatMap(({ from, to }) => [from, to]),
    ...(lane.infusion === null ? [] : [lane.infusion.at]),
    ...lane.ends.map(({ at }) => at),
  ]);
  const own = age === null ? [] : [age.startsAt, age.infusionAt, age.endedAt].filter((at) => at !== null);
  const all = [...bars, ...own];
  if (all.length === 0) return [];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const near = (at: number | null): at is number => at !== null && at > first && at < last + (last - first) * 0.15;
  return [...all, ...[age?.targetAt ?? null, age?.limitAt ?? null].filter(near)];
}

function withNow(moments: readonly number[], now: number): readonly number[] {
  const near = now > Math.min(...moments) - nearNow && now < Math.max(...moments) + nearNow;
  return near ? [...moments, now, now + HOUR] : moments;
}

function roleOf({ zone, own }: ClockPlace, { from, to }: ChartSource): string {
  const ends = [...(zone === from.zone ? [t('collection')] : []), ...(zone === to.zone ? [t('transplant')] : [])];
  return [...ends, ...(own ? [t('yours')] : [])].join(', ');
}

/** Room for the names at the left, as much as they take. */
function gutterOf(clocks: readonly { readonly city: string; readonly role: string }[], lanes: readonly Lane[]): number {
  const names = [
    ...clocks.map(({ city, role }) => textWidth(city, true) + 6 + textWidth(role)),
    ...lanes.map(({ name, note }) => Math.max(textWidth(name, true), textWidth(note))),
  ];
  return Math.min(gutter.most, Math.max(gutter.least, ...names)) + gutter.gap;
}

/** Whether now is on the axis. */
export function showsNow({ axis }: Pick<ChartLayout, 'axis'>, now: number): boolean {
  return shows(axis, now);
}
