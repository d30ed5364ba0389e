/** One preparation at a time in a clone: `npm start` in one window and `npm test` in another would undo each other. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const WAIT_MS = 500;
const GIVE_UP_MS = 15 * 60_000;

/** Runs the work while holding the lock file. A lock whose process is gone is taken over. */
export function withPrepareLock(file, work) {
  acquire(file);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function acquire(file) {
  const end = Date.now() + GIVE_UP_MS;
  for (let told = false; !create(file); pause(WAIT_MS)) {
    const holder = holderOf(file);
    if (holder === null || !alive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) console.log(`Process ${holder} is installing or building here; waiting for it.`);
    told = true;
    if (Date.now() > end) throw new Error(`still locked by process ${holder}; if that is not ours, remove ${file}`);
  }
}

function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid > 0 ? pid : null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
