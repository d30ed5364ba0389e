import { createRequire } from 'node:module';
import { randomBytes } from 'node:crypto';
import { inThread } from '../threads/in-thread.js';
import { oneAtATime, TooManyWait } from '../threads/one-at-a-time.js';

/** Argon2id of RFC 9106, above the least that OWASP names (19 MiB, two passes): 180 ms on the slowest machine we run on. */
export const hashCost = { memoryKiB: 32_768, passes: 3, lanes: 1, bytes: 32 } as const;

/** Waiting for a hash is bounded, or a flood of sign-ins would fill memory with people who have long gone. */
const longestQueue = 16;

/** More sign-ins are waiting than will be served in good time. */
export class HashingBusy extends Error {}

/** Hashes and verifies passwords, one at a time and off the main thread, so that bells ring on time meanwhile. */
export interface Passwords {
  /** The encoded argon2id hash, parameters and salt included. Throws HashingBusy. */
  hash(password: string): Promise<string>;
  /** Whether the password fits. With null (no such account) it takes as long and says no. Throws HashingBusy. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** Passwords hashed in a thread of their own; `cost` is lowered by tests only. */
export function createPasswords(cost: { memoryKiB: number; passes: number } = hashCost): Passwords {
  const next = oneAtATime(longestQueue);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    next(work).catch((error: unknown) => {
      throw error instanceof TooManyWait ? new HashingBusy() : error;
    });
  const hash = (password: string): Promise<string> =>
    inTurn(() => hashing({ ask: 'hash', ...hashOf(password, cost) }).then(String));
  let nobody: string | undefined;
  return {
    hash,
    verify: async (password, stored) => {
      nobody ??= await hash(randomBytes(16).toString('hex'));
      const given = { password: normal(password), hash: stored ?? nobody };
      const fits = await inTurn(() => hashing({ ask: 'verify', given }));
      return stored !== null && fits === true;
    },
  };
}

function hashOf(password: string, cost: { memoryKiB: number; passes: number }): { given: Record<string, unknown> } {
  const size = {
    iterations: cost.passes,
    memorySize: cost.memoryKiB,
    parallelism: hashCost.lanes,
    hashLength: hashCost.bytes,
  };
  return { given: { password: normal(password), salt: randomBytes(16), ...size, outputType: 'encoded' } };
}

/** The same password typed on two keyboards may be composed differently (NIST SP 800-63B, 5.1.1.2). */
function normal(password: string): string {
  return password.normalize('NFKC');
}

/** A thread per hash: it starts in some 40 ms and gives its 32 MiB back when it ends. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { argon2id, argon2Verify } = require(workerData.library);
  const work = workerData.ask === 'hash' ? argon2id(workerData.given) : argon2Verify(workerData.given);
  work.then((answer) => parentPort.postMessage(answer));
`;

function hashing(data: { ask: 'hash' | 'verify'; given: Record<string, unknown> }): Promise<unknown> {
  const library = createRequire(import.meta.url).resolve('hash-wasm');
  return inThread(program, { ...data, library }).answered;
}
