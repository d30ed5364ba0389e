import { t } from '../words/words.js';
import { shows, type Axis } from './axis.js';
import { lineSaid, type Age, type ChartSource } from './chart-model.js';
import { placeLabels } from './place-labels.js';
import { textWidth } from './text-width.js';

/** A label under the ruler of the bag's age: the left end of its text, and its line. */
export interface AgeLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly kind: 'hour' | 'target' | 'limit';
}

/** The ruler of the bag's age in its place. */
export interface AgeLayout {
  readonly age: Age;
  /** The line of its hours; its bar stands on it. */
  readonly y: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
  readonly hours: readonly number[];
  readonly lines: readonly { readonly kind: 'target' | 'limit'; readonly x: number }[];
  readonly labels: readonly AgeLabel[];
}

const HOUR = 3_600_000;
const rowHeight = 17;
const steps = [1, 2, 3, 6, 12, 24, 48];
const hourRoom = 56;

interface Ground {
  readonly top: number;
  readonly to: ChartSource['to'];
  readonly now: number;
}

/** Hours of the bag's age on the axis of the rest, with its target and limit; lines that lie beyond the axis are told at its end. */
export function ageLayout(age: Age, axis: Axis, { top, to, now }: Ground): AgeLayout {
  const y = top + 10;
  const lineOf = (row: number): number => y + row * rowHeight - 1;
  const hours = hoursOf(age, axis);
  const shown = hourLabels(age, axis, hours);
  const lines = linesOf(age).map(({ kind, at }) => ({ kind, at, text: lineSaid(kind, at, { age, to, now }) }));
  const wanted = lines.map((line) => wantedLine(line, axis));
  const placed = placeLabels(
    wanted.map(({ label }) => label),
    shown,
    axis,
  );
  const rows = Math.max(1, ...placed.map(({ row }) => row));
  return {
    ...{ age, y, bottom: lineOf(rows) + 6, from: axis.x(age.startsAt), to: axis.x(age.infusionAt ?? age.startsAt) },
    hours: hours.map((hour) => axis.x(age.startsAt + hour * HOUR)),
    lines: lines.filter(({ at }) => shows(axis, at)).map(({ kind, at }) => ({ kind, x: axis.x(at) })),
    labels: [
      ...shown.map(({ key, text, from: x, width }) => ({ key, text, x, width, y: lineOf(1), kind: 'hour' as const })),
      ...placed.map(({ from, row }, nth) => lineLabel(wanted[nth], from, lineOf(row))),
    ],
  };
}

/** Those that have room before the end. */
function hourLabels({ startsAt }: Age, axis: Axis, hours: readonly number[]) {
  return hours
    .map((hour) => {
      const text = t('{hours} h', { hours: hour });
      const [from, width] = [axis.x(startsAt + hour * HOUR) + 4, textWidth(text)];
      return { key: `hour/${hour}`, text, width, row: 1, from, to: from + width };
    })
    .filter(({ to }) => to <= axis.right);
}

interface Line {
  readonly kind: 'target' | 'limit';
  readonly at: number;
  readonly text: string;
}

function wantedLine({ kind, at, text }: Line, axis: Axis) {
  const arrow = at > axis.to ? ' ▸' : ' ◂';
  const full = shows(axis, at) ? text : `${text}${arrow}`;
  const [x, width] = [axis.x(at), textWidth(full, true)];
  return { kind, text: full, label: { key: kind, width, from: x, to: x, rows: 'below', beside: false } as const };
}

function lineLabel(wanted: ReturnType<typeof wantedLine> | undefined, x: number, y: number): AgeLabel {
  if (wanted === undefined) throw new Error('every place is of a label that was wanted');
  const { kind, text, label } = wanted;
  return { key: kind, text, kind, x, y, width: label.width };
}

function linesOf({ targetAt, limitAt }: Age): readonly { readonly kind: 'target' | 'limit'; readonly at: number }[] {
  return [
    ...(targetAt === null || targetAt === limitAt ? [] : [{ kind: 'target' as const, at: targetAt }]),
    ...(limitAt === null ? [] : [{ kind: 'limit' as const, at: limitAt }]),
  ];
}

/** Whole hours of age from the start of the clock to the end of the axis, as many as have room. */
function hoursOf({ startsAt }: Age, axis: Axis): readonly number[] {
  const perHour = axis.x(axis.from + HOUR) - axis.x(axis.from);
  const step = steps.find((each) => each * perHour >= hourRoom) ?? 96;
  const count = Math.floor((axis.to - startsAt) / (step * HOUR)) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, nth) => nth * step);
}
