import { scenarioIn } from '../support/scenarios.js';
import { blowInWords } from './plan/blow.js';
import { copiesOf } from './plan/copies.js';
import { planOf, type RoundPlan } from './plan/round-plan.js';
import { Crew } from './process/crew.js';
import type { Lane } from './ground/lane.js';
import { playRound, type Played } from './round.js';
import { type Tally } from './report/tally.js';
import type { Wish } from './wish.js';

/** How many passed and failed, and on how many no blow fell. */
export interface Score {
  passed: number;
  failed: number;
  undisturbed: number;
}

/** Servers, and who lives on from round to round there. */
export interface LaneCrew {
  readonly lane: Lane;
  crew: Crew;
}

/** Plays the rounds, each in the first lane that is free; counts what fell in the tally. */
export async function playRounds(
  lanes: readonly LaneCrew[],
  { rounds }: Pick<Wish, 'rounds'>,
  { files, tally }: { readonly files: readonly string[]; readonly tally: Tally },
): Promise<Score> {
  const score: Score = { passed: 0, failed: 0, undisturbed: 0 };
  const left = [...rounds];
  const playInLane = async (lane: LaneCrew): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const { findings, fell } = await playOne(lane, planOf(name, files), tally);
      if (findings.length === 0) score.passed += 1;
      else score.failed += 1;
      if (fell === 0) score.undisturbed += 1;
    }
  };
  await Promise.all(lanes.map(playInLane));
  return score;
}

async function playOne(lane: LaneCrew, plan: RoundPlan, tally: Tally): Promise<Played> {
  const beganMs = performance.now();
  const copies = copiesOf(scenarioIn(plan.file));
  const played = await playRound({ ...lane, tally }, plan, copies).catch((error: unknown): Played => ({
    findings: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    fell: 0,
  }));
  const { findings, fell } = played;
  const took = ((performance.now() - beganMs) / 1_000).toFixed(1);
  const blows = plan.blows.map(({ blow }) => blowInWords(blow)).join(', ');
  const verdict = findings.length === 0 ? 'ok    ' : 'FAILED';
  console.log(
    `${verdict} round ${plan.name.number} of ${plan.name.seed}, ${took} s: ${plan.file} x ${copies.length} on ${plan.backend}${plan.allAtOnce ? ', all at once' : ''}; ${blows}${fell === 0 ? '; undisturbed: none of it fell' : ''}`,
  );
  if (findings.length > 0)
    await tellFailure(lane, findings, `npm run test:kill -- --seed ${plan.name.seed} --round ${plan.name.number}`);
  return played;
}

/** Tells what was found, and has new processes for the next round: nothing of a failed one may live on. */
async function tellFailure(lane: LaneCrew, findings: readonly string[], again: string): Promise<void> {
  for (const each of findings.slice(0, 12)) console.log(`       ${each}`);
  if (findings.length > 12) console.log(`       and ${findings.length - 12} more`);
  for (const line of lane.crew.posts.flatMap((post) => post.process.lines.slice(-6)))
    console.log(`       | ${line.slice(0, 300)}`);
  console.log(`       alone again: ${again}`);
  await lane.crew.leave();
  lane.crew = new Crew();
}
