import type { Policy, Refusal } from '@cellrelay/shipment';
import type { Airports, Holidays } from '../ports.js';

/** What is known of the world that a policy names places of. */
export interface PolicyWorld {
  readonly airports: Airports;
  readonly holidays: Pick<Holidays, 'regionsOf'>;
}

/** Airports that nobody knows, regions that have no holidays of their own, and regions of another country than the airport's: each at its place. */
export function regionsRefused({ holidayRegions }: Policy, world: PolicyWorld): readonly Refusal[] {
  return Object.entries(holidayRegions.value).flatMap(([iata, region]) => {
    const fault = regionFault(iata, region, world);
    return fault === undefined ? [] : [{ ...fault, at: `/policy/holidayRegions/value/${iata}` }];
  });
}

function regionFault(iata: string, region: string, { airports, holidays }: PolicyWorld): Refusal | undefined {
  const country = airports.find(iata)?.country;
  if (country === undefined) return { code: 'airport-unknown', sentence: `No airport has the code ${iata}.` };
  const allowed = holidays.regionsOf(country);
  if (allowed.includes(region)) return undefined;
  const known =
    allowed.length === 0
      ? `No region of ${country}, where ${iata} is, is known to have holidays of its own: leave it out.`
      : `${iata} is in ${country}, and none of its regions with holidays of their own is ${region}.`;
  return { code: 'region-unknown', sentence: known, allowed };
}
