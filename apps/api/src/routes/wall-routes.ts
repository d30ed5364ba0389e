import { disclosureRoutes } from './disclosure-routes.js';
import { identityRoutes } from './identity-routes.js';
import { letterRoutes } from './letter-routes.js';

/** Who the donor and the recipients are, what of it is disclosed, and what they write. */
export const wallRoutes = { ...identityRoutes, ...disclosureRoutes, ...letterRoutes } as const;
