import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SmtpMailer } from '@cellrelay/adapter-channels';
import { openReplayClock, type ReplayClock } from '@cellrelay/adapter-postgres';
import { configOf, createLogger, createPasswords } from '@cellrelay/platform';
import { noRelay } from '@cellrelay/use-cases';
import { createApi } from '../../../../apps/api/src/create-api.js';
import { standardLimits } from '../../../../apps/api/src/limits/limits.js';
import type { ApiParts } from '../../../../apps/api/src/parts.js';
import type { Scenario } from '../../../../apps/ops/src/replay/scenario/scenario.js';
import { openStack, servedBy, type Stack } from '../../../../apps/ops/src/stack/open-stack.js';
import { MailServer } from '../../../support/mail-server.js';
import type { ThrowAwayDatabase } from '../../../support/database.js';
import type { Ground } from './ground.js';
import { Line } from './line.js';
import { Streams } from './streams.js';
import type { Telling } from './tellings.js';
import { Told } from './told.js';

/** How browsers would reach it: the same in every run, whatever the port. */
export const origin = 'http://relay.example.org';

/** A hole in the wall, for showing that it is found. */
export interface Hole {
  /** Done to the database before anything is opened, as its owner. */
  readonly inDatabase?: string;
  /** The parts that the API is made of, otherwise than they are. */
  readonly inParts?: (parts: ApiParts, telling: Telling) => ApiParts;
  /** Done to every answer before the API sees the request. */
  readonly inAnswer?: (res: ServerResponse, telling: Telling) => void;
}

/** The whole stack over a copy of the ground: API, worker, queue, mail server. */
export interface Run {
  readonly own: ThrowAwayDatabase;
  readonly stack: Stack;
  readonly clock: ReplayClock;
  readonly line: Line;
  readonly told: Told;
  readonly streams: Streams;
  readonly mail: MailServer;
  close(): Promise<void>;
}

const plenty = { burst: 10_000_000, perSecond: 10_000_000 };
const bells = { ring: 1, call: 1, lockMs: 30_000, stalledMs: 10_000 } as const;
const logger = createLogger({ level: 'error', form: 'json', write: (text) => process.stderr.write(text) });

/** Opens it, for a journey by that script. */
export async function openRun(
  ground: Ground,
  script: Scenario['script'],
  { telling, hole = {} }: { readonly telling: Telling; readonly hole?: Hole },
): Promise<Run> {
  const own = await ground.copy();
  const clock = openReplayClock(own.ownerUrl);
  if (hole.inDatabase !== undefined) await asOwner(own, hole.inDatabase);
  const { keysFolder } = ground;
  const stack = await openStack({
    ...{
      urls: own,
      logger,
      script,
      sweepEveryMs: null,
      after: noRelay,
      bells,
      leaseMs: 60_000,
      poolSize: 4,
      keysFolder,
    },
  });
  const mail = await MailServer.start({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
  const mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${mail.port}`, from: 'cellrelay@example.org' });
  const passwords = createPasswords({ memoryKiB: 64, passes: 1 });
  const config = configOf({ CELLRELAY_ORIGIN: origin });
  const parts: ApiParts = {
    ...servedBy(stack, keysFolder),
    ...{ passwords, config, logger, mailer, health: {}, boardFolder: null },
  };
  const figures = {
    ...standardLimits,
    perAddress: plenty,
    perSession: plenty,
    signIn: plenty,
    calendar: plenty,
    papers: plenty,
  };
  const app = await createApi(hole.inParts?.(parts, telling) ?? parts, figures);
  const server = app.getHttpServer();
  if (hole.inAnswer !== undefined)
    server.prependListener('request', (_: IncomingMessage, res: ServerResponse) => hole.inAnswer?.(res, telling));
  await app.listen(0, '127.0.0.1');
  const { port } = server.address() as { port: number };
  const [line, told] = [new Line(port, origin), new Told()];
  const streams = new Streams(line, told);
  const close = async (): Promise<void> => {
    streams.end();
    line.close();
    await app.close();
    await mail.close();
    await stack.close();
    await clock.close();
    await own.drop();
  };
  return { own, stack, clock, line, told, streams, mail, close };
}

async function asOwner({ ownerUrl }: ThrowAwayDatabase, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(statement);
  owner.end().catch(() => undefined);
  await once(owner, 'end');
}
