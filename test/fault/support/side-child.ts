/** The api's side, or a worker, in a process of its own that may die under way. Started by side-process.ts with what to do in CELLRELAY_TEST_SIDE. */
import { rehearsalDesks } from '@cellrelay/adapter-desks';
import type { FaultPoint } from '@cellrelay/use-cases';
import { airports, openApiStack, openWorkerStack, type StackOptions } from '../../../apps/ops/src/stack/open-stack.js';
import type { SideTask } from './side-process.js';
import { planShipments } from './seats.js';
import { soon, stackOn, sweepEveryMs } from './stacks.js';

const task = JSON.parse(process.env.CELLRELAY_TEST_SIDE ?? '') as SideTask;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let counted = 0;

/** Dies as by a power cut: nothing after this line runs. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
}

function reach(point: FaultPoint): Promise<void> {
  if (task.dies?.at !== point) return Promise.resolve();
  counted += 1;
  return counted === task.dies.count ? die() : Promise.resolve();
}

const told = { push: (line: string) => process.stderr.write(line) } as unknown as string[];
const options: StackOptions = stackOn(task.urls, told, {
  ...soon,
  sweepEveryMs: task.sweeps ? sweepEveryMs : null,
  points: { reach },
  // Every effect outside is said: the test counts them.
  rehearsal: rehearsalDesks({ seed: 1, lines: [] }, airports).map((desk) => ({
    ...desk,
    call: (asked) => {
      if (asked.idempotencyKey === task.poison) return die();
      say(`effect ${asked.idempotencyKey}`);
      return desk.call(asked);
    },
  })),
});

if (task.side === 'api') {
  const { issue } = await openApiStack(options);
  await planShipments(issue, task.plans);
  say('planned');
} else {
  await openWorkerStack(options);
  say('works');
}
