import { onCallRows } from './on-call-rows.js';
import { AccountOidcRow } from './account-oidc.row.js';
import { AccountRow } from './account.row.js';
import { ApiTokenRow } from './api-token.row.js';
import { AuditEntryRow } from './audit-entry.row.js';
import { CalendarRow } from './calendar.row.js';
import { InvitationRow } from './invitation.row.js';
import { LinkRow } from './link.row.js';
import { OidcPendingRow } from './oidc-pending.row.js';
import { OrganisationRow } from './organisation.row.js';
import { SavedViewRow } from './saved-view.row.js';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor.row.js';
import { SessionRow } from './session.row.js';
import { SigningKeyRow } from './signing-key.row.js';

/** Tables of who takes part, how they join, prove themselves and are signed in, who changed that, what that record is signed with, links for those who have no account, and calendars and views of those who have. */
export const peopleRows = [
  ...[OrganisationRow, InvitationRow, AccountRow, SecondFactorRow, RecoveryCodeRow],
  ...[ApiTokenRow, SessionRow, AuditEntryRow, AccountOidcRow, OidcPendingRow, SigningKeyRow, LinkRow, CalendarRow],
  SavedViewRow,
  ...onCallRows,
];
