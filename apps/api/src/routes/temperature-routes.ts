import { forecastRoutes } from './forecast-routes.js';
import { readingRoutes } from './reading-routes.js';

/** What loggers show, and what becomes of the cells by it. */
export const temperatureRoutes = { ...forecastRoutes, ...readingRoutes } as const;
