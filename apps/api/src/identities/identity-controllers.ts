import { DisclosuresController } from './disclosures.controller.js';
import { IdentitiesController } from './identities.controller.js';

/** What answers about donors and recipients, and about what of them is disclosed. */
export const identityControllers = [IdentitiesController, DisclosuresController];
