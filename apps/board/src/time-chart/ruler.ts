import { dayText, localText, readingsOf } from '../time/zone.js';
import { textWidth } from './text-width.js';
import type { Axis } from './axis.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A mark of a ruler: a whole hour of its clock, or the beginning of a day. A mark without a label has no room for one. */
export interface RulerMark {
  readonly at: number;
  readonly x: number;
  readonly midnight: boolean;
  readonly label: string | null;
}

/** What a label of an hour takes, with the room around it. */
const hourRoom = 60;
const steps = [1, 2, 3, 6, 12, 24];
const labelGap = 8;
const beforeLabel = 4;

/** The marks of one clock along the axis: its midnights where its own calendar changes, and as many whole hours between as have room. Where clocks change, an hour that is skipped has no mark. */
export function rulerMarks(axis: Axis, zone: string): readonly RulerMark[] {
  const perHour = axis.x(axis.from + HOUR) - axis.x(axis.from);
  const step = steps.find((hours) => hours * perHour >= hourRoom) ?? 24;
  const days = daysFrom(axis, zone);
  const midnights = days.flatMap((day) => markAt(axis, beginOf(day, zone), true));
  const hours = days.flatMap((day) => hoursOf(day, step, zone).flatMap((at) => markAt(axis, at, false)));
  return labelled([...midnights, ...hours], axis, zone);
}

/** The local days that the axis shows any of, as YYYY-MM-DD. */
function daysFrom({ from, to }: Axis, zone: string): readonly string[] {
  const count = Math.ceil((to - from) / DAY) + 2;
  const first = Date.parse(`${localText(from, zone).slice(0, 10)}T00:00Z`);
  return Array.from({ length: count }, (_, nth) => new Date(first + nth * DAY).toISOString().slice(0, 10));
}

/** The first moment of a day. Where its midnight is skipped, that is the first full or half hour that there is. */
export function beginOf(day: string, zone: string): number | undefined {
  return ['00:00', '00:30', '01:00'].flatMap((clock) => readingsOf(`${day}T${clock}`, zone)).at(0)?.at;
}

function hoursOf(day: string, step: number, zone: string): readonly number[] {
  const hours = Array.from({ length: Math.ceil(24 / step) - 1 }, (_, nth) => (nth + 1) * step);
  return hours.flatMap((hour) => {
    const reading = readingsOf(`${day}T${String(hour).padStart(2, '0')}:00`, zone)[0];
    return reading === undefined ? [] : [reading.at];
  });
}

type Unlabelled = Omit<RulerMark, 'label'>;

function markAt(axis: Axis, at: number | undefined, midnight: boolean): readonly Unlabelled[] {
  return at === undefined || at < axis.from || at > axis.to ? [] : [{ at, x: axis.x(at), midnight }];
}

/** Days are named before hours: an hour that stands too near to a day’s name keeps its tick alone. */
function labelled(marks: readonly Unlabelled[], axis: Axis, zone: string): readonly RulerMark[] {
  const taken: { readonly from: number; readonly to: number }[] = [];
  const named = marks.map((mark) => {
    const label = mark.midnight ? dayText(mark.at, zone) : localText(mark.at, zone).slice(11);
    const from = mark.x + beforeLabel;
    const to = from + textWidth(label, mark.midnight);
    const fits = to <= axis.right && !taken.some((each) => from < each.to + labelGap && each.from < to + labelGap);
    if (fits) taken.push({ from, to });
    return { ...mark, label: fits ? label : null };
  });
  return named.toSorted((one, other) => one.at - other.at);
}
