import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBinaries, program, type Binaries } from './binaries.js';
import { readIfThere, writeDurably } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-errors.js';
import { chooseRunners, ownerOfFiles, runs, type RunAs, type Runners } from './run-as.js';

/** Where the server of one data folder lives, and as whom it runs. `folder` holds the cluster and its log, and nothing else may be there. */
export interface Home {
  readonly dataFolder: string;
  readonly folder: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly runners: Runners;
}

/**
 * Finds or makes the place for the server of this data folder (a real path, held by this process): inside it, or, where only `nobody` may run PostgreSQL,
 * under the system's temporary folder.
 *
 * @throws EmbeddedPostgresError when an earlier start left its cluster elsewhere, under another user, or when it is gone: never begins an empty one beside it
 */
export function openHome(dataFolder: string, log: (line: string) => void): Home {
  const packaged = findBinaries();
  const runners = chooseRunners(packaged);
  const folder = runners.server.kind === 'nobody' ? folderForNobody(dataFolder, log) : ownFolder(dataFolder);
  const binaries = runners.server.kind === 'nobody' ? reachableBinaries(packaged, folder) : packaged;
  const home: Home = {
    dataFolder,
    folder,
    cluster: path.join(folder, 'cluster'),
    logFile: path.join(folder, 'postgres.log'),
    binaries,
    runners,
  };
  checkWhereItWas(home);
  checkOwner(home);
  return home;
}

/** Where the running server of a data folder keeps its cluster, as its start noted it down. */
export function clusterOf(dataFolder: string): string | undefined {
  const noted = readIfThere(noteFile(dataFolder));
  return noted === undefined ? undefined : path.join(path.resolve(dataFolder, noted.trim()), 'cluster');
}

/** Notes down where the cluster is; to be called once it is whole. A folder inside is noted relative, so that the data folder may be moved. */
export function noteWhereItIs(home: Home): void {
  const note = home.folder === path.join(home.dataFolder, 'postgres') ? 'postgres' : home.folder;
  if (readIfThere(noteFile(home.dataFolder))?.trim() !== note) writeDurably(noteFile(home.dataFolder), `${note}\n`);
}

/** Gives a file or folder to whom the server runs as. */
export function handOver(as: RunAs, file: string): void {
  const owner = ownerOfFiles(as);
  if (as.kind === 'nobody' && owner !== undefined) chownSync(file, owner, owner);
}

function noteFile(dataFolder: string): string {
  return path.join(dataFolder, 'postgres-is-in');
}

function ownFolder(dataFolder: string): string {
  const folder = path.join(dataFolder, 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function folderForNobody(dataFolder: string, log: (line: string) => void): string {
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const folder = path.join(os.tmpdir(), `cellrelay-postgres-${mark}`);
  const nobody: RunAs = { kind: 'nobody' };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const owner = ownerOfFiles(nobody);
  const ours = found.isDirectory() && (found.uid === 0 || found.uid === owner) && (found.mode & 0o077) === 0;
  if (!ours)
    throw new EmbeddedPostgresError(
      'data-folder-unusable',
      `${folder} was made by somebody else: remove it, or set TMPDIR to another folder.`,
    );
  handOver(nobody, folder);
  log(
    `PostgreSQL cannot run as root and user namespaces are refused here: it runs as nobody, with its data in ${folder}, which a reboot may empty.`,
  );
  return folder;
}

/** Under a home that only root may enter `nobody` cannot run the packaged programs: it gets a copy. */
function reachableBinaries(packaged: Binaries, folder: string): Binaries {
  const nobody: RunAs = { kind: 'nobody' };
  if (runs(nobody, program(packaged, 'postgres'), ['--version'])) return packaged;
  const root = path.join(folder, `programs-${packaged.release}`);
  if (!existsSync(root)) copyWhole(packaged.root, root);
  const copied = { ...packaged, root };
  if (runs(nobody, program(copied, 'postgres'), ['--version'])) return copied;
  throw new EmbeddedPostgresError(
    'binaries-do-not-run',
    `User nobody can run PostgreSQL neither in ${packaged.root} nor in ${root}.`,
  );
}

function copyWhole(from: string, to: string): void {
  const making = `${to}.making`;
  rmSync(making, { recursive: true, force: true });
  cpSync(from, making, { recursive: true, verbatimSymlinks: true });
  handOver({ kind: 'nobody' }, making);
  renameSync(making, to);
}

function checkWhereItWas(home: Home): void {
  const was = clusterOf(home.dataFolder);
  if (was === undefined) return;
  if (!existsSync(path.join(was, 'PG_VERSION'))) {
    throw new EmbeddedPostgresError(
      'data-gone',
      `The database of ${home.dataFolder} was in ${was} and is no longer there. Bring it back, or, to begin with an empty one, delete ${noteFile(home.dataFolder)}.`,
    );
  }
  if (was !== home.cluster) throw ofAnotherUser(home, was, statSync(was).uid);
}

function checkOwner(home: Home): void {
  const found = statSync(home.cluster, { throwIfNoEntry: false });
  const mine = ownerOfFiles(home.runners.server);
  if (found !== undefined && mine !== undefined && found.uid !== mine)
    throw ofAnotherUser(home, home.cluster, found.uid);
}

function ofAnotherUser(home: Home, cluster: string, owner: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-of-another-user',
    `The database of ${home.dataFolder} is in ${cluster} and belongs to user ${owner}; this start would run PostgreSQL as user ` +
      `${ownerOfFiles(home.runners.server)} in ${home.folder}. Start as the user that made it, or name another folder in CELLRELAY_DATA.`,
  );
}
