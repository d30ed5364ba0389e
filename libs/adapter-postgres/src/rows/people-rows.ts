import { AccountRow } from './account.row.js';
import { AuditEntryRow } from './audit-entry.row.js';
import { OrganisationRow } from './organisation.row.js';
import { SessionRow } from './session.row.js';
import { SigningKeyRow } from './signing-key.row.js';

/** Tables of who takes part, who is signed in, who changed that, and what that record is signed with. */
export const peopleRows = [OrganisationRow, AccountRow, SessionRow, AuditEntryRow, SigningKeyRow];
