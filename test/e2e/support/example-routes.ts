import { inZone, type Instant, type Zone } from '@cellrelay/kernel';
import { beijingToHouston, tripsInTheAir, type ExampleRoute } from '../../../apps/ops/src/examples/route.js';

interface Way {
  readonly number: number;
  readonly ion: string;
  readonly from: readonly [city: string, zone: string];
  readonly to: readonly [city: string, zone: string];
  readonly airports: ExampleRoute['airports'];
  readonly minutes: readonly [first: number, between: number, second: number];
  readonly flights: readonly [first: string, second: string, fallback: string];
}

const site = (name: string, city: string, zone: string) => ({ name: `EXAMPLE ${name}`, city, zone: zone as Zone });

function routeOf({ number, ion, from, to, airports, minutes, flights }: Way): ExampleRoute {
  const [first, between, second] = minutes;
  return {
    reference: `EX-26-${String(number).padStart(4, '0')}`,
    shipment: `0e7a1c52-0000-4000-8000-${String(number).padStart(12, '0')}`,
    parties: {
      donorRegistry: site('Donor Registry', ...from),
      patientRegistry: site('Patient Registry', ...to),
      collectionCentre: site('Collection Centre', ...from),
      transplantCentre: site('Transplant Centre', ...to),
    },
    ion,
    airports,
    minutes: { first, between, second },
    flights: [flights[0], flights[1]],
    fallback: flights[2],
  };
}

const saoPaulo: Way = {
  ...{ number: 11, ion: '2197', from: ['São Paulo', 'America/Sao_Paulo'], to: ['Madrid', 'Europe/Madrid'] },
  ...{ airports: ['GRU', 'LIS', 'MAD'], minutes: [575, 190, 80], flights: ['AX 88', 'AX 1016', 'AX 1024'] },
};
const delhi: Way = {
  ...{ number: 12, ion: '4364', from: ['Delhi', 'Asia/Kolkata'], to: ['Singapore', 'Asia/Singapore'] },
  ...{ airports: ['DEL', 'BKK', 'SIN'], minutes: [250, 170, 145], flights: ['AX 332', 'AX 407', 'AX 411'] },
};
const losAngeles: Way = {
  ...{ number: 13, ion: '4364', from: ['Los Angeles', 'America/Los_Angeles'], to: ['Sydney', 'Australia/Sydney'] },
  ...{ airports: ['LAX', 'AKL', 'SYD'], minutes: [780, 165, 215], flights: ['AX 5', 'AX 101', 'AX 103'] },
};
const auckland: Way = {
  ...{ number: 14, ion: '2197', from: ['Auckland', 'Pacific/Auckland'], to: ['Perth', 'Australia/Perth'] },
  ...{ airports: ['AKL', 'MEL', 'PER'], minutes: [245, 180, 255], flights: ['AX 125', 'AX 643', 'AX 649'] },
};

/** Invented routes around the world, each to be taken once. */
export class FreeRoutes {
  private readonly free = new Set<ExampleRoute>([
    beijingToHouston,
    ...tripsInTheAir,
    ...[saoPaulo, delhi, losAngeles, auckland].map(routeOf),
  ]);

  /** Takes the route on which a collection that starts then starts nearest to half past eight in the morning, whatever the hour is here. */
  take(startOn: (route: ExampleRoute) => Instant): ExampleRoute {
    const fromMorning = (route: ExampleRoute) => Math.abs(hourAt(startOn(route), route) - 8.5);
    const best = [...this.free].sort((one, other) => fromMorning(one) - fromMorning(other))[0];
    if (best === undefined) throw new Error('every invented route is taken');
    this.free.delete(best);
    return best;
  }
}

/** The time of day at the collection centre in hours, 8.5 for half past eight. */
function hourAt(at: Instant, route: ExampleRoute): number {
  const clock = inZone(at, route.parties.collectionCentre.zone).slice(11, 16);
  return Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60;
}
