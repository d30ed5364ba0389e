/** Time across: the same for rulers, plans and the age of the bag. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Where it begins and ends, in px. */
  readonly left: number;
  readonly right: number;
  /** Where a moment lies; what is beyond an end lies at it. */
  readonly x: (at: number) => number;
}

const HOUR = 3_600_000;
/** What is shown at least, so that a single moment has an axis too. */
const least = 2 * HOUR;
const margin = 0.02;

/** An axis that shows all of these moments with a little room on both sides. */
export function axisOf(
  moments: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
): Axis {
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const room = Math.max((last - first) * margin, (least - (last - first)) / 2);
  const [from, to] = [first - room, last + room];
  const x = (at: number): number => {
    const within = Math.min(to, Math.max(from, at));
    return Math.round((left + ((within - from) / (to - from)) * (right - left)) * 10) / 10;
  };
  return { from, to, left, right, x };
}

/** Whether the axis shows that moment. */
export function shows({ from, to }: Axis, at: number): boolean {
  return at >= from && at <= to;
}
