import type { Zone } from '@cellrelay/kernel';
import type { LeadTimes } from './lead-times.js';
import { jurisdictionOf, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

/** How a shipment's lead times are counted, with every airport that one of its flights has touched. */
export function leadTimesOf(shipment: Shipment): LeadTimes {
  const { leadDaysCounted, workingDayCalendars, answerDueWorkingDays } = orderOf(shipment).policy;
  const { pinned } = shipment.stages['customs-clearance'];
  const airports = shipment.stages['flight-booking'].bookings.flatMap(({ flight }) => [flight.from, flight.to]);
  return {
    counted: leadDaysCounted.value,
    calendars: [...workingDayCalendars, ...(pinned?.calendars ?? [])],
    airports: Object.fromEntries(
      airports.map((each) => [each.iata, { country: jurisdictionOf(shipment, each), zone: each.zone as Zone }]),
    ),
    pinned: pinned !== null,
    answerDueWorkingDays: answerDueWorkingDays.value,
  };
}
