import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { AnswerBell, DeskDirectory, IssueCommand, noRelay, reached, type AgendaStore } from '@cellrelay/use-cases';
import { airports } from '../../apps/ops/src/stack/open-stack.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { eventually } from './support/eventually.js';
import { callsOfPlan, planShipments, recorded } from './support/seats.js';

let where: ThrowAwayDatabase;
let databases: readonly Database[] = [];
let asked: string[] = [];
let answer: () => void = () => undefined;
let answered: Promise<void>;

beforeEach(async () => {
  where = await throwAwayDatabase();
  databases = [await opened(), await opened()];
  asked = [];
  answered = new Promise((resolve) => (answer = resolve));
  await planShipments(new IssueCommand(databases[0]!.shipments, noRelay), 1);
});
afterEach(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await where.drop();
});

const opened = (): Promise<Database> => openDatabase({ url: where.workerUrl, folding });

/** A worker on a pool of its own. Its airline notes under which key it was asked, and answers when the test lets it. */
function worker(database: Database, agenda: AgendaStore): AnswerBell {
  const slow = rehearsalDesks({ seed: 1, lines: [] }, airports).map((desk) => ({
    ...desk,
    call: async (call: Parameters<typeof desk.call>[0]) => {
      asked.push(call.idempotencyKey);
      await answered;
      return desk.call(call);
    },
  }));
  return new AnswerBell({
    agenda,
    issue: new IssueCommand(database.shipments, noRelay),
    desks: new DeskDirectory(database.shipments, { real: [], rehearsal: slow }),
    points: reached,
    failed: () => undefined,
  });
}

/** Both look at each of the two calls, the second while the first is at it, as two jobs of one item have them do: a queue that was lost and hung anew gives such. */
async function bothLook(agendaOf: (database: Database) => AgendaStore): Promise<void> {
  const due = await databases[0]!.agenda.due({ fromMs: null, toMs: 0 }, 100);
  const calls = due.filter(({ stage, does }) => stage === 'flight-booking' && does === 'call');
  const [first, second] = databases.map((database) => worker(database, agendaOf(database)));
  const atIt = calls.map(({ id, revision }) => first!.answer(id, revision));
  await eventually(() => Promise.resolve(asked.length === callsOfPlan));
  let seen = 0;
  const looks = calls.map(({ id, revision }) => second!.answer(id, revision).finally(() => (seen += 1)));
  await eventually(() => Promise.resolve(seen === callsOfPlan || asked.length === 2 * callsOfPlan));
  answer();
  await Promise.all([...atIt, ...looks]);
}

/** A lease that anybody is given, whoever has it. */
function forAnybody(database: Database): AgendaStore {
  const { agenda, pool } = database;
  return {
    ...withMethods(agenda),
    lease: async (id, revision) => {
      await pool.query('update cellrelay.agenda_item set lease_until = null, lease_token = null where id = $1', [id]);
      return agenda.lease(id, revision);
    },
  };
}

function withMethods(agenda: AgendaStore): AgendaStore {
  return {
    lease: (...told) => agenda.lease(...told),
    handBack: (...told) => agenda.handBack(...told),
    release: (...told) => agenda.release(...told),
    park: (...told) => agenda.park(...told),
    unpark: (...told) => agenda.unpark(...told),
    due: (...told) => agenda.due(...told),
  };
}

describe('two workers that look at one item at once', () => {
  it('call its desk once: the lease decides whose it is', async () => {
    await bothLook(({ agenda }) => agenda);
    expect(asked).toHaveLength(callsOfPlan);
    expect(await recorded(databases[0]!.pool, exampleShipment())).toMatchObject({ SeatsHeld: callsOfPlan });
  });

  it('both call it where a lease is no obstacle, the control; what they record is recorded once even so', async () => {
    await bothLook(forAnybody);
    expect(asked).toHaveLength(2 * callsOfPlan);
    expect(new Set(asked).size).toBe(callsOfPlan);
    expect(await recorded(databases[0]!.pool, exampleShipment())).toMatchObject({ SeatsHeld: callsOfPlan });
  });
});
