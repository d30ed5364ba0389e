import { localText } from '../time/zone.js';

/** An entry as far as its place in the list goes. */
interface Entry {
  readonly at: string;
}

export type TimelineLine<One extends Entry> =
  | { readonly kind: 'entry'; readonly entry: One; readonly past: boolean }
  | { readonly kind: 'now' }
  /** A new day begins in the reader's calendar; `at` lies in it. */
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

const dayOf = (at: number, zone: string) => localText(at, zone).slice(0, 10);
