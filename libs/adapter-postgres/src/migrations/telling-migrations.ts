import { OnCall1795460400000 } from './1795460400000-on-call.js';
import { Deliveries1795464000000 } from './1795464000000-deliveries.js';
import { Endpoints1795464000001 } from './1795464000001-endpoints.js';
import { Calendars1795467600000 } from './1795467600000-calendars.js';

/** Who is told, and how: people, programs and calendars. */
export const tellingMigrations = [
  OnCall1795460400000,
  Deliveries1795464000000,
  Endpoints1795464000001,
  Calendars1795467600000,
];
