import { LetterReceivedRow } from './letter-received.row.js';
import { LetterTextRow } from './letter-text.row.js';
import { LetterRow } from './letter.row.js';

/** Tables of letters between the sides, behind the wall. */
export const letterRows = [LetterRow, LetterTextRow, LetterReceivedRow];
