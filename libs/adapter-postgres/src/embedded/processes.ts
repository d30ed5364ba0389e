import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

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

/** Process numbers of the PostgreSQL (main process and the rest) that runs on this cluster folder and on no other. `cluster` is a real path. */
export function serversOf(cluster: string): number[] {
  return onLinux ? everyProcess().filter((pid) => worksIn(pid, cluster)) : commandsWith(cluster);
}

/** Process numbers of anything packaged that was told to work on this folder (an initdb whose starter died, and its children). */
export function makersOf(folder: string): number[] {
  if (!onLinux) return commandsWith(folder);
  return everyProcess().filter((pid) => worksIn(pid, folder) || argumentsOf(pid).includes(folder));
}

function everyProcess(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => birthOf(pid) !== undefined);
}

/** Every process of PostgreSQL changes into its data folder. A shell that stands there too is spared: its program is another. */
function worksIn(pid: number, cluster: string): boolean {
  try {
    const program = path.basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
    return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false; // gone meanwhile, or another user's
  }
}

function argumentsOf(pid: number): string[] {
  const args = read(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  const program = path.basename(args[0] ?? '');
  return program === 'initdb' || program === 'postgres' ? args : [];
}

function commandsWith(folder: string): number[] {
  const said = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' });
  return (said.stdout ?? '')
    .split('\n')
    .filter((line) => /\/(postgres|initdb) /.test(line) && line.includes(`-D ${folder}`))
    .map((line) => Number.parseInt(line, 10));
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
