import type { Refusal } from '@cellrelay/shipment';
import { fileLimits } from './reading-file.js';

const bytesText = `${fileLimits.bytes / 1024 / 1024} MiB`;
const linesText = fileLimits.lines.toLocaleString('en');
const asItIs = 'Export it from the logger’s software as CSV, and send that as it is.';

export const fileEmpty: Refusal = { code: 'file-empty', sentence: 'The file is empty.' };

export const fileTooLarge: Refusal = {
  code: 'file-too-large',
  sentence: `The file is larger than ${bytesText}. Send the days of the trip alone.`,
};

export const fileTooLong: Refusal = {
  code: 'file-too-large',
  sentence: `The file has more than ${linesText} lines. Send the days of the trip alone.`,
};

export const fileReadingBusy: Refusal = {
  code: 'file-reading-busy',
  sentence: 'Other files are being read just now, and nothing of this one was. Send it again in a few seconds.',
};

export const fileTooSlow: Refusal = {
  code: 'file-takes-too-long',
  sentence: `Reading the file took too long, and nothing of it was taken. Send it again, or in parts. ${asItIs}`,
};

export const fileNoText = (what: string): Refusal => ({
  code: 'file-no-text',
  sentence: `The file is no text but ${what}. ${asItIs}`,
});

export const fileWithoutTable: Refusal = {
  code: 'file-without-table',
  sentence: `No line of the file has a time and a figure. ${asItIs}`,
  allowed: [
    ...[
      '2026-11-23T08:00:00+01:00',
      '2026-11-23 08:00',
      '23.11.2026 08:00',
      '11/23/2026 08:00 AM',
      '23-Nov-2026 08:00',
    ],
    ...['date and time in two columns', 'Unix seconds or milliseconds', 'serial dates of a spreadsheet'],
  ],
};

export const fileWithoutTemperatures: Refusal = {
  code: 'file-without-temperatures',
  sentence: 'The file has no column that may hold temperatures.',
};

export const commaUnclear: Refusal = {
  code: 'decimal-comma-unclear',
  sentence:
    'Commas seem to stand both between cells and before decimals: 4,5 may be one reading or two. Export it with semicolons or tabs.',
};

export const zoneUnknown = (said: string): Refusal => ({
  code: 'zone-unknown',
  sentence: `There is no zone ${JSON.stringify(said.slice(0, 40))}. Write it as in the IANA database.`,
  at: '/zone',
  allowed: ['Europe/Berlin', 'America/Chicago', 'Asia/Shanghai', 'UTC', 'Etc/GMT-1'],
});

export const answerUnknown = (name: string, allowed: readonly { readonly value: string }[]): Refusal => ({
  code: 'not-one-of',
  sentence: `That is no answer to what is asked about ${name}.`,
  at: `/${name}`,
  allowed: allowed.map(({ value }) => value),
});

export const loggerUnknown = (logger: string, known: readonly string[]): Refusal => ({
  code: 'logger-never-bound',
  sentence: `Logger ${logger.slice(0, 60)} was never bound to a box of this shipment: bind it first.`,
  allowed: known,
});

export const fileChanged: Refusal = {
  code: 'file-changed',
  sentence:
    'These bytes are not those whose preview was confirmed. Look at the preview of this file, and confirm that.',
  at: '/sha256',
};

export const questionsOpen = (names: readonly string[]): Refusal => ({
  code: 'file-questions-open',
  sentence: `The file does not say everything, and nothing is guessed: still to be answered ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`,
  ...(names[0] === undefined ? {} : { at: `/${names[0]}` }),
  allowed: names,
});
