import type { ShipmentId } from '@cellrelay/kernel';
import type { PlayedHistory } from '@cellrelay/use-cases';
import type { BenchServer } from '../ground/bench-server.js';
import { mustFind } from '../ground/must-find.js';
import { copiesOf, copyTrips } from '../shipments/copy-trips.js';
import { storedTrip, type StoredTrip } from '../shipments/stored-trip.js';
import { tripsUnderWay } from '../shipments/trips-under-way.js';

/**
 * Of a hundred live shipments so many have their courier in the air, the others are in preparation. A trip in the air has had 56 things on its agenda, of which
 * 10 are still owed; one in preparation 31 to 34, of which 14 are. With this share that makes forty rows a shipment.
 */
const inTheAirOfHundred = 37;

/** Live shipments that grow step by step. */
export class Population {
  /** Ids of those live ones that are copies of `fresh`. */
  readonly freshIds: ShipmentId[] = [];
  private live = 0;

  private constructor(
    private readonly server: BenchServer,
    /** A trip in preparation. */
    readonly fresh: PlayedHistory,
    private readonly trips: { readonly air: readonly StoredTrip[]; readonly prepared: readonly StoredTrip[] },
  ) {}

  /** Plays so many trips of each kind; all shipments are copies of these. */
  static async begin(server: BenchServer, trips: number): Promise<Population> {
    const air = await tripsUnderWay('inTheAir', trips);
    const prepared = await tripsUnderWay('prepared', trips);
    const stored = { air: air.map(storedTrip), prepared: prepared.map(storedTrip) };
    return new Population(server, mustFind(prepared, 0), stored);
  }

  /** Plants so many more copies of `fresh`, which nobody has sent a command, and answers their ids. */
  plantFresh(count: number): Promise<readonly ShipmentId[]> {
    return copyTrips(this.server, copiesOf(this.trips.prepared.slice(0, 1), count));
  }

  /** Plants until so many are live, and has the server look at what is there. Answers how long each took, in milliseconds. */
  async growTo(live: number): Promise<number> {
    const began = performance.now();
    const { air, prepared } = this.trips;
    const missing = live - this.live;
    const inTheAir = Math.round((missing * inTheAirOfHundred) / 100);
    await copyTrips(this.server, copiesOf(air, inTheAir));
    const copies = copiesOf(prepared, missing - inTheAir);
    await copyTrips(this.server, copies);
    this.freshIds.push(...copies.filter(({ trip }) => trip === prepared[0]).map(({ id }) => id));
    this.live = live;
    await this.server.admin.query('vacuum (analyze)');
    return (performance.now() - began) / Math.max(1, missing);
  }
}
