import { BellBeatRow } from './bell-beat.row.js';
import { DowntimeDismissalRow } from './downtime-dismissal.row.js';
import { DowntimeItemRow } from './downtime-item.row.js';
import { DowntimeRow } from './downtime.row.js';

/** Tables of when bells were well, and when they were not. */
export const downtimeRows = [BellBeatRow, DowntimeRow, DowntimeItemRow, DowntimeDismissalRow];
