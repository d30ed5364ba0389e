import { disclosureRoutes } from './disclosure-routes.js';
import { identityRoutes } from './identity-routes.js';
import { letterRoutes } from './letter-routes.js';
import { scanRoutes } from './scan-routes.js';

/** Who the donor and the recipients are, what of it is disclosed, what they write, and scans of papers: what lies sealed. */
export const wallRoutes = { ...identityRoutes, ...disclosureRoutes, ...letterRoutes, ...scanRoutes } as const;
