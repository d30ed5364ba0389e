import { AccountOidcRow } from './account-oidc.row.js';
import { AccountRow } from './account.row.js';
import { AuditEntryRow } from './audit-entry.row.js';
import { OidcPendingRow } from './oidc-pending.row.js';
import { OrganisationRow } from './organisation.row.js';
import { SessionRow } from './session.row.js';

/** Tables of who takes part, who is signed in, and who changed that. */
export const peopleRows = [OrganisationRow, AccountRow, SessionRow, AuditEntryRow, AccountOidcRow, OidcPendingRow];
