import { millisOf, resolveLocal, type Zone } from '@cellrelay/kernel';

/** A moment of a wall clock, in milliseconds as if the clock showed UTC. */
export type Wall = number;

const minute = 60_000;
const quarter = 15 * minute;

/**
 * By how much a zone's wall clock is ahead of UTC when it shows a time, in milliseconds: one answer; none where it never shows it; two where it shows it twice, the earlier
 * moment first. Asks the zone's rules once a quarter of an hour, for asking takes longer than all else in a line: where a quarter begins and ends alike, nothing changes in it.
 */
export class WallClock {
  private readonly known = new Map<number, readonly number[]>();

  constructor(readonly zone: Zone) {}

  ahead(wall: Wall): readonly number[] {
    const begins = Math.floor(wall / quarter) * quarter;
    const [first, next] = [this.at(begins), this.at(begins + quarter)];
    const same = first.length === 1 && next.length === 1 && first[0] === next[0];
    return same ? first : this.at(Math.floor(wall / minute) * minute);
  }

  private at(wall: Wall): readonly number[] {
    const before = this.known.get(wall);
    if (before !== undefined) return before;
    const found = this.ask(wall);
    this.known.set(wall, found);
    return found;
  }

  private ask(wall: Wall): readonly number[] {
    const local = localText(wall);
    const read = resolveLocal(local, this.zone);
    if (read.ok) return [wall - millisOf(read.value.at)];
    if (read.error.code !== 'local-time-repeated') return [];
    return (read.error.readings ?? []).flatMap((offset) => {
      const chosen = resolveLocal(local, this.zone, offset);
      return chosen.ok ? [wall - millisOf(chosen.value.at)] : [];
    });
  }
}

/** `YYYY-MM-DDTHH:mm` of a wall clock's moment. */
export function localText(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 16);
}
