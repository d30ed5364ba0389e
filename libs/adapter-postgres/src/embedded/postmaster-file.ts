import path from 'node:path';
import { readIfThere } from './data-folder.js';

/** What a running server wrote of itself into postmaster.pid: line 1 process, line 4 port, line 8 status (there once it listens) (PostgreSQL, src/include/utils/pidfile.h). */
export interface PostmasterFile {
  readonly pid: number;
  /** Known once it listens there. */
  readonly port: number | undefined;
}

/** Reads it, or undefined when there is none or it names no process. It may be left over: whether that process is our server is another question. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const [pid = '', , , port = '', , , , status = ''] = (readIfThere(postmasterFile(cluster)) ?? '').split('\n');
  if (!isPositive(pid)) return undefined;
  return { pid: Number(pid), port: status.trim() !== '' && isPositive(port) ? Number(port) : undefined };
}

function isPositive(text: string): boolean {
  return /^\s*[1-9]\d*\s*$/.test(text);
}

/** The path of the file. */
export function postmasterFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}
