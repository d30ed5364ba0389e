import { birthOf, serversOf, signal } from './processes.js';
import { readPostmasterFile } from './postmaster-file.js';
import { until } from './waiting.js';

/** How long each way of stopping is given. A fast stop writes everything out first; what an immediate one leaves is recovered at the next start. */
const GENTLY = [
  { signal: 'SIGINT', withinMs: 20_000, name: 'fast' },
  { signal: 'SIGQUIT', withinMs: 8_000, name: 'immediate' },
  { signal: 'SIGKILL', withinMs: 5_000, name: 'killing' },
] as const;
/** For a server that has shown that it hears nothing any more. */
const HURRIEDLY = GENTLY.slice(1).map((way) => ({ ...way, withinMs: 2_000 }));

/**
 * Ends the server of this cluster, first gently: when it answers, no process of it is left. Touches no process but those that run on this cluster.
 * Committed rows survive each way.
 */
export async function endServer(cluster: string, log: (line: string) => void, hung = false): Promise<void> {
  for (const way of hung ? HURRIEDLY : GENTLY) {
    const left = way.signal === 'SIGKILL' ? serversOf(cluster) : mainOf(cluster);
    left.forEach((pid) => signal(pid, way.signal));
    const gone = (): boolean => left.every((pid) => birthOf(pid) === undefined) && serversOf(cluster).length === 0;
    if (await until(gone, way.withinMs)) return;
    log(
      `PostgreSQL did not end within ${way.withinMs / 1000} s of a ${way.name} stop (processes ${serversOf(cluster).join(', ')}).`,
    );
  }
}

/** After the main process has died its others end by themselves, as soon as they notice; what does not within the time is killed. */
export async function endOrphans(cluster: string): Promise<void> {
  if (await until(() => serversOf(cluster).length === 0, 3_000)) return;
  serversOf(cluster).forEach((pid) => signal(pid, 'SIGKILL'));
  await until(() => serversOf(cluster).length === 0, 5_000);
}

/** The main process of the server that runs on this cluster, if one does: the file names it, and the process itself confirms it. */
export function mainOf(cluster: string): number[] {
  const named = readPostmasterFile(cluster)?.pid;
  return named !== undefined && serversOf(cluster).includes(named) ? [named] : [];
}
