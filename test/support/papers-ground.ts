import { openDatabase } from '@cellrelay/adapter-postgres';
import { plusMinutes, type ShipmentId } from '@cellrelay/kernel';
import { createLogger, KeyFiles } from '@cellrelay/platform';
import type { Role } from '@cellrelay/shipment';
import { BorderRules, IssueCommand, noRelay, type ReportPapers } from '@cellrelay/use-cases';
import type { ExampleParties } from '../../apps/ops/src/examples/example-parties.js';
import { paperFactsOn } from '../../apps/ops/src/stack/api-side.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { paperReportsOn } from '../../apps/ops/src/stack/papers-on.js';
import { FreeRoutes } from '../e2e/support/example-routes.js';
import { tripUpTo } from '../e2e/support/example-trips.js';
import { apiOnDatabase, type RunningApi } from './api-on-database.js';
import { signedInAs, type Headers } from './example-people.js';
import { enterPaperFacts, storeTripOfOrganisations } from './stored-trip.js';

/** An API with a trip whose box is packed, all that papers say entered, and a key to sign with. All invented. */
export interface PapersGround {
  readonly api: RunningApi;
  readonly shipment: ShipmentId;
  /** The public half of the key that codes are signed with. */
  readonly publicKey: string;
  /** What a worker does each second; no worker runs. */
  readonly reports: ReportPapers;
  /** Somebody who stands in the shipment for that part. */
  as(part: keyof ExampleParties, role: Role): Promise<Headers>;
  close(): Promise<void>;
}

/** Its collection began so long ago that the box is packed and waits. */
const startedAgo = 9 * 60;

const plenty = { burst: 1_000_000, perSecond: 1_000_000 };

export async function papersGround(): Promise<PapersGround> {
  const api = await apiOnDatabase({ perAddress: plenty, perSession: plenty, answerMs: 120_000 });
  const { database } = api;
  const now = await database.clock.now();
  const startsAt = plusMinutes(now, -startedAgo);
  const trip = tripUpTo(
    new FreeRoutes().take(() => startsAt),
    { collectionStartsAt: startsAt, upTo: 'PackBox' },
  );
  const parties = await storeTripOfOrganisations(database, trip, now);
  await enterPaperFacts(database);
  return {
    api,
    shipment: trip.id,
    publicKey: await takenUp(api),
    reports: reportsOf(api),
    as: (part, role) =>
      signedInAs(database, api.url, { name: `${part}-${role}`, role, organisation: parties[part].id }),
    close: () => api.close(),
  };
}

function reportsOf({ database }: RunningApi): ReportPapers {
  const rules = new BorderRules(database.rules, database.shipments, () => database.clock.now());
  const issue = new IssueCommand(database.shipments, noRelay);
  const logger = createLogger({ level: 'error', form: 'json', write: () => undefined });
  return paperReportsOn(database, { rules, entered: paperFactsOn(database) }, { issue, logger });
}

async function takenUp({ own, keysFolder }: RunningApi): Promise<string> {
  const owner = await openDatabase({ url: own.ownerUrl, poolSize: 1, folding });
  try {
    const made = await new KeyFiles(keysFolder).make();
    await owner.signingKeys.takeUp(made);
    return made.publicKey;
  } finally {
    await owner.close();
  }
}
