import { DisclosureGrantRow } from './disclosure-grant.row.js';
import { IdentityKeyRow } from './identity-key.row.js';
import { IdentityRow } from './identity.row.js';

/** Tables of who the donors and recipients are, behind the wall. */
export const identityRows = [IdentityRow, IdentityKeyRow, DisclosureGrantRow];
