import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all its descendants. */
export interface Memory {
  readonly processes: number;
  /** Each page's share: shared pages are counted once in the sum. Linux only. */
  readonly pssMb: number;
  /** Shared pages counted in every process: what `ps` shows, added up. */
  readonly rssMb: number;
  readonly each: readonly { readonly name: string; readonly pssMb: number; readonly rssMb: number }[];
}

/** What a process tree holds now, read from /proc. NaN where the system does not tell. */
export function memoryOf(root: number): Memory {
  const each = treeOf(root).map((pid) => {
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    return { name: nameOf(pid), pssMb: megabytes(rollup, 'Pss'), rssMb: megabytes(rollup, 'Rss') };
  });
  const sum = (of: 'pssMb' | 'rssMb'): number =>
    each.length === 0 ? Number.NaN : each.reduce((total, one) => total + one[of], 0);
  return { processes: each.length, pssMb: sum('pssMb'), rssMb: sum('rssMb'), each };
}

function treeOf(root: number): readonly number[] {
  const parents = new Map(allPids().map((pid) => [pid, parentOf(pid)]));
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function allPids(): readonly number[] {
  return process.platform === 'linux'
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
    : [];
}

function parentOf(pid: number): number | null {
  const parent = /^PPid:\s+(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return parent === undefined ? null : Number(parent);
}

function nameOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 60);
}

function megabytes(rollup: string, field: 'Pss' | 'Rss'): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1_024;
}

/** A process that ends meanwhile has no file any more. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
