import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { messageOf } from '@cellrelay/kernel';
import {
  ClocksDiffer,
  createLogger,
  every,
  KeyFiles,
  measureClockDifference,
  monotonicMillis,
  wallNow,
  type Config,
  type Logger,
} from '@cellrelay/platform';
import { folding } from '../stack/folding.js';
import type { Opened } from '../stack/opened.js';
import { rederiveStale } from '../stack/rederive-stale.js';
import { sparing } from '../stack/sparing.js';
import { keysFolderOf } from '../where.js';

/** The log of this process, at its terminal or for machines to read. */
export function loggerOf(config: Config): Logger {
  const form = config.log.form === 'auto' ? (process.stdout.isTTY ? 'pretty' : 'json') : config.log.form;
  return createLogger({ level: config.log.level, form, write: (line) => process.stdout.write(line) });
}

/** Refuses to work with a clock that differs much from the database's. To be asked before the first bell is answered. */
export async function proveClock({ clock }: Pick<Database, 'clock'>, logger: Logger): Promise<void> {
  const measured = await measureClockDifference(clock, wallNow);
  if (measured.verdict === 'refuse') throw new ClocksDiffer(measured.sentence);
  if (measured.verdict === 'warn') logger.warn('clocks-differ', { differenceMs: measured.differenceMs });
}

/** So long may what a process of an earlier release wrote last lie as that one left it. */
const latecomersEveryMs = 60_000;

/** What stands in the way of a shipment does so at each look: it is told of at once, and then once an hour. */
const toldAgainAfterMs = 3_600_000;

/** Until when, and to be closed with what. */
interface While {
  readonly opened: Pick<Opened, 'add'>;
  readonly ending: () => boolean;
}

/** Both for whoever answers bells: shipments of another release are derived anew, and from then on those that an earlier one still writes. */
export async function keepUpToDate(
  stores: Pick<Database, 'shipments'>,
  logger: Logger,
  { opened, ending }: While,
  everyMs = latecomersEveryMs,
): Promise<void> {
  await lookOver(stores, tellingOf(logger), { which: 'other', ending });
  if (!ending()) opened.add(bringLatecomersUpToDate(stores, logger, everyMs));
}

/**
 * While a release comes, processes of the earlier one work on beside this one, and what they commit is derived as they do: what this release owes besides
 * would not ring. So it is looked for again and again, and brought forward, never back. Answers what ends the looking, after the shipment at hand.
 */
export function bringLatecomersUpToDate(
  stores: Pick<Database, 'shipments'>,
  logger: Logger,
  everyMs: number,
): () => Promise<void> {
  let looking: Promise<void> | null = null;
  let ended = false;
  const told = tellingOf(logger);
  const look = (): Promise<void> =>
    lookOver(stores, told, { which: 'earlier', ending: () => ended })
      .catch((error: unknown) => told.notSeen(messageOf(error)))
      .finally(() => (looking = null));
  const alarm = every(everyMs, () => {
    looking ??= look();
  });
  return async () => {
    ended = true;
    alarm.cancel();
    await looking;
  };
}

interface Telling {
  readonly done: (count: number) => void;
  readonly failed: (shipment: string, error: unknown) => void;
  readonly notSeen: (reason: string) => void;
}

function tellingOf(logger: Logger): Telling {
  let shipment = '';
  const failed = sparing(
    (reason, repeated) => logger.error('shipment-not-rederived', { shipment, reason, repeated }),
    monotonicMillis,
    toldAgainAfterMs,
  );
  return {
    done: (count) => logger.info('shipments-rederived', { count }),
    failed: (of, error) => {
      shipment = of;
      failed(messageOf(error));
    },
    notSeen: sparing(
      (reason, repeated) => logger.warn('latecomers-not-seen', { reason, repeated }),
      monotonicMillis,
      toldAgainAfterMs,
    ),
  };
}

/** With no shipment of another release there is nothing to do. */
async function lookOver(
  stores: Pick<Database, 'shipments'>,
  told: Telling,
  { which, ending }: { readonly which: 'other' | 'earlier'; readonly ending: () => boolean },
): Promise<void> {
  const count = await rederiveStale(stores, told.failed, which, ending);
  if (count > 0) told.done(count);
}

interface FirstKey {
  readonly config: Config;
  readonly logger: Logger;
  /** The application's role only reads the register. */
  readonly ownerUrl: string;
}

/**
 * Makes the first key that exports are signed with, so that one can export without having heard of keys; where there is one, it does nothing. All but signed
 * exports works without, so that what goes wrong here keeps nobody from it.
 */
export async function firstSigningKey(
  { signingKeys }: Pick<Database, 'signingKeys'>,
  { config, logger, ownerUrl }: FirstKey,
): Promise<void> {
  try {
    if ((await signingKeys.current()) === null) await takenUp(new KeyFiles(keysFolderOf(config)), ownerUrl);
  } catch (error) {
    logger.warn('signing-key-not-made', { error });
  }
}

async function takenUp(files: KeyFiles, ownerUrl: string): Promise<void> {
  const owner = await openDatabase({ url: ownerUrl, applicationName: 'cellrelay set-up', poolSize: 1, folding });
  try {
    await owner.signingKeys.takeUp(await files.make());
  } finally {
    await owner.close();
  }
}
