import { z } from 'zod';
import { parseAirportCode } from '@cellrelay/identifiers';
import type { Airport, Flight } from '@cellrelay/itinerary';
import type { Airports } from '../ports.js';
import { report } from './faults.js';
import { designator, identifierFault } from './identifier-fields.js';
import { readLocal } from './zoned-time.js';

/** An airport by its IATA code; its city, country and zone come from the directory. */
export function airport(airports: Airports, title: string) {
  return z
    .string()
    .max(20)
    .transform((text, context): Airport => {
      const code = parseAirportCode(text);
      if (!code.ok) return report(context, identifierFault(code.error));
      return airports.find(code.value) ?? report(context, unknownAirport(code.value));
    })
    .meta({ title, 'x-kind': 'airport', description: 'IATA code, as PEK' });
}

function unknownAirport(code: string) {
  const allowed = ['the IATA code of an airport, such as PEK'];
  return { code: 'unknown-airport', sentence: `No airport has the code ${code}: check it on the ticket.`, allowed };
}

const localText = (title: string) =>
  z.string().max(19).meta({ title, description: 'As 2026-11-23T08:00, in that airport’s clock' });
const offsetText = (title: string) =>
  z
    .string()
    .max(6)
    .optional()
    .meta({ title, description: 'Only where a clock change repeats the hour: such as -05:00' });

/** A scheduled flight, its times as the timetable prints them: each in the clock of its own airport. */
export function flight(airports: Airports, title: string) {
  return z
    .strictObject({
      designator: designator('Flight'),
      from: airport(airports, 'From'),
      to: airport(airports, 'To'),
      departsLocal: localText('Departs'),
      arrivesLocal: localText('Arrives'),
      departsOffset: offsetText('Offset at departure'),
      arrivesOffset: offsetText('Offset at arrival'),
    })
    .transform((stated, context): Flight => {
      const departs = readLocal({ local: stated.departsLocal, zone: stated.from.zone, offset: stated.departsOffset });
      const arrives = readLocal({ local: stated.arrivesLocal, zone: stated.to.zone, offset: stated.arrivesOffset });
      if (!departs.ok) report(context, { ...departs.error, path: ['departsLocal'] });
      if (!arrives.ok) report(context, { ...arrives.error, path: ['arrivesLocal'] });
      if (!departs.ok || !arrives.ok) return z.NEVER;
      const { designator: name, from, to } = stated;
      return { designator: name, from, to, departsAt: departs.value, arrivesAt: arrives.value };
    })
    .meta({ title, 'x-kind': 'flight' });
}
