import {
  GatewayCarrier,
  KeepingCarrier,
  MailCarrier,
  RequestMailCarrier,
  WebhookCarrier,
} from '@cellrelay/adapter-channels';
import { PostgresEndpoints, type Database } from '@cellrelay/adapter-postgres';
import { messageOf } from '@cellrelay/kernel';
import { monotonicMillis, noMetrics, sealingIn, type Logger, type Metrics } from '@cellrelay/platform';
import {
  BoardQuestions,
  type Carrier,
  type Channel,
  type EndpointDirectory,
  type NewDeskDelivery,
  type PreparedMail,
} from '@cellrelay/use-cases';
import { startSending, type RunningSending } from '../../../worker/src/sending.js';
import type { ChannelSettings } from './channel-settings.js';
import { sparing } from './sparing.js';

const lookEveryMs = 1_000;

/** Programs of organisations, their secrets sealed with a key of that folder; with none, none is made and none is told. */
export function endpointsOn({ pool }: Pick<Database, 'pool'>, keysFolder: string | null): PostgresEndpoints {
  return new PostgresEndpoints(pool, sealingIn(keysFolder, 'webhooks'));
}

export interface Sending {
  readonly settings: ChannelSettings;
  readonly keysFolder: string | null;
  /** Makes a request ready to be sent. */
  readonly prepare: (delivery: NewDeskDelivery) => Promise<PreparedMail>;
  readonly logger: Logger;
  /** What counts tries; unless given, nothing does. */
  readonly metrics?: Pick<Metrics, 'delivery'>;
}

/** Starts telling what waits, from these stores. Addresses and what is told stand in no log. */
export function sendingFrom(
  stores: Database,
  { settings, keysFolder, prepare, logger, metrics = noMetrics }: Sending,
): RunningSending {
  const { deliveries, changes, shipments, board, clock } = stores;
  const endpoints = endpointsOn(stores, keysFolder);
  const failed = sparing((reason, repeated) => logger.error('delivery-failed', { reason, repeated }), monotonicMillis);
  return startSending(
    {
      store: deliveries,
      carriers: carriersOf(settings, endpoints, prepare),
      feeding: {
        ...{ endpoints, changes, deliveries, clock, questions: new BoardQuestions(shipments, board) },
        failed: (error) => failed(messageOf(error)),
      },
      told: ({ id, delivery: { channel }, attempt }, { outcome, code }) => {
        metrics.delivery(channel, outcome);
        logger.info('delivery-tried', { delivery: id, channel, attempt, outcome, code });
      },
      failed: (error) => failed(messageOf(error)),
    },
    lookEveryMs,
  );
}

type Carriers = Readonly<Record<Channel, Carrier>>;

function carriersOf(
  { mail, sms, voice, origin, ownMachine }: ChannelSettings,
  endpoints: EndpointDirectory,
  prepare: Sending['prepare'],
): Carriers {
  const kept = (what: string): Carrier => new KeepingCarrier(`There is no ${what}: it is kept here to be read.`);
  return {
    mail: mail === null ? kept('mail server (SMTP_URL)') : new MailCarrier({ ...mail, origin }),
    desk: mail === null ? kept('mail server (SMTP_URL)') : new RequestMailCarrier(mail, prepare),
    sms: sms === null ? kept('gateway for short messages') : new GatewayCarrier(sms, { as: 'text', origin }),
    voice: voice === null ? kept('gateway for calls') : new GatewayCarrier(voice, { as: 'speech', origin }),
    webhook: new WebhookCarrier(endpoints, { origin, ownMachine }),
  };
}
