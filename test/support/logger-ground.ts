import { instantFromMillis, millisOf, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { LoggerSends } from '@cellrelay/shipment';
import { entryOf } from '@cellrelay/use-cases';
import type { ExampleParties } from '../../apps/ops/src/examples/example-parties.js';
import { FreeRoutes } from '../e2e/support/example-routes.js';
import { tripUpTo } from '../e2e/support/example-trips.js';
import { apiOnDatabase, type RunningApi } from './api-on-database.js';
import { storeTripOfOrganisations } from './stored-trip.js';

/** The box of an example's trip. */
export const box = 'EX-BOX-7';

/** An API with a trip whose box was handed over hours ago, and what is done with its loggers. */
export interface LoggerGround {
  readonly api: RunningApi;
  readonly shipment: ShipmentId;
  readonly parties: ExampleParties;
  /** When the box was handed over: from then on it holds the cells. */
  readonly heldFrom: Instant;
  /** Registers a device for the operator; answers its token. */
  register(logger: string): Promise<string>;
  /** Binds it to the box since it was handed over; answers what whoever does is told beside. */
  bind(logger: string, sends?: LoggerSends): Promise<readonly string[]>;
  /** Says that it was taken out of its box at that minute. */
  unbind(logger: string, at: Instant): Promise<void>;
  send(token: string, readings: readonly unknown[]): Promise<{ readonly status: number; readonly body: Taken }>;
  /** Types of the log's events, in order. */
  logged(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a delivery is answered. */
export interface Taken {
  readonly kept: number;
  readonly known: number;
  readonly verdicts: readonly string[];
  readonly refused: readonly { readonly at: string; readonly code: string; readonly sentence: string }[];
  readonly code: string;
}

/** Its collection began so long ago that the box has been with the courier for some hours. */
const startedAgo = 18 * 60;

/** Opens it. */
export async function loggerGround(): Promise<LoggerGround> {
  const api = await apiOnDatabase({ perLogger: { burst: 1_000, perSecond: 1_000 } });
  const { database } = api;
  const now = await database.clock.now();
  const startsAt = plusMinutes(now, -startedAgo);
  const trip = tripUpTo(
    new FreeRoutes().take(() => startsAt),
    { collectionStartsAt: startsAt, upTo: 'HandOverToCourier' },
  );
  const parties = await storeTripOfOrganisations(database, trip, now);
  return {
    api,
    shipment: trip.id,
    parties,
    heldFrom: await heldFrom(api, trip.id),
    ...doing(api, trip.id),
    close: () => api.close(),
  };
}

async function heldFrom({ database }: RunningApi, shipment: ShipmentId): Promise<Instant> {
  const state = await database.shipments.load(shipment);
  const since = state?.stages['courier-handoff'].custody[0]?.since.at;
  if (since === undefined) throw new Error('nobody holds the box');
  return since;
}

function doing(
  api: RunningApi,
  shipment: ShipmentId,
): Pick<LoggerGround, 'register' | 'bind' | 'unbind' | 'send' | 'logged'> {
  let bound = 0;
  const record = async (command: string, body: object): Promise<readonly string[]> => {
    const revision = (await api.database.shipments.load(shipment))?.stageRevisions.temperature ?? 0;
    const answer = await api.http
      .post(`/api/v1/shipments/${shipment}/commands/${command}`)
      .set({ ...api.signedIn, 'Idempotency-Key': `bind-${(bound += 1)}`, 'If-Match': `"${revision}"` })
      .send(body)
      .expect(200);
    return (answer.body as { readonly notices: readonly string[] }).notices;
  };
  return {
    register: async (logger) => {
      const made = await api.http.post('/api/v1/loggers').set(api.signedIn).send({ id: logger }).expect(201);
      return (made.body as { readonly token: string }).token;
    },
    bind: async (logger, sends = 'live') => {
      const boundAt = minuteOf(await heldFrom(api, shipment));
      return record('BindLogger', { logger, box, probe: 'at-the-bag', sends, boundAt });
    },
    unbind: async (logger, at) => {
      await record('UnbindLogger', { logger, unboundAt: minuteOf(at), reason: 'EXAMPLE taken out of the box' });
    },
    send: async (token, readings) => {
      const answer = await api.http.post('/api/v1/readings').set('Authorization', `Bearer ${token}`).send({ readings });
      return { status: answer.status, body: answer.body as Taken };
    },
    logged: async () => {
      const lines = await api.database.shipments.log(shipment, 0, 10_000);
      return lines.map(({ text }) => entryOf(text).event.type);
    },
  };
}

function minuteOf(at: Instant) {
  const local = instantFromMillis(Math.ceil(millisOf(at) / 60_000) * 60_000).slice(0, 16);
  return { local, zone: 'UTC' };
}

/** Readings a minute apart from a moment on. */
export function minutely(from: Instant, celsius: readonly number[]): readonly { at: string; celsius: number }[] {
  return celsius.map((each, nth) => ({ at: plusMinutes(from, nth), celsius: each }));
}

/** So many readings of one temperature. */
export function steady(count: number, celsius: number): readonly number[] {
  return Array.from({ length: count }, () => celsius);
}
