import { useSyncExternalStore } from 'react';

/** What the page knows of the worker that keeps the app itself on the phone. */
interface WorkerState {
  /** The whole app lies on the phone. */
  readonly kept: boolean;
  /** A newer app lies beside it, and waits to be taken. */
  readonly newer: ServiceWorker | null;
  /** Another tab has taken a newer app; this page runs on in the older one. */
  readonly overtaken: boolean;
}

let state: WorkerState = { kept: false, newer: null, overtaken: false };
const listeners = new Set<() => void>();
let registered = false;
const HOUR = 3_600_000;

function become(next: Partial<WorkerState>): void {
  state = { ...state, ...next };
  listeners.forEach((listen) => listen());
}

/** The worker's state, for whoever shows it. */
export function useWorker(): WorkerState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Has the app lie on the phone, where the page is served securely; elsewhere it works as it did. */
export async function registerWorker(): Promise<void> {
  if (registered || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  registered = true;
  const { serviceWorker } = navigator;
  let hadOne = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of all changes nothing that the page runs on.
    if (hadOne) become({ overtaken: true, newer: null });
    hadOne = true;
  });
  try {
    const registration = (await serviceWorker.register('/sw.js')) as ServiceWorkerRegistration | undefined;
    if (registration !== undefined) watch(registration);
  } catch {
    // A browser that forbids it (private windows of some) leaves the page as it is without.
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () =>
    become({ kept: registration.active !== null, newer: registration.active === null ? null : registration.waiting });
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  registration.installing?.addEventListener('statechange', look);
  const update = () => void registration.update().catch(() => undefined);
  // A page that is never closed learns of a new version too.
  window.setInterval(update, HOUR);
  window.addEventListener('online', update);
}

/** Takes the newer app and opens the page anew in it. Only ever because somebody pressed. */
export function takeNewer(): void {
  const { newer, overtaken } = state;
  if (overtaken || newer === null) return window.location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload());
  newer.postMessage('take over');
}
