import { calendarScope, ownCalendarView } from '@cellrelay/use-cases';
import { z } from 'zod';

/** What is answered about calendars. */
export const calendarAnswers = {
  OwnCalendar: z.object({ calendar: ownCalendarView.nullable().meta({ description: 'Null: there is none' }) }),
  CalendarMade: z.object({
    made: ownCalendarView,
    address: z.string().meta({ description: 'The secret address, shown this once' }),
  }),
} as const;

/** What is sent about them. */
export const calendarBodies = {
  NewCalendar: z.strictObject({ scope: calendarScope, password: z.string().min(1).max(200) }),
} as const;
