import { AlertNoticeRow } from './alert-notice.row.js';
import { OnCallRosterRow } from './on-call-roster.row.js';
import { TellingWishRow } from './telling-wish.row.js';

/** Tables of who is told of alerts. */
export const onCallRows = [OnCallRosterRow, TellingWishRow, AlertNoticeRow];
