import { plusMinutes, type Instant } from '@cellrelay/kernel';

/** Whether a session was left unused for too long. The moment itself is too late. */
export function sessionIsIdle(lastSeenAt: Instant, idleMinutes: number, now: Instant): boolean {
  return now >= plusMinutes(lastSeenAt, idleMinutes);
}
