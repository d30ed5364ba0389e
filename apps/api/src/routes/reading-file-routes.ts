import type { FileQuestionName } from '@cellrelay/use-cases';
import { z } from 'zod';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const says: Readonly<Record<FileQuestionName, string>> = {
  times: 'Which column holds the times, from 1',
  order: 'day-first, month-first or year-first',
  epoch: 'From when serial dates are counted: 1900 or 1904',
  zone: 'A zone of the IANA database, where the file names none',
  channel: 'Which column holds the readings, from 1',
  unit: 'celsius or fahrenheit',
  repeated: 'Of a time that the clock shows twice: earlier or later',
  lastLine: 'Of a last line without an end: left-out or whole',
};
const answer = (name: keyof typeof says) =>
  z
    .string()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: `${says[name]}. Asked for by the preview where the file does not say it` });
const answers = {
  ...{ times: answer('times'), order: answer('order'), epoch: answer('epoch'), zone: answer('zone') },
  ...{ channel: answer('channel'), unit: answer('unit'), repeated: answer('repeated'), lastLine: answer('lastLine') },
};

export const previewFileQuery = z.strictObject(answers);
export const takeFileQuery = z.strictObject({
  ...answers,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the hash that the preview told')
    .meta({ description: 'Of the file, as the preview told it' }),
});

export const loggerParams = queries.shipmentParams.extend({
  logger: z.string().max(200).meta({ description: 'The logger’s number, as it is bound' }),
});

const here = { tag: 'commands', method: 'post', open: false, params: loggerParams, body: 'file' } as const;
const at = `${v1}/shipments/{id}/loggers/{logger}`;
const refusals = [
  ...['no-such-shipment', 'shipment-id-malformed', 'not-yours-to-do', 'logger-never-bound', 'query-faulty'],
  ...['body-not-file-type', 'body-encoded', 'request-broken-off', 'file-empty', 'file-too-large', 'file-no-text'],
  ...['file-without-table', 'file-without-temperatures', 'decimal-comma-unclear', 'zone-unknown', 'not-one-of'],
  ...['file-reading-busy', 'file-takes-too-long'],
] as const;

/** Readings by file, of a logger that is bound. The file is sent twice, and nothing of it is kept but its readings. */
export const readingFileRoutes = {
  listBoundLoggers: {
    ...{ tag: 'questions', method: 'get', open: false, params: queries.shipmentParams },
    id: 'listBoundLoggers',
    path: `${v1}/shipments/{id}/loggers`,
    says: 'Loggers that are bound to a box of the shipment, or were',
    more: 'For whoever may bind one, and hand in its file. Outside the operator without their numbers: those are on the devices.',
    answer: json('BoundLoggers', 'In the order in which they were bound'),
    refusals: ['no-such-shipment', 'shipment-id-malformed', 'not-yours-to-do'],
  },
  previewReadingFile: {
    ...here,
    id: 'previewReadingFile',
    path: `${at}/file-preview`,
    query: previewFileQuery,
    says: 'What a logger’s file says, before any of it counts',
    more: 'The file as it is: CSV of any dialect, at most 2 MiB and 12,000 lines. What it does not say comes back as questions, whose answers are sent with the same file; nothing is guessed. Of its readings it says how many are new, stand already, or differ from what stands.',
    answer: json('FilePreview', 'What was understood, what is asked, and the readings’ ends'),
    refusals: [...refusals],
  },
  takeReadingFile: {
    ...here,
    id: 'takeReadingFile',
    path: `${at}/files`,
    query: takeFileQuery,
    says: 'Take the readings of a file whose preview was seen',
    more: 'Each is judged on its own; the good ones are kept. The same file again changes nothing, and completes what was broken off.',
    answer: json('FileTaken', 'How many were kept, were known, and were refused, with their lines'),
    refusals: [...refusals, 'file-changed', 'file-questions-open'],
  },
} as const satisfies Record<string, RouteSpec>;
