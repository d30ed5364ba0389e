import { instantOf, zoneOf, type Instant } from '@cellrelay/kernel';

/** Where and when the specs of case A are. */

export function defined<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('a test value is malformed');
  return value;
}

/** `09-04T04:00` of 2024, in UTC. */
export const utc = (text: string): Instant => defined(instantOf(`2024-${text}:00Z`));
export const beijing = defined(zoneOf('Asia/Shanghai'));
export const houston = defined(zoneOf('America/Chicago'));
