import type pg from 'pg';
import { instantFromMillis, millisOf } from '@cellrelay/kernel';
import type { ReplayClock } from '@cellrelay/adapter-postgres';
import { pause } from '@cellrelay/platform';
import type { BellRinger } from './bell-ringer.js';
import { firstItems, type FirstItem, type OpenItem } from './open-items.js';
import { persist } from './persist.js';
import type { ShipmentCopy, Want } from './shipment-copy.js';

export interface ConductorParts {
  readonly copies: readonly ShipmentCopy[];
  readonly pool: pg.Pool;
  readonly clock: ReplayClock;
  readonly ringer: BellRinger;
  /** All that is due of a shipment is hung at once, and answered in any order; else one bell after the other. */
  readonly allAtOnce: boolean;
  /** A round in which nothing has moved for so long is stuck. */
  readonly patienceMs: number;
  /** Told how many bells and steps have begun. */
  readonly came: (begun: number) => void;
}

const lookEveryMs = 5;

/** Plays all shipments of a round on one clock, which goes on only when none of them has anything to do at the moment that it shows. */
export class Conductor {
  /** How long nothing moved, at the longest. */
  longestStandstillMs = 0;
  private nowMs = 0;
  private stands = '';
  private stoodSinceMs = performance.now();

  constructor(private readonly parts: ConductorParts) {}

  /** Resolves when nothing is left to do. Throws when a step came out otherwise than written, or nothing moves any more. */
  async play(): Promise<void> {
    for (;;) {
      const wants = await this.look();
      if (wants.every(({ kind }) => kind === 'nothing')) return;
      const next = nextMoment(wants);
      if (next === null) await pause(lookEveryMs);
      else await this.setClock(next);
    }
  }

  private async look(): Promise<readonly Want[]> {
    const { copies, pool, ringer, came } = this.parts;
    const readAtMs = performance.now();
    const items = await persist(() => firstItems(pool), this.parts.patienceMs);
    this.watchProgress(items);
    const wants = copies.map((copy) => copy.wants(items.get(copy.scenario.shipment), { nowMs: this.nowMs, readAtMs }));
    await ringer.hang(wants.flatMap((want) => this.bellsOf(want)));
    came(ringer.rung + copies.reduce((sum, { taken }) => sum + taken, 0));
    return wants;
  }

  private bellsOf(want: Want): readonly OpenItem[] {
    if (want.kind !== 'bell') return [];
    return this.parts.allAtOnce ? [want.item, ...want.item.besides] : [want.item];
  }

  private async setClock(atMs: number): Promise<void> {
    const at = instantFromMillis(atMs);
    await persist(async () => {
      // Set by a connection that broke before it could say so, it stands there already.
      if ((await this.parts.clock.now()) < at) await this.parts.clock.set(at);
    }, this.parts.patienceMs);
    this.nowMs = millisOf(at);
  }

  private watchProgress(items: ReadonlyMap<unknown, FirstItem>): void {
    const taken = this.parts.copies.map((copy) => copy.taken).join();
    const firsts = [...items.values()].map(
      ({ bell, isLeased }) => `${bell.id}_${bell.revision}${isLeased ? ' leased' : ''}`,
    );
    const stands = `steps ${taken}, items ${firsts.join()}`;
    const now = performance.now();
    if (stands !== this.stands) this.stoodSinceMs = now;
    this.stands = stands;
    const stoodMs = now - this.stoodSinceMs;
    this.longestStandstillMs = Math.max(this.longestStandstillMs, stoodMs);
    if (stoodMs > this.parts.patienceMs) {
      const at = instantFromMillis(this.nowMs);
      throw new Error(`stuck for ${this.parts.patienceMs / 1_000} s at ${at}: ${stands}`);
    }
  }
}

/** The moment that all wait for; null while any of them has something to do. */
function nextMoment(wants: readonly Want[]): number | null {
  const moments = wants.flatMap((want) => (want.kind === 'moment' ? [want.atMs] : []));
  const idle = wants.every(({ kind }) => kind === 'moment' || kind === 'nothing');
  return idle && moments.length > 0 ? Math.min(...moments) : null;
}
