import { z } from 'zod';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const own = { tag: 'account', open: false, path: `${v1}/account/calendar` } as const;

/** A calendar for programs that subscribe to one, by a secret address of each person. */
export const calendarRoutes = {
  calendarFeed: {
    id: 'calendarFeed',
    tag: 'account',
    open: true,
    method: 'get',
    path: `${v1}/calendar/{token}.ics`,
    params: z.object({ token: z.string().max(100).meta({ description: 'The secret of the address' }) }),
    says: 'A person’s calendar, as iCalendar (RFC 5545)',
    more: 'Deadlines and legs of the shipments that its owner sees at that moment, without anybody’s words. Whoever has the address reads it, so it is a secret. What is owed no more stays as cancelled for a week. A wrong address answers as any that there is not.',
    answer: {
      status: 200,
      says: 'The calendar',
      schema: 'Text',
      mediaType: 'text/calendar',
      headers: { ETag: 'Of its bytes', 'Last-Modified': 'When anything in it changed last' },
    },
    also: [{ status: 304, says: 'It has not changed' }],
    refusals: ['no-such-address'],
  },
  ownCalendar: {
    ...own,
    id: 'ownCalendar',
    method: 'get',
    says: 'One’s own calendar, without its address',
    answer: json('OwnCalendar', 'The calendar'),
    refusals: [],
  },
  makeCalendar: {
    ...own,
    id: 'makeCalendar',
    method: 'put',
    says: 'Make the address of one’s own calendar, or another in its place',
    more: 'The address before is good for nothing from then on. It ends with a change of the password.',
    body: 'NewCalendar',
    answer: json('CalendarMade', 'The address'),
    refusals: [
      ...['password-refused', 'sign-in-wait', 'busy'],
      ...['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'],
    ],
  },
  endCalendar: {
    ...own,
    id: 'endCalendar',
    method: 'delete',
    says: 'End the address of one’s own calendar',
    answer: { status: 204, says: 'Ended' },
    refusals: ['no-such-calendar'],
  },
} as const satisfies Record<string, RouteSpec>;
