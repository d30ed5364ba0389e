import fc from 'fast-check';
import { plusMinutes, zoneOf, type Instant } from '@cellrelay/kernel';
import type { Flight } from './flight.js';
import { expectedLegs, latestLegs, type LegAhead } from './legs-ahead.js';

const zone = zoneOf('UTC') ?? ('UTC' as never);
const at = (time: string): Instant => `2024-09-${time}:00.000Z` as Instant;
const airport = (iata: string) => ({ iata, city: iata, country: 'XX', zone: 'UTC' });

function flight(designator: string, departs: string, arrives: string): Flight {
  const [departsAt, arrivesAt] = [at(departs), at(arrives)].map((moment) => ({ at: moment, zone }));
  if (departsAt === undefined || arrivesAt === undefined) throw new Error('two moments');
  return { designator, from: airport('AAA'), to: airport('BBB'), departsAt, arrivesAt };
}

const ocean = flight('UA 888', '04T11:30', '04T23:00');
const oceanLater = flight('CA 985', '04T14:30', '05T02:00');
const inland = flight('UA 1576', '05T01:45', '05T05:30');
const inlandLater = flight('UA 2031', '05T06:15', '05T10:00');
const legs: readonly LegAhead[] = [
  { flight: ocean, standing: 'to-fly', fallback: oceanLater },
  { flight: inland, standing: 'to-fly', fallback: inlandLater },
];
const alone = legs.map((leg) => ({ ...leg, fallback: null }));
const brief = (expected: ReturnType<typeof expectedLegs>) =>
  expected.map(({ departsAt, arrivesAt, by }) => [departsAt.slice(8, 16), arrivesAt.slice(8, 16), by]);

describe('the forward pass over legs', () => {
  it('goes by the flights where the box is there in time, to the minute', () =>
    expect(brief(expectedLegs(legs, at('04T11:30'), 165))).toEqual([
      ['04T11:30', '04T23:00', 'flight'],
      ['05T01:45', '05T05:30', 'flight'],
    ]));

  it('falls back where a flight is missed by a minute, and on the next leg where that is missed too', () =>
    expect(brief(expectedLegs(legs, at('04T11:31'), 120))).toEqual([
      ['04T14:30', '05T02:00', 'fallback'],
      ['05T06:15', '05T10:00', 'fallback'],
    ]));

  it('is no sooner than the box can be there where no flight is left', () =>
    expect(brief(expectedLegs(alone, at('04T13:30'), 120))).toEqual([
      ['04T13:30', '05T01:00', 'no-flight'],
      ['05T03:00', '05T06:45', 'no-flight'],
    ]));

  it('leaves what has left alone, however late the box was said to be', () => {
    const gone = legs.map((leg) => ({ ...leg, standing: 'gone' as const }));
    expect(brief(expectedLegs(gone, at('06T00:00'), 120)).map(([, , by]) => by)).toEqual(['flight', 'flight']);
  });

  it('does not put the box on a flight that will not carry it', () => {
    const cancelled = legs.map((leg, index) => (index === 1 ? { ...leg, standing: 'no-seats' as const } : leg));
    expect(brief(expectedLegs(cancelled, null, 120))[1]).toEqual(['05T06:15', '05T10:00', 'fallback']);
  });

  it('never takes a missed flight for a gain: a fallback that is faster is not reckoned to land sooner', () => {
    const faster = flight('XX 1', '04T11:45', '04T20:00');
    expect(brief(expectedLegs([{ flight: ocean, standing: 'to-fly', fallback: faster }], at('04T11:40'), 0))).toEqual([
      ['04T11:45', '04T23:00', 'fallback'],
    ]);
  });
});

describe('the backward pass over legs', () => {
  it('has the box there for the fallback where that still lands in time', () => {
    // Onward at 06:15 at the latest, two hours to change: on the ground by 04:15, so in the air by 16:45; ready for the flight at 14:30.
    expect(latestLegs(legs, at('06T22:45'), 120)).toEqual([
      { landsBy: at('05T04:15'), departsBy: at('04T16:45'), readyBy: at('04T14:30'), byFallback: true },
      { landsBy: at('06T22:45'), departsBy: at('06T19:00'), readyBy: at('05T06:15'), byFallback: true },
    ]);
  });

  it('has it there for the flight where there is no fallback, for a scheduled flight does not wait', () =>
    expect(latestLegs(alone, at('06T22:45'), 120).map(({ readyBy }) => readyBy)).toEqual([
      at('04T11:30'),
      at('05T01:45'),
    ]));

  it('counts no fallback that lands too late', () =>
    expect(latestLegs(legs, at('05T09:59'), 120)[1]).toMatchObject({ readyBy: at('05T01:45'), byFallback: false }));

  it('lies before the flight by as much as that lands too late', () =>
    expect(latestLegs(alone, at('05T05:00'), 120)[1]).toMatchObject({
      readyBy: at('05T01:15'),
      departsBy: at('05T01:15'),
    }));
});

describe('the two passes', () => {
  const minutes = fc.integer({ min: -600, max: 2400 });
  const any = fc.constantFrom(legs, alone);

  it('agree: who is ready by the latest moment lands in time, and who is later by a minute does not by any flight that is known', () => {
    fc.assert(
      fc.property(any, minutes, (each, more) => {
        const landsBy = plusMinutes(at('05T05:30'), more);
        const by = latestLegs(each, landsBy, 120)[0]?.readyBy ?? landsBy;
        const lands = (readyAt: Instant) => expectedLegs(each, readyAt, 120);
        const isKept = (readyAt: Instant) =>
          lands(readyAt).every(({ by: flown }) => flown !== 'no-flight') &&
          (lands(readyAt).at(-1)?.arrivesAt ?? '') <= landsBy;
        expect(isKept(plusMinutes(by, 1))).toBe(false);
        if (more >= 0) expect(isKept(by)).toBe(true);
      }),
    );
  });

  it('never land sooner for being ready later', () => {
    fc.assert(
      fc.property(any, minutes, fc.nat(2000), (each, from, more) => {
        const readyAt = plusMinutes(at('04T11:30'), from);
        const [soon, late] = [readyAt, plusMinutes(readyAt, more)].map((ready) =>
          expectedLegs(each, ready, 120).at(-1),
        );
        expect((late?.arrivesAt ?? '') >= (soon?.arrivesAt ?? '')).toBe(true);
      }),
    );
  });
});
