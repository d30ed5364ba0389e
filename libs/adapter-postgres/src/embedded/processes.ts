import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from './thrown.js';

const onLinux = process.platform === 'linux';

/**
 * When a process began, as a text that no later process with the same number shares. Undefined when there is none, or when it is dead and only not yet
 * collected by its parent: such a one still answers signal 0, which is why signal 0 is not asked.
 */
export function birthOf(pid: number): string | undefined {
  return onLinux ? birthOnLinux(pid) : birthElsewhere(pid);
}

function birthOnLinux(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name in brackets may itself hold blanks and brackets; the fields that matter come after the last one (proc(5): state is 3, starttime 22).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return `${boot}/${fields[19] ?? ''}`;
}

function birthElsewhere(pid: number): string | undefined {
  const said = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = said.stdout?.trim() ?? '';
  if (line === '' || line.startsWith('Z')) return undefined;
  return line.replace(/^\S+\s+/, '');
}

/** Where process numbers mean the same thing: two containers that share a folder do not share their numbers. */
export function numberingOf(): string {
  if (!onLinux) return '';
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** The name a server gives its processes (`postgres: NAME: checkpointer`), so that those of one cluster can be told from all others. */
export function titleOf(cluster: string): string {
  return `cellrelay-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`;
}

/**
 * Process numbers of the PostgreSQL (main process and the rest) that runs on this cluster folder and on no other. Told by the command line, which everybody
 * may read; a process's folder and program may not be read of another user's processes, not even by root in a container.
 */
export function serversOf(cluster: string): number[] {
  const title = `postgres: ${titleOf(cluster)}:`;
  return matching((words) => words[0]?.startsWith(title) === true || runsOn(words, ['postgres'], cluster));
}

/** Process numbers of an initdb at work on this folder, and of the server it runs for that. */
export function makersOf(folder: string): number[] {
  return matching((words) => runsOn(words, ['initdb', 'postgres'], folder));
}

function runsOn(words: readonly string[], programs: readonly string[], folder: string): boolean {
  return programs.includes(path.basename(words[0] ?? '')) && words.includes(folder);
}

function matching(fits: (words: readonly string[]) => boolean): number[] {
  const all = onLinux ? commandsOnLinux() : commandsElsewhere();
  return all
    .filter(({ words }) => fits(words))
    .map(({ pid }) => pid)
    .filter((pid) => birthOf(pid) !== undefined);
}

interface Command {
  readonly pid: number;
  readonly words: readonly string[];
}

function commandsOnLinux(): Command[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), words: (read(`/proc/${name}/cmdline`) ?? '').split('\0') }));
}

/** `ps` prints the words with blanks between: a folder with a blank in its name is found as its parts, a server's title as one. */
function commandsElsewhere(): Command[] {
  const said = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' });
  return (said.stdout ?? '').split('\n').map((line) => {
    const [, pid = '', command = ''] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    return { pid: Number(pid), words: command.startsWith('postgres: ') ? [command] : command.split(' ') };
  });
}

/** Whether the number is carried by anything, a dead process not yet collected and another user's included: what PostgreSQL goes by. */
export function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Sends a signal, and does not mind that the process is gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone meanwhile: what was wanted
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
