/**
 * A worker, or an api, in a process of its own that lives on from round to round: told what to open, and by running-process.ts when to close it. Killed as it comes.
 */
import { createLogger } from '@cellrelay/platform';
import { messageOf } from '@cellrelay/kernel';
import { openReplayApi } from '../../../apps/ops/src/replay/run/replay-api.js';
import { openApiStack, openWorkerStack, type StackOptions } from '../../../apps/ops/src/stack/open-stack.js';
import { noRelay } from '@cellrelay/use-cases';
import { quickLeases } from './quick.js';
import { ArmedStrike } from './armed-strike.js';
import { askedDesk } from './asked-desk.js';
import type { ApiAddress, Opening, Said, Told } from './messages.js';

interface OpenParts {
  readonly address: ApiAddress | null;
  close(): Promise<void>;
}

const say = (said: Said, sent: () => void = () => undefined): void => void process.send?.(said, sent);
const strike = new ArmedStrike(say);
const logger = createLogger({ level: 'warn', form: 'pretty', write: (line) => say({ said: 'line', line }) });
let parts: OpenParts | null = null;
let last: Promise<void> = Promise.resolve();

function optionsOf({ urls, redisUrl, deskUrl }: Opening): StackOptions {
  return {
    ...quickLeases,
    urls,
    redisUrl,
    logger,
    script: { seed: 0, lines: [] },
    rehearsal: [askedDesk(deskUrl)],
    // Whoever plays the round hangs the bells: its clock stands still, and each shipment's bells ring in their order.
    sweepEveryMs: null,
    after: noRelay,
    poolSize: 4,
    points: { reach: strike.reach },
    storePoint: strike.reach,
  };
}

async function opened(opening: Opening): Promise<OpenParts> {
  if (opening.role === 'worker') {
    const stack = await openWorkerStack(optionsOf(opening));
    return { address: null, close: () => stack.close() };
  }
  const stack = await openApiStack(optionsOf(opening));
  try {
    const api = await openReplayApi(stack, logger);
    return { address: api, close: () => api.close().finally(() => stack.close()) };
  } catch (error) {
    await stack.close();
    throw error;
  }
}

async function closed(): Promise<Said> {
  const open = parts;
  parts = null;
  await open?.close();
  return { said: 'closed' };
}

async function obey(told: Exclude<Told, { do: 'arm' }>): Promise<Said> {
  if (told.do === 'close') return closed();
  await closed();
  parts = await opened(told.opening);
  const { address } = parts;
  return { said: 'opened', address: address && { url: address.url, account: address.account } };
}

strike.watchStatements();
process.on('disconnect', () => process.exit());
process.on('message', (told: Told) => {
  if (told.do === 'arm') return strike.arm(told.strike);
  last = last.then(() => obey(told)).then(say, (error: unknown) => say({ said: 'failed', reason: messageOf(error) }));
});
