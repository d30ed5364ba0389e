import { courierRoutes } from './courier-routes.js';
import { paperFactRoutes } from './paper-fact-routes.js';
import { ruleRoutes } from './rule-routes.js';

/** What a site keeps beside its shipments, and answers for: its couriers, what it has read of borders, and what is entered for papers. */
export const registerRoutes = { ...courierRoutes, ...ruleRoutes, ...paperFactRoutes } as const;
