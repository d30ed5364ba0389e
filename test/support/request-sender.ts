import { openTypesetter } from '@cellrelay/adapter-documents';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { createLogger, monotonicMillis } from '@cellrelay/platform';
import { IssueCommand, noRelay, type FaultPoints } from '@cellrelay/use-cases';
import { folding } from '../../apps/ops/src/stack/folding.js';
import type { ChannelSettings } from '../../apps/ops/src/stack/channel-settings.js';
import { followingOn, preparingOn } from '../../apps/ops/src/stack/requests-on.js';
import { sendingFrom } from '../../apps/ops/src/stack/sending-of.js';
import type { PapersGround } from './papers-ground.js';

/** The worker's hands for requests by mail, under its own role: what sends, and what records that it was sent, each started by itself. */
export class RequestSender {
  readonly logged: string[] = [];
  private readonly logger = createLogger({ level: 'info', form: 'json', write: (line) => this.logged.push(line) });
  private readonly typesetter = openTypesetter({ timeLimitMillis: 60_000 });

  private constructor(
    readonly worker: Database,
    private readonly ground: PapersGround,
  ) {}

  static async open(ground: PapersGround): Promise<RequestSender> {
    return new RequestSender(await openDatabase({ url: ground.api.own.workerUrl, folding }), ground);
  }

  /** What makes a request ready. */
  readonly prepare: ReturnType<typeof preparingOn> = (delivery) =>
    preparingOn(this.worker, {
      ...{ typesetter: this.typesetter, keysFolder: this.ground.api.keysFolder, reports: this.ground.reports },
    })(delivery);

  /** Sends until all that waits has ended; `mail` null: there is no mail server. */
  async sendAll(mail: ChannelSettings['mail']): Promise<void> {
    const { keysFolder } = this.ground.api;
    const settings = { mail, sms: null, voice: null, origin: null, ownMachine: true };
    const sending = sendingFrom(this.worker, { settings, keysFolder, prepare: this.prepare, logger: this.logger });
    const until = monotonicMillis() + 60_000;
    while ((await this.worker.deliveries.depth()).waiting > 0 && monotonicMillis() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await sending.close();
  }

  /** One look at what was taken and is not on record; in a process that dies at those points. */
  follow(points?: FaultPoints): Promise<void> {
    return followingOn(this.worker, new IssueCommand(this.worker.shipments, noRelay, points), this.logger).look();
  }

  async close(): Promise<void> {
    await this.typesetter.close();
    await this.worker.close();
  }
}
