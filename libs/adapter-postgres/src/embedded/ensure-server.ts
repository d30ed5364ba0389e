import { rmSync } from 'node:fs';
import { endOrphans, endServer, mainOf } from './end-server.js';
import { EmbeddedPostgresError } from './embedded-errors.js';
import { type Home } from './home.js';
import { launch, type Launched, type ServerSettings } from './launch.js';
import { resetAdminPassword } from './lost-passwords.js';
import { portFor } from './ports.js';
import { postmasterFile, readPostmasterFile } from './postmaster-file.js';
import { answersSignals, birthOf } from './processes.js';
import { knock, type Answer } from './sign-in.js';
import { waitMs } from './waiting.js';

/** A server that answered on this port for this cluster. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
}

/** What a server is brought up with. `port` is demanded at a restart, when addresses were given out already. */
export interface ServerWish {
  readonly home: Home;
  readonly adminPassword: string;
  readonly settings: ServerSettings;
  readonly log: (line: string) => void;
  readonly port?: number;
}

const TRIES = 8;
const KNOCK_EVERY_MS = 40;
/** How long each unhelpful answer is put up with. A server that says it is recovering is at work, and stopping it would only begin that anew. */
const PATIENCE_MS = { busy: 600_000, refused: 30_000, mute: 4_000 } as const;

type Settled = 'ready' | 'gone' | 'hung' | 'wrong-password';

/**
 * Answers with the server of this cluster: the one that runs, when it is well, else a new one. A server that is dying is waited for, one that hangs is ended.
 *
 * @throws EmbeddedPostgresError `start-failed` with the end of the server's log
 */
export async function ensureServer(wish: ServerWish): Promise<RunningServer> {
  let said = '';
  for (let left = TRIES; left > 0; left -= 1) {
    const [running] = mainOf(wish.home.cluster);
    const tried = running === undefined ? await tryNew(wish) : await tryRunning(wish, running);
    if (typeof tried !== 'string') return tried.server;
    said = tried === '' ? said : tried;
    if (tried !== '' && !worthAnotherTry(tried)) break;
  }
  throw new EmbeddedPostgresError(
    'start-failed',
    `The packaged PostgreSQL does not start on ${wish.home.cluster}. The end of its log (${wish.home.logFile}): ${said.slice(-1_200)}`,
  );
}

/** A server, or, when there is none yet, what a new one said before it ended ('' of one that was there or is to be tried again in any case). */
type Tried = { readonly server: RunningServer } | string;

async function tryRunning(wish: ServerWish, pid: number): Promise<Tried> {
  const settled = await settle(wish, pid, () => false);
  if (settled !== 'ready') await prepareNextTry(wish, settled);
  return settled === 'ready' ? serverAt(wish, pid, true) : '';
}

async function tryNew(wish: ServerWish): Promise<Tried> {
  const launched = await launchAnew(wish);
  const settled = launched.pid === undefined ? 'gone' : await settle(wish, launched.pid, launched.ended);
  if (settled === 'ready' && launched.pid !== undefined) return serverAt(wish, launched.pid, false);
  await prepareNextTry(wish, settled);
  return settled === 'gone' ? launched.said() || 'nothing' : '';
}

/** What answered a moment ago may be gone by now: then there is none yet. */
function serverAt(wish: ServerWish, pid: number, adopted: boolean): Tried {
  const port = readPostmasterFile(wish.home.cluster)?.port;
  return port === undefined ? '' : { server: { pid, port, adopted } };
}

async function launchAnew(wish: ServerWish): Promise<Launched> {
  await endOrphans(wish.home.cluster);
  removeLeftOver(wish.home.cluster);
  return launch(wish.home, wish.port ?? (await portFor(wish.home.dataFolder)), wish.settings);
}

/**
 * The file of a dead server names a number that some other program may carry by now (or a dead process nobody has collected); PostgreSQL would take that for
 * itself and not start. A file whose number nobody carries is left to PostgreSQL, which looks further. No process of this cluster is left when this is called.
 */
function removeLeftOver(cluster: string): void {
  const file = readPostmasterFile(cluster);
  if (file === undefined || mainOf(cluster).length > 0) return;
  if (answersSignals(file.pid)) rmSync(postmasterFile(cluster), { force: true });
}

async function settle(wish: ServerWish, pid: number, ended: () => boolean): Promise<Settled> {
  const since = new Map<Answer, number>();
  for (;;) {
    if (ended() || birthOf(pid) === undefined) return 'gone';
    const answer = await ask(wish, pid);
    if (answer === 'ready' || answer === 'wrong-password') return answer;
    const first = since.get(answer) ?? performance.now();
    since.set(answer, first);
    if (performance.now() - first > PATIENCE_MS[answer]) return 'hung';
    await waitMs(KNOCK_EVERY_MS);
  }
}

/** Knocks only where our own process says that it listens: until then another program might answer on that port. */
async function ask(wish: ServerWish, pid: number): Promise<Exclude<Answer, 'another'>> {
  const file = readPostmasterFile(wish.home.cluster);
  if (file?.pid !== pid || file.port === undefined) return 'refused';
  const answer = await knock(file.port, wish.adminPassword, wish.home.cluster);
  return answer === 'another' ? 'refused' : answer;
}

/** Another program took the port between our look and the start, or the dead server's memory was not yet free. */
function worthAnotherTry(said: string): boolean {
  return /could not bind|Address already in use|shared memory block|lock file "postmaster.pid"/.test(said);
}

async function prepareNextTry(wish: ServerWish, settled: Settled): Promise<void> {
  if (settled === 'hung') wish.log('PostgreSQL runs but does not answer: it is stopped and started again.');
  if (settled !== 'gone') await endServer(wish.home.cluster, wish.log, settled === 'hung');
  if (settled === 'wrong-password') resetAdminPassword(wish.home, wish.adminPassword, wish.log);
  await waitMs(200);
}
