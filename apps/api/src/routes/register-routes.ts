import { courierRoutes } from './courier-routes.js';
import { ruleRoutes } from './rule-routes.js';

/** What a site keeps beside its shipments, and answers for: its couriers, and what it has read of borders. */
export const registerRoutes = { ...courierRoutes, ...ruleRoutes } as const;
