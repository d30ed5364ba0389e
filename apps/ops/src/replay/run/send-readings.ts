import { readingsIn } from '../scenario/readings-step.js';
import type { Step } from '../scenario/scenario.js';
import type { StepOutcome } from './replay-world.js';

/** Asks the API as whoever is signed in. */
export type Ask = (path: string, body: object, headers?: Readonly<Record<string, string>>) => Promise<Response>;

interface Taken {
  readonly kept: number;
  readonly known: number;
  readonly refused: readonly { readonly code: string; readonly sentence: string }[];
}

/** Sends a step's readings as the device would, by a token of its own. Refused is said where all of them were, by the first one's code. */
export async function sendAsDevice(step: Step, ask: Ask): Promise<StepOutcome> {
  const { logger, readings, answer } = readingsIn(step.body);
  const headers = { authorization: `Bearer ${await tokenFor(logger, ask)}` };
  const told = await ask('/readings', { readings }, headers);
  if (!told.ok) throw new Error(`the API did not take readings: ${told.status} ${await told.text()}`);
  const { kept, known, refused } = (await told.json()) as Taken;
  const counted = { kept, known, refused: refused.length };
  const [first] = refused;
  if (first !== undefined && refused.length === readings.length) return { kind: 'refused', ...first };
  if (JSON.stringify(counted) === JSON.stringify(answer)) return { kind: 'accepted' };
  const sentence = `${JSON.stringify(counted)} was answered, where ${JSON.stringify(answer)} was expected; first: ${first?.sentence ?? 'none refused'}`;
  return { kind: 'refused', code: 'answered-otherwise', sentence };
}

/** A device that is registered already is given another one. */
async function tokenFor(logger: string, ask: Ask): Promise<string> {
  const made = await ask('/loggers', { id: logger });
  const answer = made.status === 409 ? await ask(`/loggers/${encodeURIComponent(logger)}/token`, {}) : made;
  if (!answer.ok) throw new Error(`the API did not register ${logger}: ${answer.status}`);
  return ((await answer.json()) as { readonly token: string }).token;
}
