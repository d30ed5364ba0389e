import type { ShipmentId } from '@cellrelay/kernel';
import { MemoryWords } from '@cellrelay/testkit';
import { toldTo, type StoredEntry } from '@cellrelay/use-cases';
import { dryRun } from './dry-world.js';
import { answersOf, boardOf, standingAs } from './one-board.js';
import { scenarioIn } from './scenarios.js';
import { after } from './twice-told.js';

/** Plays a history twice, once with its prose sealed: the same is decided, recorded and answered, and what is sealed says the same when it is told. */
export async function expectSealedAlike(name: string): Promise<void> {
  const scenario = scenarioIn(name);
  const words = new MemoryWords();
  const told = async (value: unknown): Promise<unknown> => stops(await toldTo(words, 'operator', value));
  const [plain, sealed] = [await dryRun(scenario), await dryRun(scenario, undefined, words)];
  const boards = [await board(scenario.shipment, sealed.log), await board(scenario.shipment, plain.log)];
  expect(await told(sealed.taken)).toEqual(stops(plain.taken));
  expect(await told(events(sealed.log))).toEqual(stops(events(plain.log)));
  expect(await told(boards[0])).toEqual(stops(boards[1]));
}

/** Within brackets the core takes the full stop off words in one place and leaves it in another. */
function stops(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('.)', ')'));
}

function events(log: readonly StoredEntry[]): readonly unknown[] {
  return log.map(({ text }) => JSON.parse(text) as unknown);
}

/** What the operator reads of it at its end. */
async function board(shipment: ShipmentId, log: readonly StoredEntry[]): Promise<unknown> {
  const of = boardOf(shipment, after(log, log.length), log);
  return JSON.parse(await answersOf(of.as(standingAs('operator/coordinator')), shipment)) as unknown;
}
