import pg from 'pg';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { openTypesetter } from '@cellrelay/adapter-documents';
import { createLogger } from '@cellrelay/platform';
import { operatorsCoordinator } from '@cellrelay/testkit';
import { BorderRules, entryOf, IssueCommand, nobodyReads, noRelay, type FaultPoint } from '@cellrelay/use-cases';
import { paperFactsOn } from '../../apps/ops/src/stack/api-side.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { paperReportsOn, papersOn } from '../../apps/ops/src/stack/papers-on.js';
import { papersGround, type PapersGround } from '../support/papers-ground.js';

/** Whoever issues papers, or changes what they say, may die at any moment: whoever asks again, and a worker, do the rest. */

let ground: PapersGround;
let owner: pg.Pool;
let worker: Database;
beforeAll(async () => {
  ground = await papersGround();
  const { own } = ground.api;
  owner = new pg.Pool({ connectionString: own.ownerUrl, max: 1 });
  owner.on('error', () => undefined);
  worker = await openDatabase({ url: own.workerUrl, folding });
}, 240_000);
afterAll(async () => {
  await owner.end();
  await worker.close();
  await ground.close();
});

const groundOf = (database: Database) => ({
  rules: new BorderRules(database.rules, database.shipments, () => database.clock.now()),
  entered: paperFactsOn(database),
});

/** Issues papers under that key in a process that dies at that point, if it comes there. */
function issue(key: string, diesAt: FaultPoint | null = null) {
  const { database } = ground.api;
  const points = {
    reach: (point: FaultPoint) =>
      point === diesAt ? Promise.reject(new Error(`the process died ${point}`)) : Promise.resolve(),
  };
  const { issuing } = papersOn(database, groundOf(database), {
    issue: new IssueCommand(database.shipments, noRelay, points),
    // Nothing is set here: no thread is started.
    typesetter: openTypesetter(),
    words: nobodyReads,
    codes: { of: (all) => Promise.resolve(all.map(() => null)), ready: () => Promise.resolve(false) },
    points,
  });
  const acting = { ...operatorsCoordinator, person: 'EXAMPLE Officer' };
  return issuing.issue(ground.shipment, { plan: 1 }, { account: 'officer', idempotencyKey: key, acting });
}

const logged = async () =>
  (await ground.api.database.shipments.log(ground.shipment, 0, 10_000))
    .map(({ text }) => entryOf(text).event.type as string)
    .filter((type) => type.startsWith('Papers'));
const documents = async () =>
  (await owner.query<{ document: string }>('select document from cellrelay.paper_document order by 1')).rows.map(
    (row) => row.document,
  );

/** By the worker's own role: it may look, and make nothing up. */
const reports = () =>
  paperReportsOn(worker, groundOf(worker), {
    issue: new IssueCommand(worker.shipments, noRelay),
    logger: createLogger({ level: 'error', form: 'json', write: () => undefined }),
  });

let hotlines = 0;
/** Somebody enters another telephone that is answered at any hour. */
const entered = () => {
  hotlines += 1;
  return owner.query(
    `insert into cellrelay.paper_fact (kind, about, revision, body, by)
     select kind, about, revision + 1, jsonb_set(body::jsonb, '{hotline}', to_jsonb($1::text))::json, 'EXAMPLE'
     from cellrelay.paper_fact where kind = 'site' and about = 'examples' order by revision desc limit 1`,
    [`+1 555 010 01${10 + hotlines}`],
  );
};

describe('whoever issues papers', () => {
  it('and dies before they are on record leaves what nobody knows of, and the same key issues those', async () => {
    await expect(issue('one', 'after-papers')).rejects.toThrow('died');
    const left = await documents();
    expect(left.length).toBeGreaterThan(10);
    expect(await logged()).toEqual([]);
    const [first] = left;
    const standing = await ground.api.http.get(`/api/v1/papers/${first}/standing`).expect(200);
    expect(standing.body).toEqual({ standing: 'unknown' });
    const given = await issue('one');
    expect(given.ok && given.value.issued.map(({ document }) => document).sort()).toEqual(left);
    expect(await documents()).toEqual(left);
    expect(await logged()).toEqual(['PapersIssued']);
  });

  it('and dies before the answer is answered the same when they ask again, and nothing is issued twice', async () => {
    const before = await logged();
    await expect(issue('two', 'after-commit')).rejects.toThrow('died');
    const given = await issue('two');
    expect(given).toMatchObject({ ok: true, value: { repeated: true } });
    expect(await logged()).toEqual([...before, 'PapersIssued']);
  });
});

describe('what is entered while nobody looks', () => {
  it('is found by the next look, once', async () => {
    await reports().sweep();
    const before = await logged();
    await entered();
    expect(await logged()).toEqual(before);
    await reports().sweep();
    await reports().sweep();
    expect(await logged()).toEqual([...before, 'PapersSuperseded']);
  });

  it('is found by nobody without what its transaction leaves', async () => {
    await issue('three');
    await reports().sweep();
    const before = await logged();
    await entered();
    await owner.query('delete from cellrelay.paper_spread');
    await reports().sweep();
    expect(await logged()).toEqual(before);
  });

  it('is looked for in vain by two at once: it is recorded once', async () => {
    await entered();
    const before = await logged();
    await Promise.all([reports().sweep(), reports().sweep()]);
    await reports().sweep();
    expect(await logged()).toEqual([...before, 'PapersSuperseded']);
  });
});
