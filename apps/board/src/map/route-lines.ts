import type { Plan } from '../api/types.js';
import { t } from '../words/words.js';

/** Degrees east, degrees north: the order in which maps are drawn. */
export type Point = [east: number, north: number];

/** One flight on the map: behind the cells, under way, or ahead of them. */
export interface RouteLine {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly state: 'flown' | 'in-the-air' | 'ahead';
  /** How much of it is behind them, by its times, from 0 to 1; only of one in the air. */
  readonly flown: number | null;
}

/** An airport on it, named once however often it is passed. */
export interface RoutePlace {
  readonly city: string;
  readonly at: Point;
}

export interface Route {
  readonly lines: readonly RouteLine[];
  readonly places: readonly RoutePlace[];
  /** The same in words. */
  readonly said: string;
}

type Leg = Plan['legs'][number];

/** What of the plans is drawn: the one that is flown, or until one is, all that may be; null where nothing can be, for want of positions. */
export function routeOf(plans: readonly Plan[], now: number): Route | null {
  const standing = plans.filter(({ status }) => status !== 'stood-down');
  const chosen = standing.filter(({ status }) => status !== 'proposed');
  const legs = (chosen.length > 0 ? chosen : standing).flatMap((plan) => plan.legs);
  const lines = new Map(legs.flatMap((leg) => lineOf(leg, now)).map((line) => [line.key, line]));
  if (lines.size === 0) return null;
  const passed = legs.flatMap(({ flight: { from, to } }) => [from, to]);
  const places = new Map(
    passed.flatMap(({ iata, city, position }) => (position === null ? [] : [[iata, { city, at: pointOf(position) }]])),
  );
  return { lines: [...lines.values()], places: [...places.values()], said: saidOf(legs) };
}

function lineOf(leg: Leg, now: number): readonly RouteLine[] {
  const { from, to } = leg.flight;
  if (from.position === null || to.position === null) return [];
  const state = stateOf(leg);
  const flown = state === 'in-the-air' ? shareFlown(leg, now) : null;
  return [{ key: `${from.iata}-${to.iata}`, from: pointOf(from.position), to: pointOf(to.position), state, flown }];
}

function stateOf({ departedAt, arrivedAt }: Leg): RouteLine['state'] {
  if (arrivedAt !== null) return 'flown';
  return departedAt === null ? 'ahead' : 'in-the-air';
}

/** By the clock: nobody tells where an aeroplane is. */
function shareFlown({ flight, departedAt, estimatedArrivalAt }: Leg, now: number): number {
  const began = Date.parse(departedAt ?? flight.departsAt);
  const ends = Date.parse(estimatedArrivalAt ?? flight.arrivesAt);
  return ends <= began ? 1 : Math.min(1, Math.max(0, (now - began) / (ends - began)));
}

function pointOf({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): Point {
  return [longitude, latitude];
}

const ways: Readonly<Record<RouteLine['state'], (ends: Readonly<Record<'from' | 'to', string>>) => string>> = {
  flown: (ends) => t('{from} to {to}, flown', ends),
  'in-the-air': (ends) => t('{from} to {to}, in the air', ends),
  ahead: (ends) => t('{from} to {to}, ahead', ends),
};

function saidOf(legs: readonly Leg[]): string {
  const each = legs.map((leg) => ways[stateOf(leg)]({ from: leg.flight.from.city, to: leg.flight.to.city }));
  return t('The way on a map: {legs}.', { legs: [...new Set(each)].join('; ') });
}
