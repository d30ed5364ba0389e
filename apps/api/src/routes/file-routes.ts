import { orderRoutes } from './order-routes.js';
import { readingFileRoutes } from './reading-file-routes.js';

/** What comes as a file that is looked through before anything of it counts. */
export const fileRoutes = { ...readingFileRoutes, ...orderRoutes } as const;
