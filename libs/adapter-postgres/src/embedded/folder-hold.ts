import { randomBytes, randomInt } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readIfThere, writeDurably } from './data-folder.js';
import { DataFolderInUse, type FolderHolder } from './embedded-errors.js';
import { birthOf, numberingOf } from './processes.js';
import { until, waitMs } from './waiting.js';

/** What a process says of itself in its own file. */
interface Claim extends FolderHolder {
  readonly birth: string;
  readonly numbering: string;
  /** `asking` until it has looked and found nobody else, then `holding`. */
  readonly phase: 'asking' | 'holding';
}

/** The right to work in a data folder, until let go or until this process dies. */
export interface FolderHold {
  /** Tells whoever starts here next where this one's board is. */
  announce(url: string): void;
  letGo(): void;
}

const CLAIM_NAME = /^holder-\d+-[0-9a-f]+\.json$/;
/** A holder elsewhere (another container) cannot be asked whether it lives, so it says so by touching its file. */
const SIGN_OF_LIFE_MS = 5_000;
const SILENT_MEANS_DEAD_MS = 16_000;
const TRIES = 20;

/**
 * Takes the folder for this process. Each process writes a claim under a name nobody else ever uses, then looks for others: so a dead one's claim can be
 * cleared away by anybody without ever hitting a living one's, and of two that ask at once each sees the other, steps back, and asks again.
 *
 * @throws DataFolderInUse naming the living holder
 */
export async function holdFolder(folder: string): Promise<FolderHold> {
  const file = path.join(folder, `holder-${process.pid}-${randomBytes(6).toString('hex')}.json`);
  const claim = ownClaim();
  for (let left = TRIES; ; left -= 1) {
    writeDurably(file, JSON.stringify(claim));
    const others = await livingClaims(folder, file);
    const [first] = others;
    if (first === undefined) return holding(file, { ...claim, phase: 'holding' });
    rmSync(file, { force: true });
    if (left === 0 || others.some((other) => other.phase === 'holding')) throw new DataFolderInUse(folder, first);
    await waitMs(randomInt(20, 250));
  }
}

function ownClaim(): Claim {
  return {
    pid: process.pid,
    birth: birthOf(process.pid) ?? '',
    host: os.hostname(),
    numbering: numberingOf(),
    since: new Date().toISOString(),
    phase: 'asking',
  };
}

function holding(file: string, claim: Claim): FolderHold {
  writeDurably(file, JSON.stringify(claim));
  const beat = setInterval(() => touch(file), SIGN_OF_LIFE_MS);
  beat.unref();
  return {
    announce: (url) => writeDurably(file, JSON.stringify({ ...claim, url })),
    letGo: () => {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder was taken away under us; PostgreSQL itself will say so.
  }
}

async function livingClaims(folder: string, own: string): Promise<Claim[]> {
  const living: Claim[] = [];
  for (const name of readdirSync(folder).filter((each) => CLAIM_NAME.test(each))) {
    const file = path.join(folder, name);
    if (file === own) continue;
    const claim = readClaim(file);
    if (claim !== undefined && (await lives(claim, file))) living.push(claim);
    else rmSync(file, { force: true });
  }
  return living;
}

/** A claim cut short by a power failure names nobody, and nobody who wrote before that failure lives. */
function readClaim(file: string): Claim | undefined {
  try {
    const parsed: unknown = JSON.parse(readIfThere(file) ?? 'null');
    return isClaim(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isClaim(value: unknown): value is Claim {
  return typeof value === 'object' && value !== null && 'pid' in value && 'birth' in value && 'phase' in value;
}

async function lives(claim: Claim, file: string): Promise<boolean> {
  const here = claim.host === os.hostname() && claim.numbering === numberingOf();
  return here ? birthOf(claim.pid) === claim.birth : movesWithin(file, SILENT_MEANS_DEAD_MS);
}

async function movesWithin(file: string, ms: number): Promise<boolean> {
  const last = touchedAt(file);
  if (last === undefined) return false;
  if (Math.abs(Date.now() - last) > ms) return false;
  return until(() => touchedAt(file) !== last && touchedAt(file) !== undefined, ms);
}

function touchedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
