import { courierRoutes } from './courier-routes.js';
import { labelRoutes } from './label-routes.js';
import { paperFactRoutes } from './paper-fact-routes.js';
import { paperRoutes } from './paper-routes.js';
import { requestRoutes } from './request-routes.js';
import { ruleRoutes } from './rule-routes.js';

/** What a site keeps beside its shipments, and answers for: its couriers, what it has read of borders, what is entered for papers, the papers that it issues and sends, and its labels. */
export const registerRoutes = {
  ...courierRoutes,
  ...ruleRoutes,
  ...paperFactRoutes,
  ...paperRoutes,
  ...requestRoutes,
  ...labelRoutes,
} as const;
