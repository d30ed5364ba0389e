import { PaperDocumentRow } from './paper-document.row.js';
import { PaperMarkRow } from './paper-mark.row.js';
import { PaperSpreadRow } from './paper-spread.row.js';

/** Tables of papers that were made, and of those to be looked at again. */
export const paperRows = [PaperDocumentRow, PaperMarkRow, PaperSpreadRow];
