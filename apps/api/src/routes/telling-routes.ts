import { calendarRoutes } from './calendar-routes.js';
import { deliveryRoutes } from './delivery-routes.js';
import { onCallRoutes } from './on-call-routes.js';

/** Who is told, how, and what was. */
export const tellingRoutes = { ...onCallRoutes, ...deliveryRoutes, ...calendarRoutes } as const;
