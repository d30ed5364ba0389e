import { useSyncExternalStore } from 'react';

const SECOND = 1000;
/** A server's Date header tells whole seconds and is late by the way it came; below this nothing is mended. */
const TOLERATED = 2 * SECOND;

let offset = 0;
let timer: number | undefined;
const listeners = new Set<() => void>();

/** The one "now" of the page: this machine's clock, put right by the server's. */
export function now(): number {
  return Date.now() + offset;
}

/** Learns the server's clock from an answer that was asked for at `askedAt` (this machine's clock). */
export function learnServerClock(date: string | null, askedAt: number): void {
  const said = Date.parse(date ?? '');
  if (Number.isNaN(said)) return;
  const seen = said + SECOND / 2 - (askedAt + Date.now()) / 2;
  const meant = Math.abs(seen) < TOLERATED ? 0 : seen;
  if (Math.abs(meant - offset) >= TOLERATED) offset = meant;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => listeners.forEach((listen) => listen()), SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** Now, in steps: a reader of minutes is drawn once a minute, a reader of seconds once a second. */
export function useNow(step: 'second' | 'minute' = 'minute'): number {
  const length = step === 'second' ? SECOND : 60 * SECOND;
  return useSyncExternalStore(subscribe, () => Math.floor(now() / length) * length);
}

/** Now, by the minute, and by the second once `at` is less than ten minutes away on either side. */
export function useNowNear(at: number): number {
  const step = () => (Math.abs(at - now()) < 610 * SECOND ? SECOND : 60 * SECOND);
  return useSyncExternalStore(subscribe, () => Math.floor(now() / step()) * step());
}

/** Whether that moment has passed, known within a second of it. */
export function usePassed(at: number): boolean {
  return useSyncExternalStore(subscribe, () => now() >= at);
}

/** The reader's own zone, as the browser has it. */
export const ownZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
