import { isZone, readingsOf } from '../time/zone.js';

/** A moment that a command states, and in whose clock. */
export interface StatedTime {
  readonly at: number;
  readonly zone: string;
}

/** The first moment that a command's body states, which is its author's word for when it happened. */
export function statedTime(body: unknown): StatedTime | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { local, zone, offset } = body as Readonly<Record<string, unknown>>;
  if (typeof local !== 'string' || typeof zone !== 'string' || !isZone(zone)) return firstIn(Object.values(body));
  const readings = readingsOf(local, zone);
  const meant = readings.find((reading) => reading.offset === offset) ?? readings[0];
  return meant === undefined ? undefined : { at: meant.at, zone };
}

function firstIn(parts: readonly unknown[]): StatedTime | undefined {
  for (const part of parts) {
    const found = statedTime(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
