import { instantFromMillis, millisOf, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { CommandId } from '@cellrelay/kernel';
import type { HistoryStep } from '@cellrelay/use-cases';
import type { ExampleParties } from '../../apps/ops/src/examples/example-parties.js';
import { FreeRoutes } from '../e2e/support/example-routes.js';
import { tripUpTo, type TripSoFar } from '../e2e/support/example-trips.js';
import { apiOnDatabase, type RunningApi } from './api-on-database.js';
import { storeTripOfOrganisations } from './stored-trip.js';

/** The logger that is bound, and one that never was. */
export const logger = 'EXAMPLE-LOGGER-1';
export const stranger = 'EXAMPLE-LOGGER-99';

const minute = 60_000;
/** Its collection began so long ago that the box has been with the courier for some hours. */
const startedAgo = 18 * 60;

/** A trip whose box was handed over hours ago, with a logger in it from a whole minute on. */
export interface TripWithLogger extends TripSoFar {
  readonly boundAt: Instant;
}

/** Makes one, up to that moment. */
export function tripWithLogger(now: Instant): TripWithLogger {
  const startsAt = plusMinutes(now, -startedAgo);
  const trip = tripUpTo(
    new FreeRoutes().take(() => startsAt),
    { collectionStartsAt: startsAt, upTo: 'HandOverToCourier' },
  );
  const last = trip.steps.at(-1);
  const packed = trip.steps.find(({ command }) => command.name === 'PackBox')?.command;
  if (last === undefined || packed?.name !== 'PackBox') throw new Error('the trip has no packed box');
  const boundAt = instantFromMillis(Math.ceil(millisOf(last.at) / minute) * minute);
  const bind: HistoryStep = {
    ...last,
    id: `${last.id}/logger` as CommandId,
    at: boundAt,
    command: {
      name: 'BindLogger',
      data: {
        ...{ logger, box: packed.data.box, probe: 'at-the-bag', sends: 'by-file' },
        boundAt: { at: boundAt, zone: packed.data.packedAt.zone },
      },
    },
  };
  return { ...trip, steps: [...trip.steps, bind], boundAt };
}

/** An API with such a trip. */
export interface FileGround {
  readonly api: RunningApi;
  readonly shipment: ShipmentId;
  readonly parties: ExampleParties;
  readonly boundAt: Instant;
}

/** Opens it. */
export async function fileGround(): Promise<FileGround> {
  const api = await apiOnDatabase();
  const { database } = api;
  const now = await database.clock.now();
  const trip = tripWithLogger(now);
  const parties = await storeTripOfOrganisations(database, trip, now);
  return { api, parties, shipment: trip.id, boundAt: trip.boundAt };
}

/** A logger's export: a reading a minute from that moment on, in UTC without saying so, with points before decimals as commas. */
export function exportOf(from: Instant, celsius: readonly number[], zone: 'UTC' | null = null): string {
  const rows = celsius.map((each, nth) => {
    const at = plusMinutes(from, nth).slice(0, 16).replace('T', ' ');
    return `${nth + 1};${at};${each.toFixed(1).replace('.', ',')}\r\n`;
  });
  return `Device;EXAMPLE logger\r\n\r\nNo;Time${zone === null ? '' : ` (${zone})`};Probe °C\r\n${rows.join('')}`;
}
