import { watchingOf } from '../watching/watching.js';
import type { Opened } from './opened.js';
import { openPress } from './papers-on.js';
import { preparingOn } from './requests-on.js';
import { sendingFrom } from './sending-of.js';
import type { StackOptions } from './stack-options.js';
import type { WorkerSide } from './worker-side.js';

/** Starts telling, where this process has channels; it ends before what it needs. */
export function sendWhere(
  options: StackOptions,
  { worker, paperReports: reports }: Pick<WorkerSide, 'worker' | 'paperReports'>,
  opened: Opened,
): void {
  const { channels, keysFolder: folder } = options;
  if (channels === undefined) return;
  const keysFolder = folder ?? null;
  const { typesetter } = openPress(opened, options.points);
  const prepare = preparingOn(worker, { typesetter, keysFolder, reports });
  const sending = sendingFrom(worker, { settings: channels, keysFolder, prepare, ...watchingOf(options) });
  opened.add(() => sending.close());
}
