import type { BullmqBell } from '@cellrelay/adapter-bullmq';
import { openApiSide, type ApiSide } from './api-side.js';
import { openBells } from './hung-bells.js';
import { Opened } from './opened.js';
import { sendWhere } from './send-where.js';
import type { StackOptions } from './stack-options.js';
import { openWorkerSide, type WorkerSide } from './worker-side.js';

export { servedBy } from './api-side.js';
export { channelsOf } from './channel-settings.js';
export { airports, everySecond, holidays, type StackOptions } from './stack-options.js';

/** Bells hung in queues, to be closed with the rest. */
interface Closable {
  readonly bell: BullmqBell;
  close(): Promise<void>;
}

/** What takes commands and answers questions. */
export type ApiStack = ApiSide & Closable;

/** What answers bells. */
export type WorkerStack = WorkerSide & Closable;

/** Everything but HTTP, connected and working. */
export type Stack = ApiSide & WorkerSide & Closable;

/** Connects and starts both sides. The database must be migrated. When one part cannot be opened, those before it are closed. */
export function openStack(options: StackOptions): Promise<Stack> {
  return wholeOrNothing(async (opened) => {
    const hung = await openBells(options, opened);
    const api = await openApiSide(options, opened, hung.after);
    const worker = await openWorkerSide(options, opened, hung);
    sendWhere(options, worker, opened);
    return { ...api, ...worker, bell: hung.bell };
  });
}

/** Connects the api's side alone: it hangs bells, and others answer them. */
export function openApiStack(options: StackOptions): Promise<ApiStack> {
  return wholeOrNothing(async (opened) => {
    const hung = await openBells(options, opened);
    return { ...(await openApiSide(options, opened, hung.after)), bell: hung.bell };
  });
}

/** Connects and starts a worker alone. As many of them as one likes share the bells. */
export function openWorkerStack(options: StackOptions): Promise<WorkerStack> {
  return wholeOrNothing(async (opened) => {
    const hung = await openBells(options, opened);
    const worker = await openWorkerSide(options, opened, hung);
    sendWhere(options, worker, opened);
    return { ...worker, bell: hung.bell };
  });
}

async function wholeOrNothing<Parts>(
  open: (opened: Opened) => Promise<Parts>,
): Promise<Parts & { readonly close: () => Promise<void> }> {
  const opened = new Opened();
  try {
    return { ...(await open(opened)), close: () => opened.end() };
  } catch (error) {
    await opened.end().catch(() => undefined);
    throw error;
  }
}
