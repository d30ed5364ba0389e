import { localText } from '../time/zone.js';

/** An entry as far as its place in the list goes. */
interface Entry {
  readonly at: string;
}

export type TimelineLine<One extends Entry> =
  | { readonly kind: 'entry'; readonly entry: One; readonly past: boolean }
  | { readonly kind: 'now' }
  /** A new day begins in the calendar of the chosen clock; `at` lies in it. */
  | { readonly kind: 'day'; readonly at: number };

/**
 * The time line as a list: entries in the order of their instants, "now" between what is past and what is to come, and a
 * line of its own wherever the day changes in `zone`, the first day included.
 */
export function timelineLines<One extends Entry>(
  entries: readonly One[],
  now: number,
  zone: string,
): readonly TimelineLine<One>[] {
  const sorted = entries.map((entry) => ({ entry, at: Date.parse(entry.at) })).sort((a, b) => a.at - b.at);
  const split = sorted.filter(({ at }) => at <= now).length;
  const marks = [...sorted.slice(0, split), { entry: null, at: now }, ...sorted.slice(split)];
  return marks.flatMap(({ entry, at }, index) => {
    const line: TimelineLine<One> = entry === null ? { kind: 'now' } : { kind: 'entry', entry, past: index < split };
    const before = marks[index - 1];
    const newDay = before === undefined || dayOf(before.at, zone) !== dayOf(at, zone);
    return newDay ? [{ kind: 'day', at } as const, line] : [line];
  });
}

/** How much of the past stands there unasked. */
const FEW = 8;

/** The entries from the last few that are past on, and how many earlier ones are left out. What is overdue is never left out. */
export function lately<One extends Entry & { readonly kind: string }>(
  entries: readonly One[],
  now: number,
  whole: boolean,
): { readonly entries: readonly One[]; readonly earlier: number } {
  const past = entries.filter(({ at, kind }) => kind === 'happened' && Date.parse(at) <= now);
  const hidden = new Set(whole ? [] : past.slice(0, Math.max(0, past.length - FEW)));
  return { entries: entries.filter((entry) => !hidden.has(entry)), earlier: hidden.size };
}

interface Clock {
  readonly zone: string;
}

/** The clock in which the days change unless another is chosen: that of the place where something is due next, if it is among them. */
export function clockFirst(clocks: readonly Clock[], next: Clock): string {
  const [first] = clocks;
  return (clocks.find(({ zone }) => zone === next.zone) ?? first ?? next).zone;
}

const dayOf = (at: number, zone: string) => localText(at, zone).slice(0, 10);
