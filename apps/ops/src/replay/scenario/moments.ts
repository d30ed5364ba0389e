import { instantFromMillis, resolveLocal, zoneOf, type Instant } from '@cellrelay/kernel';
import type { PathFault } from './locate.js';
import type { MomentField } from './scenario.schema.js';

/** Resolves the local times of a scenario and keeps what is wrong with them, so that all are told at once. */
export class Moments {
  readonly faults: PathFault[] = [];

  /** The moment; with a fault kept, some moment or other that nobody will use. */
  at(stated: MomentField, path: readonly PropertyKey[]): Instant {
    const zone = zoneOf(stated.zone);
    if (zone === undefined)
      return this.faulty([...path, 'zone'], `"${stated.zone}" is no time zone; write it as Asia/Shanghai.`);
    const read = resolveLocal(stated.local, zone, stated.offset);
    return read.ok ? read.value.at : this.faulty([...path, 'local'], read.error.sentence);
  }

  /** Whether the moment at that path could not be read, so that nothing can be said of its order. */
  isFaulty(path: readonly PropertyKey[]): boolean {
    return this.faults.some((fault) => path.every((part, index) => fault.path[index] === part));
  }

  private faulty(path: readonly PropertyKey[], sentence: string): Instant {
    this.faults.push({ path, sentence });
    return instantFromMillis(0);
  }
}
