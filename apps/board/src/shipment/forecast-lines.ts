import { celsiusMarks, type Scale } from '../temperature/chart-geometry.js';

/** A point of a forecast: the part that is viable then, with its band. */
export interface SharePoint {
  readonly at: string;
  readonly low: number;
  readonly centre: number;
  readonly high: number;
}

/** The middle of a forecast as a line. */
export function lineOf(points: readonly SharePoint[], scale: Scale): string {
  return `M${points.map((point) => spot(point.at, point.centre, scale)).join('L')}`;
}

/** Its band as an outline: along the upper end, and back along the lower. */
export function areaOf(points: readonly SharePoint[], scale: Scale): string {
  const there = points.map(({ at, high }) => spot(at, high, scale));
  const back = points.toReversed().map(({ at, low }) => spot(at, low, scale));
  return `M${[...there, ...back].join('L')}Z`;
}

/** Round percentages within what there can be. */
export function shareMarks(scale: Scale): readonly number[] {
  return celsiusMarks(scale).filter((share) => share >= 0 && share <= 100);
}

function spot(at: string, share: number, { x, y }: Scale): string {
  return `${x(Date.parse(at))},${y(share * 100)}`;
}
