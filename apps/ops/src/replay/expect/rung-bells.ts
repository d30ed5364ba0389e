import type { Instant } from '@cellrelay/kernel';
import { entryOf, type StoredEntry } from '@cellrelay/use-cases';

/** A bell that was answered: the key of its item and when its outcome was recorded. */
export interface RungBell {
  readonly key: string;
  readonly at: Instant;
}

/** The key in the id of a command that a bell has issued: `bell/<shipment>/<key>@<revision>/<command>`. */
export function bellKeyOf(commandId: string): string | undefined {
  return /^bell\/[^/]+\/(.+)@\d+\/[A-Za-z]+(?:\/\d+)?$/.exec(commandId)?.[1];
}

/** The bells that were answered, in the order of the log. */
export function rungBells(log: readonly StoredEntry[]): readonly RungBell[] {
  const seen = new Set<string>();
  return log.flatMap((line) => {
    const { commandId, recordedAt } = entryOf(line.text);
    const key = bellKeyOf(commandId);
    if (key === undefined || seen.has(commandId)) return [];
    seen.add(commandId);
    return [{ key, at: recordedAt }];
  });
}
