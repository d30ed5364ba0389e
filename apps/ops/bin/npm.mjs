/** Finds npm and gives it a place to write, also where the user has no home; ends with the npm that runs us. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The command that runs npm with these arguments: the npm that runs us, else the one beside this Node, else the PATH's. */
export function npmCommand(args) {
  const beside = path.resolve(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const candidates = [process.env.npm_execpath, beside];
  const script = candidates.find((at) => at && /npm-cli\.c?js$/.test(at) && existsSync(at));
  if (script) return [process.execPath, [script, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/**
 * npm keeps its cache and logs in the home. A user without one (a uid without a passwd entry, HOME unset or not
 * writable) gets a home in the system's temporary folder.
 */
export function npmEnvironment(cwd) {
  const env = { ...process.env, INIT_CWD: cwd };
  if (writableHome(env.HOME ?? env.USERPROFILE)) return env;
  const home = path.join(tmpdir(), `cellrelay-npm-${process.getuid?.() ?? 'user'}`);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return { ...env, HOME: home, npm_config_cache: path.join(home, 'cache') };
}

function writableHome(home) {
  if (!home) return false;
  try {
    accessSync(home, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const LOOKS_EVERY_MS = 500;

/**
 * npm passes SIGTERM on to the shell that it runs a script in, and a shell that stays beside its command (dash does) dies of it without a word to us. So its death is ours: we ask
 * ourselves to end. `exec` in the script would do the same, and not on Windows. Price: of npm killed by SIGKILL, whose shell lives on, nobody here learns.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOKS_EVERY_MS);
  looking.unref();
}
