import { installReplayClock, openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { defaultPolicy, type Policy } from '@cellrelay/shipment';
import { coordinator, exampleShipment, issueAll, openedAt, openShipment, proposePlan } from '@cellrelay/testkit';
import { adoptForAll, IssueCommand, noRelay, reached, SitePolicies, type Adopted } from '@cellrelay/use-cases';
import { adoptionParts } from '../../apps/ops/src/commands/adopt-policy.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { holidays } from '../support/scenarios.js';

const next: Policy = {
  ...defaultPolicy,
  version: 'site-2',
  planDueDaysBefore: { value: 9, source: 'EXAMPLE review', mark: 'site' },
};
const numbers = [1, 2, 3, 4] as const;
let where: ThrowAwayDatabase;
let database: Database;
let issue: IssueCommand;

beforeEach(async () => {
  where = await throwAwayDatabase();
  await (await installReplayClock(where.ownerUrl, openedAt)).close();
  database = await openDatabase({ url: where.apiUrl, folding });
  issue = new IssueCommand(database.shipments, noRelay);
  for (const number of numbers) {
    const shipment = exampleShipment(number);
    await issueAll(issue, shipment, [openShipment(shipment)]);
  }
  const body = { policy: next, owner: 'Medical director', approver: 'Quality manager', source: 'EXAMPLE review' };
  await new SitePolicies(database.policies).add(body, 'ana');
});
afterEach(async () => {
  await database.close();
  await where.drop();
});

function adoption(policy = next, parts = adoptionParts(database)): AsyncGenerator<Adopted> {
  const said = { reason: 'The yearly review.', wordOf: 'Quality manager', statedBy: coordinator, recordedBy: 'ops' };
  return adoptForAll(parts, { policy, ...said });
}

const regions: Policy['holidayRegions'] = { value: { SFO: 'US-CA' }, source: 'EXAMPLE review', mark: 'site' };

const pinned = async (): Promise<readonly string[]> => {
  const found = await database.shipments.load(exampleShipment(1));
  return found?.stages['customs-clearance'].pinned?.calendars.map(({ country }) => country) ?? [];
};

async function kindsOf(adopting: AsyncGenerator<Adopted>): Promise<readonly string[]> {
  const kinds: string[] = [];
  for await (const each of adopting) kinds.push(each.kind);
  return kinds;
}

const dueOfPlans = async (): Promise<readonly string[]> =>
  (
    await database.pool.query<{ at: string }>(
      `select distinct to_char(due_at at time zone 'UTC', 'MM-DD') as at from cellrelay.agenda_item where key = 'plan-due/1'`,
    )
  ).rows.map((row) => row.at);

describe('a policy adopted for every open shipment', () => {
  it('moves what each of them owes, and what is stored is what the logs say', async () => {
    expect(await dueOfPlans()).toEqual(['08-28']);
    expect(await kindsOf(adoption())).toEqual(['adopted', 'adopted', 'adopted', 'adopted']);
    expect(await dueOfPlans()).toEqual(['08-26']);
    expect((await verify(database.pool, derivations)).differences).toEqual([]);
  });

  it('cut short goes on where it was left, and acts once on each', async () => {
    const cut = adoption();
    await cut.next();
    await cut.next();
    await cut.return(undefined);
    expect(await kindsOf(adoption())).toEqual(['already', 'already', 'adopted', 'adopted']);
    const found = await database.pool.query(`select from cellrelay.event where text like '%"PolicyAdopted"%'`);
    expect(found.rowCount).toBe(numbers.length);
  });

  it('goes on beside whatever else is recorded, and passes over none', async () => {
    const traffic = numbers.map((number) => issueAll(issue, exampleShipment(number), [proposePlan(1)], 'traffic'));
    const [kinds] = await Promise.all([kindsOf(adoption()), ...traffic]);
    expect(kinds).toEqual(['adopted', 'adopted', 'adopted', 'adopted']);
    expect((await verify(database.pool, derivations)).differences).toEqual([]);
  });

  it('pins the holidays of a region that it names; without holidays at hand they go by those of the country', async () => {
    const withHolidays = new IssueCommand(database.shipments, noRelay, reached, holidays);
    for (const number of numbers) await issueAll(withHolidays, exampleShipment(number), [proposePlan(1)], 'planned');
    const inCalifornia = (version: string): Policy => ({ ...next, version, holidayRegions: regions });
    const control = { store: database.shipments, issue };
    expect(await kindsOf(adoption(inCalifornia('site-3'), control))).toContain('adopted');
    expect(await pinned()).not.toContain('US-CA');
    expect(await kindsOf(adoption(inCalifornia('site-4')))).toContain('adopted');
    expect(await pinned()).toContain('US-CA');
    expect((await verify(database.pool, derivations)).differences).toEqual([]);
  });

  it('is what shipments are opened with from then on', async () =>
    expect((await new SitePolicies(database.policies).current()).version).toBe('site-2'));
});
