import type pg from 'pg';
import { messageOf } from '@cellrelay/kernel';
import { endServer } from './end-server.js';
import { ensureServer, type RunningServer, type ServerWish } from './ensure-server.js';
import { signInAsAdmin } from './sign-in.js';
import { waitMs } from './waiting.js';

/** A server that is looked after until it is stopped. */
export interface WatchedServer {
  /** Ends the server; the second call answers with the first one's outcome. */
  stop(): Promise<void>;
}

const RESTART_WAITS_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 16_000] as const;

/**
 * Holds one connection to the server; when that breaks, and nobody asked for it, brings the server up again on the same port, so that the addresses given out stay
 * good. When it cannot, says so through `onLost` and leaves the rest to the application's health.
 */
export async function watchServer(
  wish: ServerWish,
  server: RunningServer,
  onLost: (error: Error) => void,
): Promise<WatchedServer> {
  const watch = new Watch({ ...wish, port: server.port }, onLost);
  await watch.hold();
  return watch;
}

class Watch implements WatchedServer {
  private stopping: Promise<void> | undefined;
  private restarting: Promise<void> = Promise.resolve();
  private connection: pg.Client | undefined;

  constructor(
    private readonly wish: ServerWish & { readonly port: number },
    private readonly onLost: (error: Error) => void,
  ) {}

  async hold(): Promise<void> {
    const connection = await signInAsAdmin(this.wish.port, this.wish.adminPassword);
    this.connection = connection;
    connection.once('end', () => {
      if (this.stopping === undefined) this.restarting = this.bringBack();
    });
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    await this.restarting;
    await this.connection?.end().catch(() => undefined);
    await endServer(this.wish.home.cluster, this.wish.log);
  }

  private async bringBack(): Promise<void> {
    this.wish.log('The connection to PostgreSQL broke: it is looked at, and started again if it died.');
    let last: unknown;
    for (const wait of RESTART_WAITS_MS) {
      await waitMs(wait);
      if (this.stopping !== undefined) return;
      try {
        await ensureServer(this.wish);
        await this.hold();
        return this.wish.log(`PostgreSQL is back on port ${this.wish.port}.`);
      } catch (error) {
        last = error;
        this.wish.log(messageOf(error));
      }
    }
    this.onLost(last instanceof Error ? last : new Error(String(last)));
  }
}
