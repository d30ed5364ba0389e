import { Ticker } from '@cellrelay/adapter-bullmq';
import {
  FeedEndpoints,
  SendDeliveries,
  type DeliveryStore,
  type FeedingParts,
  type SendingParts,
} from '@cellrelay/use-cases';

/** Looks again and again for what waits to be told, and tells it. */
export interface RunningSending {
  /** Takes no more; waits for what is under way. */
  close(): Promise<void>;
}

export interface SendingSide extends SendingParts {
  readonly store: DeliveryStore;
  /** What programs are told from. */
  readonly feeding: FeedingParts;
}

const hourMs = 3_600_000;

/** Starts it, one look after another so far apart. What ended long ago is removed from hour to hour. */
export function startSending(parts: SendingSide, everyMs: number): RunningSending {
  const sending = new SendDeliveries(parts);
  const feeding = new FeedEndpoints(parts.feeding);
  const tickers = [
    new Ticker(everyMs, () => sending.look(), parts.failed),
    new Ticker(everyMs, () => feeding.look(), parts.failed),
    new Ticker(hourMs, () => parts.store.forget(), parts.failed),
  ];
  tickers.forEach((ticker) => ticker.start());
  return {
    close: async () => {
      await Promise.all(tickers.map((ticker) => ticker.close()));
      await sending.close();
    },
  };
}
