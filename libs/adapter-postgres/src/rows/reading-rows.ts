import { LoggerReadingRow } from './logger-reading.row.js';
import { LoggerRow } from './logger.row.js';
import { ReadingMarkRow } from './reading-mark.row.js';
import { ReadingMonthRow } from './reading-month.row.js';

/** Tables of devices, what they showed, and for whom that is to be worked out still. */
export const readingRows = [LoggerRow, LoggerReadingRow, ReadingMonthRow, ReadingMarkRow];
