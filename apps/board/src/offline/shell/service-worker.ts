import { routeOf } from './route-of.js';
import type { WorkerScope } from './worker-scope.js';

/** Put in by the build: the app's files, each with the digest of its content. */
declare const __SHELL__: { readonly version: string; readonly files: Readonly<Record<string, string>> };

const worker = globalThis as unknown as WorkerScope;
const { version, files } = __SHELL__;
const PREFIX = 'cellrelay-shell-';
const OURS = `${PREFIX}${version}`;
const PAGE = '/index.html';
const paths: ReadonlySet<string> = new Set(Object.keys(files));
/** How long the network is waited for where the phone has an answer. */
const PATIENCE = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(takeIn()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { pathname, origin } = new URL(url);
  const route = routeOf({ method, mode, path: pathname, ownOrigin: origin === globalThis.location.origin }, paths);
  if (route === 'paper') event.respondWith(paper(event.request, pathname));
  if (route === 'shell') event.respondWith(fileOf(pathname, event.request));
  if (route === 'page') event.respondWith(fileOf(PAGE, event.request));
});

/** Takes in every file of this version, or none: a file that is of another version by now ends it, and the browser begins again later. */
async function takeIn(): Promise<void> {
  const cache = await caches.open(OURS);
  for (const [path, digest] of Object.entries(files)) await takeInFile(cache, path, digest);
}

async function takeInFile(cache: Cache, path: string, digest: string): Promise<void> {
  const known = await caches.match(path);
  if (known !== undefined && (await digestOf(known.clone())) === digest) return cache.put(path, known);
  const fresh = await fetch(path, { cache: 'no-cache' });
  if (!fresh.ok || (await digestOf(fresh.clone())) !== digest) throw new Error(`${path} is not of version ${version}`);
  await cache.put(path, fresh);
}

async function digestOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Older versions go once no other page may still run in one of them. */
async function takeOver(): Promise<void> {
  const pages = await worker.clients.matchAll();
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OURS);
  if (pages.length <= 1) await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function fileOf(path: string, request: Request): Promise<Response> {
  const kept = (await (await caches.open(OURS)).match(path)) ?? (await caches.match(path));
  return kept ?? fetch(request);
}

/** The server's word first: it knows who may read it. What lies on the phone stands in where no answer comes. */
async function paper(request: Request, path: string): Promise<Response> {
  const kept = await keptPaper(path);
  if (kept === undefined) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  const asked = fetch(request).then((answer) => (answer.status >= 500 ? kept : answer));
  return Promise.race([asked.catch(() => kept), late]);
}

async function keptPaper(path: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    const found = name.startsWith('cellrelay-papers ') ? await (await caches.open(name)).match(path) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
