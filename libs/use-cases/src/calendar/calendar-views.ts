import { z } from 'zod';
import { calendarScopes } from './calendar.port.js';

const moment = z.iso.datetime();

export const calendarScope = z.enum(calendarScopes).meta({
  description:
    'all: every deadline and leg that one sees; tasks: only deadlines that are one’s own to meet, and a courier’s flights',
});

/** One's own calendar; its address was shown once. */
export const ownCalendarView = z.object({ scope: calendarScope, madeAt: moment, lastUsedAt: moment.nullable() });
