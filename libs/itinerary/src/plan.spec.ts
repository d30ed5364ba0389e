import fc from 'fast-check';
import { plusMinutes, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import { arrivalAtCentre, borderCrossings, checkpointsOn, itineraryProblem, transitStops } from './plan.js';
import type { Airport, Flight } from './flight.js';

const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone: 'UTC' as Zone });
const airport = (iata: string, country: string): Airport => ({ iata, zone: 'UTC', city: iata, country });
const [pek, pvg, ord, iah] = [airport('PEK', 'CN'), airport('PVG', 'CN'), airport('ORD', 'US'), airport('IAH', 'US')];
const icn = airport('ICN', 'KR');
const flight = (
  designator: string,
  [from, to]: readonly [Airport, Airport],
  departs: string,
  arrives: string,
): Flight => ({
  designator,
  from,
  to,
  departsAt: at(departs),
  arrivesAt: at(arrives),
});
const leg = (from: Airport, to: Airport) => ({
  flight: flight('AA1', [from, to], '23T10:00', '23T12:00'),
  fallback: null,
});

const ocean = flight('UA850', [pek, ord], '23T10:30', '23T23:30');
const inland = flight('UA1802', [ord, iah], '24T02:30', '24T05:00');

describe('the borders of a journey', () => {
  it('are the export from the first country and the import into the last', () => {
    expect(borderCrossings([leg(pek, ord), leg(ord, iah)])).toEqual([
      { country: 'CN', direction: 'export', airport: 'PEK' },
      { country: 'US', direction: 'import', airport: 'ORD' },
    ]);
  });

  it('are where the country is left, and not where the journey began', () => {
    expect(borderCrossings([leg(pek, pvg), leg(pvg, iah)])[0]).toEqual({
      country: 'CN',
      direction: 'export',
      airport: 'PVG',
    });
  });

  it('do not count a country in which only planes are changed', () => {
    expect(borderCrossings([leg(pek, icn), leg(icn, iah)])).toEqual([
      { country: 'CN', direction: 'export', airport: 'PEK' },
      { country: 'US', direction: 'import', airport: 'IAH' },
    ]);
  });

  it('are none within one country, or without legs', () => {
    expect(borderCrossings([leg(ord, iah)])).toEqual([]);
    expect(borderCrossings([])).toEqual([]);
  });
});

describe('the countries on the way', () => {
  const nrt = airport('NRT', 'JP');
  it('are those that are neither the first nor the last, where each is reached', () => {
    expect(transitStops([leg(pek, icn), leg(icn, nrt), leg(nrt, iah)])).toEqual([
      { country: 'KR', direction: 'transit', airport: 'ICN' },
      { country: 'JP', direction: 'transit', airport: 'NRT' },
    ]);
  });

  it.each([
    ['without a stop', [leg(pek, iah)]],
    ['with stops in the first and the last country', [leg(pek, pvg), leg(pvg, ord), leg(ord, iah)]],
    ['without legs', []],
  ])('are none %s', (_, legs) => expect(transitStops(legs)).toEqual([]));
});

describe('the checkpoints of a journey', () => {
  const where = (flights: readonly Flight[], screening: readonly string[] = []) =>
    checkpointsOn(flights, (country) => screening.includes(country)).map(
      ({ leg: index, airport: code, kind }) => `${index}/${code} ${kind}`,
    );
  it('are every departure, transfers too, when the flights leave', () => {
    expect(where([ocean, inland])).toEqual(['0/PEK departure', '1/ORD transfer']);
    expect(checkpointsOn([ocean, inland], () => false).map((each) => each.passesAt)).toEqual([
      ocean.departsAt.at,
      inland.departsAt.at,
    ]);
  });

  it('are the entry too, at its landing, where that country screens what comes in', () => {
    expect(where([ocean, inland], ['US'])).toEqual(['0/PEK departure', '1/ORD transfer', '0/ORD arrival']);
    expect(checkpointsOn([ocean], () => true).at(-1)?.passesAt).toBe(ocean.arrivesAt.at);
    expect(where([ocean, inland], ['CN'])).toEqual(['0/PEK departure', '1/ORD transfer']);
  });

  it('have no entry within one country', () => expect(where([inland], ['US'])).toEqual(['0/ORD departure']));
});

describe('what is wrong with an itinerary', () => {
  it('is nothing when flights follow one another', () =>
    expect(itineraryProblem([ocean, inland], 120)).toBeUndefined());

  const problems: [string, readonly Flight[], object][] = [
    ['no legs', [], { code: 'no-legs', leg: 0 }],
    [
      'a flight that lands when it departs',
      [{ ...ocean, arrivesAt: ocean.departsAt }],
      { code: 'lands-before-it-departs', leg: 0 },
    ],
    ['a gap between airports', [ocean, { ...inland, from: pek }], { code: 'legs-do-not-join', leg: 1 }],
    ['a short connection', [ocean, { ...inland, departsAt: at('24T01:29') }], { code: 'connection-too-short', leg: 1 }],
  ];
  it.each(problems)('is %s', (_, flights, problem) => expect(itineraryProblem(flights, 120)).toMatchObject(problem));

  it('depends on the connection to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (connection, minimum) => {
        const departsAt = { ...inland.departsAt, at: plusMinutes(ocean.arrivesAt.at, connection) };
        const arrivesAt = { ...inland.arrivesAt, at: plusMinutes(departsAt.at, 150) };
        const problem = itineraryProblem([ocean, { ...inland, departsAt, arrivesAt }], minimum);
        expect(problem?.code).toBe(connection < minimum ? 'connection-too-short' : undefined);
      }),
    );
  });
});

it('reaches the centre after the last landing and the ground minutes', () => {
  expect(arrivalAtCentre([ocean, inland], 90)).toBe(at('24T06:30').at);
  expect(arrivalAtCentre([], 90)).toBeUndefined();
});
