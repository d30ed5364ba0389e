import { atTheEnd, undoAll, undoWhenInterrupted } from '../bench/ground/undo.js';
import { scenarioFiles } from '../support/scenarios.js';
import { printed } from '../support/wish-refused.js';
import { playControls } from './controls.js';
import { Lane } from './ground/lane.js';
import { removeRun, runFolder } from './ground/run-folder.js';
import { Crew } from './process/crew.js';
import { Tally } from './report/tally.js';
import { playRounds, type LaneCrew, type Score } from './rounds.js';
import { wishOf, type Wish } from './wish.js';

const noScore: Score = { passed: 0, failed: 0, undisturbed: 0 };

/** Opens the lanes, plays the controls and the rounds, and prints what fell how often. */
async function main(wish: Wish): Promise<Score> {
  const beganMs = performance.now();
  const files = scenarioFiles.filter((name) => name.includes(wish.only));
  const folder = await runFolder();
  atTheEnd(() => removeRun(folder));
  const lanes = await Promise.all(Array.from({ length: wish.lanes }, (_, at) => laneIn(folder, at)));
  const seeds = [...new Set(wish.rounds.map(({ seed }) => seed))].join(' and ');
  console.log(`${wish.rounds.length} rounds of ${files.length} scenarios, ${wish.lanes} at a time, seed ${seeds}`);
  const controls = wish.rounds.length === 1 ? noScore : await controlled(lanes);
  const tally = new Tally();
  const rounds = await playRounds(lanes, wish, { files, tally });
  const seconds = Math.round((performance.now() - beganMs) / 1_000);
  console.log(`\nwhat fell, and what was needed, in ${seconds} s (seed ${seeds})`);
  for (const line of tally.lines()) console.log(line);
  const { length } = wish.rounds;
  console.log(`\n${length - rounds.undisturbed} of ${length} rounds were disturbed, ${rounds.undisturbed} were not`);
  return { ...rounds, passed: controls.passed + rounds.passed, failed: controls.failed + rounds.failed };
}

async function laneIn(folder: string, number: number): Promise<LaneCrew> {
  const lane = await Lane.open(folder, number);
  atTheEnd(() => lane.close());
  const players = { lane, crew: new Crew() };
  atTheEnd(() => players.crew.leave());
  return players;
}

async function controlled([first]: readonly LaneCrew[]): Promise<Score> {
  if (first === undefined) throw new Error('no lane');
  const controls = await playControls({ ...first, tally: new Tally() });
  for (const { name, missed } of controls)
    console.log(`${missed === null ? 'ok    ' : 'FAILED'} control: ${name}${missed === null ? '' : `: ${missed}`}`);
  await first.crew.leave();
  first.crew = new Crew();
  const failed = controls.filter(({ missed }) => missed !== null).length;
  return { ...noScore, passed: controls.length - failed, failed };
}

undoWhenInterrupted();
let score: Score = { ...noScore, failed: 1 };
try {
  score = await main(wishOf(process.argv.slice(2)));
} catch (error) {
  console.error(printed(error));
} finally {
  await undoAll();
}
console.log(`\n${score.passed} passed, ${score.failed} failed`);
process.exitCode = score.failed === 0 && score.passed > 0 ? 0 : 1;
