import type { Instant } from '@cellrelay/kernel';
import type { FiguresStore, PastTotal, PolicyEntry, PolicyStore } from '@cellrelay/use-cases';

/** The site's policies in memory, in the order in which they were added. */
export class MemoryPolicyStore implements PolicyStore {
  private readonly entries: PolicyEntry[] = [];

  constructor(private readonly at: Instant) {}

  current(): Promise<PolicyEntry | null> {
    return Promise.resolve(this.entries.at(-1) ?? null);
  }

  byVersion(version: string): Promise<PolicyEntry | null> {
    return Promise.resolve(this.entries.find(({ policy }) => policy.version === version) ?? null);
  }

  list(): Promise<readonly PolicyEntry[]> {
    return Promise.resolve([...this.entries].reverse());
  }

  /** It knows of no shipments. */
  shipmentsBy(): Promise<ReadonlyMap<string, readonly []>> {
    return Promise.resolve(new Map());
  }

  async add(entry: Omit<PolicyEntry, 'createdAt'>) {
    const standing = await this.byVersion(entry.policy.version);
    if (standing !== null) return { added: false, entry: standing };
    const added = { ...entry, createdAt: this.at };
    this.entries.push(added);
    return { added: true, entry: added };
  }
}

/** Entered totals in memory. It counts no shipments: those are rows of the database. */
export class MemoryFiguresStore implements FiguresStore {
  private readonly totals: PastTotal[] = [];

  constructor(private readonly at: Instant) {}

  counted(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  entered(from: number, to: number): Promise<readonly PastTotal[]> {
    const within = this.totals.filter(({ year }) => year >= from && year <= to);
    return Promise.resolve(within.reverse());
  }

  enter(entry: Omit<PastTotal, 'at' | 'current'>) {
    const place = (each: Pick<PastTotal, 'year' | 'country' | 'region' | 'product'>) =>
      JSON.stringify([each.year, each.country, each.region, each.product]);
    const before = this.totals.findIndex((each) => each.current && place(each) === place(entry));
    const standing = this.totals[before];
    if (standing?.count === entry.count && standing.source === entry.source && standing.reason === entry.reason)
      return Promise.resolve({ total: standing, repeated: true });
    if (standing !== undefined) this.totals[before] = { ...standing, current: false };
    const total = { ...entry, at: this.at, current: true };
    this.totals.push(total);
    return Promise.resolve({ total, repeated: false });
  }
}
