import path from 'node:path';
import { installReplayClock, startEmbeddedPostgres, type EmbeddedPostgres } from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../../support/database.js';
import { mainProcessIn, query } from '../../support/embedded-postgres-process.js';
import { fillTemplate, TEMPLATE } from '../../support/postgres.template.js';
import { RedisServer } from '../../support/redis-server.js';
import { DeskService } from '../desk/desk-service.js';

/** Leases that were taken while another's token stood there still: that one's process was dead, or stopped. */
const noteTakenOver = `
create schema cellrelay_kill;
create table cellrelay_kill.taken_over (item bigint not null);
create function cellrelay_kill.note() returns trigger language plpgsql security definer as
  'begin insert into cellrelay_kill.taken_over values (new.id); return null; end';
create trigger note_taken_over after update of lease_token on cellrelay.agenda_item for each row
  when (old.lease_token <> new.lease_token and old.revision = new.revision and old.closed_at is null)
  execute function cellrelay_kill.note()`;

/** Before any scenario: every round puts the clock forward from here. */
const longAgo = '2000-01-01T00:00:00.000Z' as Instant;

/** Servers that are one round's at a time: PostgreSQL, Redis, and the desks. */
export class Lane {
  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
    readonly redis: RedisServer,
    readonly desks: DeskService,
  ) {}

  static async open(folder: string, number: number): Promise<Lane> {
    const dataFolder = path.join(folder, `lane-${number}`);
    const settings = { max_connections: '200' };
    const server = await startEmbeddedPostgres({ dataFolder, log: () => undefined, database: TEMPLATE, settings });
    await fillTemplate(server);
    await (await installReplayClock(server.ownerUrl, longAgo)).close();
    await query(server.ownerUrl, noteTakenOver);
    return new Lane(dataFolder, server, await RedisServer.start(), await DeskService.start());
  }

  /** A database that nothing has happened in. */
  database(): Promise<ThrowAwayDatabase> {
    return throwAwayDatabase({ server: this.server });
  }

  /** Ends the server's main process at once; it is started again by whoever looks after it. */
  killPostgres(): void {
    process.kill(mainProcessIn(this.folder), 'SIGKILL');
  }

  async close(): Promise<void> {
    this.desks.stop();
    await this.redis.stop();
    await this.server.stop();
  }
}
