import { z } from 'zod';
import * as queries from './queries.js';
import { json, readingsPath, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const bodyFaults = ['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'];
const ofLoggers = { tag: 'readings', open: false } as const;
const loggerParams = z.object({ id: z.string().max(60).meta({ description: 'Its serial number' }) });

/** Readings of temperature loggers, and the devices that send them. */
export const readingRoutes = {
  sendReadings: {
    tag: 'readings',
    open: true,
    id: 'sendReadings',
    method: 'post',
    path: readingsPath,
    says: 'Send readings, as the device that took them',
    more: 'With `Authorization: Bearer crl_…`, the token of that one device. At most 10,000 readings and 1 MiB at once. Of more readings the first 10,000 are taken, and all others are told as refused (`too-many-at-once`, said once, at the first of them): send those next. Of more bytes nothing is read. Each is judged by itself: late, out of order and doubled ones are welcome; one is known by device and instant, the same again changes nothing, and another value at that instant is refused. It counts where the device was bound to a box at that moment.',
    headers: [{ name: 'Authorization', required: true, says: 'The device’s token', example: 'Bearer crl_…' }],
    body: 'Readings',
    answer: json('ReadingsTaken', 'What became of each'),
    refusals: ['logger-unknown', ...bodyFaults],
  },
  getTemperature: {
    tag: 'questions',
    open: false,
    id: 'getTemperature',
    method: 'get',
    path: `${v1}/shipments/{id}/temperature`,
    params: queries.shipmentParams,
    says: 'What the loggers in a shipment’s boxes have shown',
    more: 'Thinned for a chart: of each stretch of time the coldest and the warmest.',
    answer: json('Temperature', 'The readings, and what they imply as it stands on record'),
    refusals: ['shipment-id-malformed', 'no-such-shipment'],
  },
  listLoggers: {
    ...ofLoggers,
    id: 'listLoggers',
    method: 'get',
    path: `${v1}/loggers`,
    says: 'Devices of one’s organisation that send readings, by serial number',
    query: queries.pageQuery,
    answer: json('LoggerPage', 'A page of them'),
    refusals: ['query-faulty', 'cursor-unknown'],
  },
  makeLogger: {
    ...ofLoggers,
    id: 'makeLogger',
    method: 'post',
    path: `${v1}/loggers`,
    says: 'Register a device for one’s organisation',
    more: 'Its token is answered, this once. One that had ended is taken up again.',
    body: 'NewLogger',
    answer: { ...json('LoggerMade', 'The device and its token'), status: 201 },
    refusals: ['logger-taken', 'too-many-loggers', ...bodyFaults],
  },
  renewLogger: {
    ...ofLoggers,
    id: 'renewLogger',
    method: 'post',
    path: `${v1}/loggers/{id}/token`,
    params: loggerParams,
    says: 'Give a device another token; the one before is good for nothing from then on',
    body: 'Nothing',
    answer: { ...json('LoggerMade', 'The device and its token'), status: 201 },
    refusals: ['no-such-logger', ...bodyFaults],
  },
  endLogger: {
    ...ofLoggers,
    id: 'endLogger',
    method: 'delete',
    path: `${v1}/loggers/{id}`,
    params: loggerParams,
    says: 'End a device: it sends no more, and what it has sent stays',
    answer: json('Logger', 'As it stands now'),
    refusals: ['no-such-logger'],
  },
} as const satisfies Record<string, RouteSpec>;
