import type { Browser } from 'playwright-core';
import { exampleOrganisations } from '@cellrelay/adapter-postgres';
import { plusMinutes, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import { createPasswords } from '@cellrelay/platform';
import type { Role } from '@cellrelay/shipment';
import { issueAll } from '@cellrelay/testkit';
import { withParties, type ExampleParties } from '../../../apps/ops/src/examples/example-parties.js';
import { enterPaperFacts } from '../../support/stored-trip.js';
import { openBrowser } from './browser.js';
import { FreeRoutes } from './example-routes.js';
import { tripUpTo, type TripSoFar } from './example-trips.js';
import { RunningBoard } from './running-board.js';

const password = 'EXAMPLE password of a test';

/** Its collection began so long ago that the box is packed and waits. */
const startedAgo = 9 * 60;

/** A board with a trip whose box is packed, in which example organisations stand; nothing is entered for its papers yet. */
export class PapersOnBoard {
  private constructor(
    readonly board: RunningBoard,
    readonly browser: Browser,
    readonly trip: TripSoFar,
    private readonly parties: ExampleParties,
  ) {}

  static async start(...how: Parameters<typeof RunningBoard.start>): Promise<PapersOnBoard> {
    const [board, browser] = await Promise.all([RunningBoard.start(...how), openBrowser()]);
    const { api } = board.stack;
    const parties = await exampleOrganisations(api.pool);
    const collectionStartsAt = plusMinutes(await api.clock.now(), -startedAgo);
    const route = new FreeRoutes().take(() => collectionStartsAt);
    const trip = tripUpTo(route, { collectionStartsAt, upTo: 'PackBox' });
    await board.plant({ ...trip, steps: withParties(trip.steps, parties) });
    return new PapersOnBoard(board, browser, trip, parties);
  }

  /** All that papers say and no log tells, invented. */
  async enterFacts(): Promise<void> {
    await enterPaperFacts(this.board.stack.api);
  }

  /** An airline says that a flight of the plan leaves so many minutes later: papers that name it are outdated. */
  async delayFlight(minutes: number): Promise<void> {
    const { api } = this.board.stack;
    const booking = (await api.shipments.load(this.trip.id))?.stages['flight-booking'].bookings.find(
      ({ plan }) => plan === 1,
    );
    if (booking === undefined) throw new Error('the trip has no booking');
    const later = ({ at, zone }: ZonedInstant): ZonedInstant => ({ at: plusMinutes(at, minutes), zone });
    const { departsAt, arrivesAt } = booking.flight;
    const statedAt = { at: await api.clock.now(), zone: 'UTC' as Zone };
    const data = { booking: booking.id, statedAt, departsAt: later(departsAt), arrivesAt: later(arrivesAt) };
    await issueAll(this.board.stack.issue, this.trip.id, [{ name: 'RecordFlightEstimate', data }], `later-${minutes}`);
  }

  /** The organisation that stands in the trip for that part. */
  organisationOf(part: keyof ExampleParties): string {
    return this.parties[part].id;
  }

  /** Somebody of the organisation that stands in the trip for that part. */
  async person(part: keyof ExampleParties, role: Role): Promise<{ readonly name: string; readonly password: string }> {
    const name = `${part}-${role}`;
    const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password);
    const acting = { person: `EXAMPLE ${role}`, role, organisation: this.parties[part].id, courier: null };
    await this.board.stack.api.accounts.create(name, hash, acting);
    return { name, password };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.board.close();
  }
}
