import { DisclosureGrantRow } from './disclosure-grant.row.js';
import { IdentityKeyRow } from './identity-key.row.js';
import { IdentityRow } from './identity.row.js';
import { ScanRow } from './scan.row.js';
import { WordsKeyRow } from './words-key.row.js';
import { WordsRow } from './words.row.js';

/** Tables of who the donors and recipients are, and of what is written of them, behind the wall; and of scans of papers, whose keys are there. */
export const identityRows = [IdentityRow, IdentityKeyRow, DisclosureGrantRow, WordsRow, WordsKeyRow, ScanRow];
