import { withoutSecret } from './answer-log.js';

it.each([
  ['/api/v1/calendar/crc_telltale.ics', '/api/v1/calendar/…'],
  ['/API/V1/CALENDAR/crc_telltale.ics', '/API/V1/CALENDAR/…'],
  ['/api/v1/Calendar/a/b', '/api/v1/Calendar/…'],
  ['/api/v1/shipments', '/api/v1/shipments'],
])('%s is logged as %s', (path, logged) => expect(withoutSecret(path)).toBe(logged));
