import { accountRoutes } from './account-routes.js';
import { auditRoutes } from './audit-routes.js';
import { commandRoutes, questionRoutes } from './board-routes.js';
import { bellRoutes } from './bell-routes.js';
import { figuresRoutes, policyRoutes } from './figures-routes.js';
import { fileRoutes } from './file-routes.js';
import { linkRoutes } from './link-routes.js';
import { oidcRoutes } from './oidc-routes.js';
import { peopleRoutes } from './people-routes.js';
import { registerRoutes } from './register-routes.js';
import { temperatureRoutes } from './temperature-routes.js';
import { tellingRoutes } from './telling-routes.js';
import { wallRoutes } from './wall-routes.js';
import type { RouteSpec } from './route-spec.js';
import { systemRoutes } from './system-routes.js';

/** Every address there is. Nest's handlers, the description and the tests of who may ask without a session are made from it. */
export const routes = {
  ...commandRoutes,
  ...questionRoutes,
  ...policyRoutes,
  ...figuresRoutes,
  ...registerRoutes,
  ...wallRoutes,
  ...bellRoutes,
  ...auditRoutes,
  ...temperatureRoutes,
  ...systemRoutes,
  ...linkRoutes,
  ...tellingRoutes,
  ...peopleRoutes,
  ...accountRoutes,
  ...oidcRoutes,
  ...fileRoutes,
} as const;

/** The same as a list. */
export const routeList: readonly RouteSpec[] = Object.values(routes);
