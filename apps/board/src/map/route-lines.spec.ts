import type { Plan } from '../api/types.js';
import { routeOf } from './route-lines.js';

type Leg = Plan['legs'][number];
type End = Leg['flight']['from'];

const end = (iata: string, city: string, position: End['position']): End => ({ iata, city, zone: 'UTC', position });
const beijing = end('PEK', 'Beijing', { latitude: 40.1, longitude: 116.6 });
const chicago = end('ORD', 'Chicago', { latitude: 42, longitude: -87.9 });
const houston = end('IAH', 'Houston', { latitude: 30, longitude: -95.3 });
const noon = Date.parse('2026-03-01T12:00:00Z');
const hours = (count: number): string => new Date(noon + count * 3_600_000).toISOString();

function leg(from: End, to: End, more: Partial<Leg> = {}): Leg {
  const flight = { designator: 'EX 1', from, to, departsAt: hours(0), arrivesAt: hours(10) };
  return {
    ...{ leg: 0, booking: 'b', bookingStatus: 'ticketed', flight, departedAt: null, arrivedAt: null },
    ...{ estimatedDepartureAt: null, estimatedArrivalAt: null, holdLapsesAt: null, giveUpBy: null, fallback: null },
    ...more,
  };
}

const plan = (number: number, status: Plan['status'], legs: readonly Leg[]): Plan => ({
  ...{ plan: number, status, lateReason: null, arrivalAtCentreAt: null, legs: [...legs] },
});

describe('the way on a map', () => {
  it('is that of the plan that is flown, and until one is, of all that may be', () => {
    const [first, second] = [[leg(beijing, houston)], [leg(beijing, chicago), leg(chicago, houston)]];
    const keys = (...plans: Plan[]) => routeOf(plans, noon)?.lines.map(({ key }) => key);
    expect(keys(plan(1, 'proposed', first), plan(2, 'proposed', second))).toEqual(['PEK-IAH', 'PEK-ORD', 'ORD-IAH']);
    expect(keys(plan(1, 'stood-down', first), plan(2, 'confirmed', second))).toEqual(['PEK-ORD', 'ORD-IAH']);
    expect(keys(plan(1, 'confirmed', first), plan(2, 'proposed', second))).toEqual(['PEK-IAH']);
  });

  it('says what is behind, under way and ahead, and where the aeroplane should be by its times', () => {
    const flying = leg(beijing, chicago, { departedAt: hours(1), estimatedArrivalAt: hours(11) });
    const route = routeOf([plan(1, 'confirmed', [flying, leg(chicago, houston)])], noon + 6 * 3_600_000);
    expect(route?.lines.map(({ state, flown }) => [state, flown])).toEqual([
      ['in-the-air', 0.5],
      ['ahead', null],
    ]);
    expect(route?.said).toBe('The way on a map: Beijing to Chicago, in the air; Chicago to Houston, ahead.');
    const landed = leg(beijing, chicago, { departedAt: hours(0), arrivedAt: hours(10) });
    expect(routeOf([plan(1, 'flown', [landed])], noon)?.lines[0]).toMatchObject({ state: 'flown', flown: null });
  });

  it('never has an aeroplane before its start or behind its end', () => {
    const flying = leg(beijing, chicago, { departedAt: hours(1) });
    const at = (count: number) => routeOf([plan(1, 'confirmed', [flying])], noon + count * 3_600_000)?.lines[0]?.flown;
    expect([at(0), at(40)]).toEqual([0, 1]);
  });

  it('names an airport once, and is not drawn for want of positions, as logs of long ago are', () => {
    const there = [leg(beijing, chicago), leg(chicago, houston)];
    expect(routeOf([plan(1, 'confirmed', there)], noon)?.places.map(({ city }) => city)).toEqual([
      'Beijing',
      'Chicago',
      'Houston',
    ]);
    expect(routeOf([plan(1, 'confirmed', [leg(end('PEK', 'Beijing', null), houston)])], noon)).toBeNull();
    expect(routeOf([], noon)).toBeNull();
  });
});
