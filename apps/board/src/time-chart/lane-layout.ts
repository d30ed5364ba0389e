import { shows, type Axis } from './axis.js';
import type { Bar, Lane, Tick } from './chart-model.js';
import { placeLabels, type Placed, type Taken, type Wanted } from './place-labels.js';
import { textWidth } from './text-width.js';

/** A bar in its place. What is beyond the axis is not drawn. */
export interface BarPlace {
  readonly key: string;
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

/** A label in its place: the left end of its text, and the line that it stands on. */
export interface LabelPlace {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly kind: 'bar' | 'inside' | 'tick' | 'infusion' | 'end';
  readonly tone: Tick['tone'];
}

/** A tick in its place, from its label down through the bars. */
export interface TickPlace {
  readonly key: string;
  readonly kind: Tick['kind'];
  readonly tone: Tick['tone'];
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** A lane in its place. */
export interface LaneLayout {
  readonly key: string;
  readonly lane: Lane;
  /** The top of its bars. */
  readonly y: number;
  readonly bottom: number;
  readonly bars: readonly BarPlace[];
  readonly labels: readonly LabelPlace[];
  readonly ticks: readonly TickPlace[];
  readonly infusionX: number | null;
}

export const barHeight = 22;
const rowHeight = 17;
const laneGap = 14;
const baseline = 15;
/** Half of the infusion's mark. */
export const diamond = 7;

/** Where everything of a lane is drawn, from `top` down. Its height is what its labels need. */
export function laneLayout(lane: Lane, axis: Axis, { top }: { readonly top: number }): LaneLayout {
  const spans = lane.bars.filter(({ from, to }) => shows(axis, from) || shows(axis, to)).map(spanOf(axis));
  const tracks = tracksOf(spans);
  const infusionX = lane.infusion === null || !shows(axis, lane.infusion.at) ? null : axis.x(lane.infusion.at);
  const wanted = wantedIn(lane, axis, spans);
  const placed = placeLabels(
    wanted.map(({ label }) => label),
    takenBy(spans, infusionX),
    axis,
  );
  const above = Math.max(0, ...placed.map(({ row }) => -row));
  const below = Math.max(0, ...placed.map(({ row }) => row));
  const y = top + above * rowHeight;
  const barsBottom = y + barHeight * Math.max(1, tracks.count);
  const lineOf = (place: Placed): number => lineAt(place, { y, barsBottom, track: tracks.of.get(place.key) ?? 0 });
  return {
    ...{ key: lane.key, lane, y, infusionX, bottom: barsBottom + below * rowHeight + laneGap },
    bars: spans.map(({ bar, x, width }) => ({
      ...{ key: bar.key, bar, x, width, y: y + barHeight * (tracks.of.get(bar.key) ?? 0) },
    })),
    labels: placed.map((place, nth) => ({ ...labelOf(place, wanted[nth]), y: lineOf(place) })),
    ticks: ticksOf(lane, { axis, placed, y, barsBottom, lineOf }),
  };
}

interface BarSpan {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
}

/** The thinnest that a bar is drawn. */
const thinnest = 3;

function spanOf(axis: Axis): (bar: Bar) => BarSpan {
  return (bar) => {
    const [from, to] = [axis.x(bar.from), axis.x(bar.to)];
    const width = Math.max(thinnest, Math.round((to - from - 1) * 10) / 10);
    return { bar, x: Math.min(from, axis.right - width), width };
  };
}

/** Bars one after the other; those that overlap stand one under the other. */
function tracksOf(spans: readonly BarSpan[]): { readonly of: ReadonlyMap<string, number>; readonly count: number } {
  const ends: number[] = [];
  const of = new Map<string, number>();
  for (const { bar, x, width } of spans.toSorted((one, other) => one.x - other.x)) {
    const free = ends.findIndex((end) => end <= x);
    const track = free === -1 ? ends.length : free;
    ends[track] = x + width;
    of.set(bar.key, track);
  }
  return { of, count: ends.length };
}

function takenBy(spans: readonly BarSpan[], infusionX: number | null): readonly Taken[] {
  const bars = spans.map(({ x, width }) => ({ row: 0, from: x, to: x + width }));
  return infusionX === null ? bars : [...bars, { row: 0, from: infusionX - diamond, to: infusionX + diamond }];
}

interface WantedLabel {
  readonly label: Wanted;
  readonly text: string;
  readonly kind: LabelPlace['kind'];
  readonly tone: Tick['tone'];
}

/** In the order in which they choose their places: what must be done by when before what is merely named. */
function wantedIn({ ticks, infusion, ends }: Lane, axis: Axis, spans: readonly BarSpan[]): readonly WantedLabel[] {
  const seen = ticks.filter(({ at }) => shows(axis, at)).toSorted((one, other) => other.at - one.at);
  return [
    ...seen.map(({ key, at, label, tone }) => ({
      ...wantedAt(
        { key, text: label, bold: tone !== 'plain' },
        { from: axis.x(at), to: axis.x(at), rows: 'above', stem: true },
      ),
      ...{ kind: 'tick' as const, tone },
    })),
    ...(infusion === null || !shows(axis, infusion.at) ? [] : [infusionLabel(infusion, axis.x(infusion.at))]),
    ...spans.filter(({ bar }) => bar.key.startsWith('fallback/')).map(barLabel),
    ...ends.map(({ key, at, label }) => ({
      ...wantedAt({ key, text: label }, { from: axis.x(at), to: axis.x(at), rows: 'below', beside: true }),
      ...{ kind: 'end' as const, tone: 'plain' as const },
    })),
    ...spans.filter(({ bar }) => !bar.key.startsWith('fallback/')).map(barLabel),
  ];
}

interface Placing {
  readonly from: number;
  readonly to: number;
  readonly rows: Wanted['rows'];
  readonly beside?: boolean;
  readonly stem?: boolean;
}

function wantedAt(
  { key, text, bold = false }: { readonly key: string; readonly text: string; readonly bold?: boolean },
  { beside = false, ...place }: Placing,
): Pick<WantedLabel, 'label' | 'text'> {
  return { label: { key, width: textWidth(text, bold), beside, ...place }, text };
}

function infusionLabel({ label }: NonNullable<Lane['infusion']>, x: number): WantedLabel {
  const place = { from: x - diamond, to: x + diamond, rows: 'below', beside: true } as const;
  return { ...wantedAt({ key: 'infusion', text: label, bold: true }, place), kind: 'infusion', tone: 'plain' };
}

/** The whole name where it fits in, else the short one, in or under its bar. */
function barLabel({ bar, x, width }: BarSpan): WantedLabel {
  const room = width - 12;
  const text = textWidth(bar.long) <= room ? bar.long : bar.short;
  const place = { from: x, to: x + width, rows: 'below', beside: textWidth(text) <= room } as const;
  return { ...wantedAt({ key: bar.key, text }, place), kind: 'bar', tone: 'plain' };
}

function labelOf(place: Placed, wanted: WantedLabel | undefined): Omit<LabelPlace, 'y'> {
  if (wanted === undefined) throw new Error('every place is of a label that was wanted');
  const { text, kind, tone, label } = wanted;
  return {
    ...{ key: place.key, text, tone, x: place.from, width: label.width },
    kind: place.inside ? 'inside' : kind,
  };
}

interface Lines {
  readonly y: number;
  readonly barsBottom: number;
  readonly track: number;
}

/** The line that a label stands on. */
function lineAt({ row }: Placed, { y, barsBottom, track }: Lines): number {
  if (row === 0) return y + barHeight * track + baseline;
  return row < 0 ? y + (row + 1) * rowHeight - 6 : barsBottom + row * rowHeight - 4;
}

interface TicksGround {
  readonly axis: Axis;
  readonly placed: readonly Placed[];
  readonly y: number;
  readonly barsBottom: number;
  readonly lineOf: (place: Placed) => number;
}

function ticksOf({ ticks }: Lane, { axis, placed, y, barsBottom, lineOf }: TicksGround): readonly TickPlace[] {
  return ticks.flatMap(({ key, at, kind, tone }) => {
    const place = placed.find((each) => each.key === key);
    if (place === undefined) return [];
    const from = Math.min(lineOf(place) - 10, y - 4);
    return [{ key, kind, tone, x: axis.x(at), from, to: barsBottom + 3 }];
  });
}
