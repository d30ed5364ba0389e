import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { messageOf } from '@cellrelay/kernel';
import type { Scenario } from '../../apps/ops/src/replay/scenario/scenario.js';
import { airports } from '../support/scenarios.js';
import { DeskBook } from './desk/desk-book.js';
import { BellRinger, losing } from './drive/bell-ringer.js';
import { Conductor } from './drive/conductor.js';
import { persist } from './drive/persist.js';
import { ShipmentCopy } from './drive/shipment-copy.js';
import { readLog, Steps } from './drive/steps.js';
import type { Lane } from './ground/lane.js';
import { openGround, type RoundGround } from './ground/round-ground.js';
import { deskFindings, lineFindings, logFindings } from './judge/findings.js';
import { leftOver, verifyFindings } from './judge/left-over.js';
import { wantedOf, type Wanted } from './judge/wanted.js';
import { Disturber } from './plan/disturber.js';
import type { RoundPlan } from './plan/round-plan.js';
import type { Crew } from './process/crew.js';
import type { Tally } from './report/tally.js';

/** What holds in a round. Controls take a protection away. */
export interface Rules {
  /** Desks act once under a key. */
  readonly honoursKeys: boolean;
  /** Bells that were not answered are hung again. */
  readonly hangsAgain: boolean;
  /** The queue forgets some bells, though it said that they hang. */
  readonly losesBells: boolean;
  /** A round in which nothing has moved for so long is stuck. */
  readonly patienceMs: number;
}

export const usualRules: Rules = { honoursKeys: true, hangsAgain: true, losesBells: false, patienceMs: 30_000 };

/** Where rounds are played, and by whom. */
export interface Players {
  readonly lane: Lane;
  readonly crew: Crew;
  /** Counts what fell, and which protection was needed. */
  readonly tally: Tally;
}

/** What one round is played with. */
interface Round {
  readonly plan: Pick<RoundPlan, 'backend' | 'blows' | 'allAtOnce' | 'chance'>;
  readonly copies: readonly Scenario[];
  readonly wanted: readonly Wanted[];
  readonly rules: Rules;
  readonly ground: RoundGround;
  readonly book: DeskBook;
  readonly steps: Steps;
  readonly ringer: BellRinger;
}

/** What came of a round. */
export interface Played {
  /** All that is not as if nothing had happened; empty when nothing is. */
  readonly findings: readonly string[];
  /** How many blows fell: with none it was undisturbed, and shows nothing. */
  readonly fell: number;
}

/** Plays the copies of a scenario while the blows fall. */
export async function playRound(
  players: Players,
  plan: Round['plan'],
  copies: readonly Scenario[],
  rules: Rules = usualRules,
): Promise<Played> {
  const wanted = await Promise.all(copies.map(wantedOf));
  const ground = await openGround(players.lane, plan.backend);
  try {
    const [{ script }] = copies as [Scenario];
    const book = new DeskBook(rehearsalDesks(script, airports), rules.honoursKeys);
    const steps = new Steps(ground.pool, players.crew.api);
    const ringer = new BellRinger(rules.losesBells ? losing(ground.bell) : ground.bell, rules.hangsAgain);
    return await disturbed(players, { plan, copies, wanted, rules, ground, book, steps, ringer });
  } finally {
    await persist(() => ground.close(), 5_000).catch(() => undefined);
  }
}

async function disturbed(players: Players, round: Round): Promise<Played> {
  const { lane, crew, tally } = players;
  const { plan, ground, book } = round;
  lane.desks.serve(book, () => plan.chance.whole(0, 12));
  const { database } = ground;
  const forgetBells = (): Promise<void> => ground.forgetBells();
  const disturber = new Disturber({ lane, crew, database, tally, forgetBells }, plan);
  crew.tell({
    stops: (process) => disturber.stops(process),
    heard: (line) => countHeard(line, tally),
  });
  await crew.begin({ urls: database, redisUrl: ground.redisUrl, deskUrl: lane.desks.url });
  const stuck = await playedOut(round, disturber, tally);
  await disturber.end();
  await crew.end();
  const findings = [...stuck, ...(await judged(round)), ...crew.surprises];
  await persist(() => countNeeded(round, tally));
  return { findings, fell: disturber.fell };
}

async function playedOut(round: Round, disturber: Disturber, tally: Tally): Promise<readonly string[]> {
  const { ground, steps, ringer, rules } = round;
  const all = round.wanted.reduce((sum, { moments }) => sum + moments, 0);
  const conductor = new Conductor({
    copies: round.copies.map((scenario) => new ShipmentCopy(scenario, (step) => steps.take(scenario, step))),
    pool: ground.pool,
    clock: ground.clock,
    ringer,
    allAtOnce: round.plan.allAtOnce,
    patienceMs: rules.patienceMs,
    came: (begun) => disturber.came(begun / all),
  });
  try {
    await conductor.play();
    return [];
  } catch (error) {
    return [messageOf(error)];
  } finally {
    tally.atMost('the longest standstill, in ms', Math.round(conductor.longestStandstillMs));
  }
}

async function judged({ plan, copies, wanted, ground, book }: Round): Promise<readonly string[]> {
  const { pool } = ground;
  const logs = await Promise.all(copies.map(({ shipment }) => persist(() => readLog(pool, shipment))));
  const compare = plan.allAtOnce ? lineFindings : logFindings;
  const books = new Map(wanted.flatMap((each) => [...each.book]));
  return [
    ...wanted.flatMap(({ log }, at) => compare(log, logs[at] ?? [])),
    ...deskFindings(books, book),
    ...(await persist(() => verifyFindings(pool, copies.length))),
    ...(await persist(() => leftOver(pool))),
  ];
}

function countHeard(line: string, tally: Tally): void {
  if (line.includes('its outcome was recorded before')) tally.add(needed('outcomes reported a second time'));
}

async function countNeeded({ ground, book, steps, ringer }: Round, tally: Tally): Promise<void> {
  const calls = [...book.lines.values()].reduce((sum, line) => sum + line.calls, 0);
  const found = await ground.pool.query<{ count: number }>('select count(*)::int from cellrelay_kill.taken_over');
  tally.add(needed('second calls of a desk under the same key'), calls - book.lines.size);
  tally.add(needed('leases taken over'), found.rows[0]?.count ?? 0);
  tally.add(needed('lost bells that were hung again'), ringer.lost);
  tally.add(needed('steps sent again under their key'), steps.sentAgain);
}

/** These stand together in the table. */
function needed(what: string): string {
  return `needed: ${what}`;
}
