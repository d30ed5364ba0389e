import { workingDaysBefore } from '@cellrelay/itinerary';
import { localDateAt } from '@cellrelay/kernel';
import type { Application, FileBy } from '@cellrelay/paperwork';
import { orderOf, type Shipment } from '@cellrelay/shipment';

/** An application with the last day to file it, where its rule says how many working days of the country that is before the passage. */
export function withFilingDay(shipment: Shipment, application: Application): Application {
  const { appliedFor, country, passesAt } = application;
  if (appliedFor?.leadWorkingDays == null) return application;
  const by = localDateAt(passesAt.at, passesAt.zone);
  const fileBy = fileByOf(shipment, { by, days: appliedFor.leadWorkingDays, country });
  return { ...application, appliedFor: { ...appliedFor, fileBy } };
}

/** By the calendars that the shipment goes by elsewhere: the policy's own before those that are pinned. */
function fileByOf(shipment: Shipment, span: Parameters<typeof workingDaysBefore>[0]): FileBy {
  const pinned = shipment.stages['customs-clearance'].pinned?.calendars ?? [];
  const counted = workingDaysBefore(span, [...orderOf(shipment).policy.workingDayCalendars, ...pinned]);
  return { day: counted.day, holidaysUnknown: counted.withoutCalendar.length > 0 };
}
