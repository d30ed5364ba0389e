import { FigureRow } from './figure.row.js';
import { PastTotalRow } from './past-total.row.js';
import { PolicyRow } from './policy.row.js';

/** Tables of a site's policies, and of what it counts. */
export const policyRows = [PolicyRow, FigureRow, PastTotalRow];
