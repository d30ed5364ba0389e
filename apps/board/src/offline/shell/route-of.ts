/**
 * Who answers a request of the page: `shell` the app as it lies on the phone, `page` the app's one page whatever the address, `paper` the
 * server and without it the phone; null the network alone, as if there were no worker.
 */
export type Route = 'shell' | 'page' | 'paper' | null;

/** Addresses of the program, and of the page that a paper's code leads to. */
const program = /^\/((api|health)(\/|$)|papers\/[^/]+$)/;
/** An issued paper, and neither a preview nor a pack. */
const paper = /^\/api\/v1\/shipments\/[^/]+\/papers\/(?!preview$|pack$)[^/]+$/;

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly path: string;
  readonly ownOrigin: boolean;
}

/** Who answers. `shell`: the addresses of the app's files. */
export function routeOf({ method, mode, path, ownOrigin }: Asked, shell: ReadonlySet<string>): Route {
  if (method !== 'GET' || !ownOrigin) return null;
  if (paper.test(path)) return 'paper';
  if (program.test(path)) return null;
  // A file of another version may lie on the phone for a page that still runs in it.
  if (shell.has(path) || path.startsWith('/assets/')) return 'shell';
  return mode === 'navigate' && !/\.\w+$/.test(path) ? 'page' : null;
}
