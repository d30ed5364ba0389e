import type { Browser, BrowserContextOptions } from 'playwright-core';
import { exampleCourier, exampleOrganisations } from '@cellrelay/adapter-postgres';
import { plusMinutes, type ZonedInstant } from '@cellrelay/kernel';
import { createPasswords } from '@cellrelay/platform';
import type { Shipment, ShipmentCommand } from '@cellrelay/shipment';
import { withParties } from '../../../apps/ops/src/examples/example-parties.js';
import { openBrowser, openPage, phone, type WatchedPage } from './browser.js';
import { FreeRoutes } from './example-routes.js';
import { tripUpTo, type HowFar, type TripSoFar } from './example-trips.js';
import { tryToSignIn } from './journey.js';
import { RunningBoard } from './running-board.js';

/** The seal on the box of every example. */
export const seal = 'EX-SEAL-20';

const carrier = 'EXAMPLE M. Keller';
const account = { name: 'cy', password: 'EXAMPLE password of a test' } as const;

/** A board with one trip, and the account of whoever carries its box. */
export class CourierOnPhone {
  private constructor(
    readonly board: RunningBoard,
    readonly browser: Browser,
    readonly trip: TripSoFar,
  ) {}

  /** The trip has come to that command; its collection began so many minutes ago. */
  static async start(upTo: HowFar['upTo'], startedAgo: number): Promise<CourierOnPhone> {
    const [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
    const { api } = board.stack;
    const parties = await exampleOrganisations(api.pool);
    const collectionStartsAt = plusMinutes(await api.clock.now(), -startedAgo);
    const trip = tripUpTo(
      new FreeRoutes().take(() => collectionStartsAt),
      { collectionStartsAt, upTo },
    );
    await board.plant({ ...trip, steps: withParties(trip.steps, parties) });
    const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(account.password);
    const organisation = parties['courier-company'].id;
    const acting = { person: carrier, role: 'courier', organisation, courier: exampleCourier } as const;
    await api.accounts.create(account.name, hash, acting);
    return new CourierOnPhone(board, browser, trip);
  }

  /** The courier's own phone, signed in, with the trip before them. */
  async open(options: BrowserContextOptions = {}, expected: readonly RegExp[] = []): Promise<WatchedPage> {
    const watched = await openPage(this.browser, { viewport: phone, hasTouch: true, ...options }, expected);
    // Beside the page the whole app is fetched, to lie on the phone: things take their time.
    watched.page.context().setDefaultTimeout(30_000);
    await watched.page.goto(this.board.url);
    await tryToSignIn(watched.page, account.name, account.password);
    await watched.page.getByRole('heading', { name: 'Next' }).waitFor();
    return watched;
  }

  /** Who has had the box, by the record. */
  async custody(): Promise<Shipment['stages']['courier-handoff']['custody']> {
    return (await this.state()).stages['courier-handoff'].custody;
  }

  async deviations(): Promise<Shipment['stages']['deviation']['deviations']> {
    return (await this.state()).stages.deviation.deviations;
  }

  /** The same hand-over as the collection centre records it. */
  async handOverByCentre(): Promise<ShipmentCommand> {
    const { packedAt } = (await this.state()).stages['courier-handoff'];
    const handedOverAt: ZonedInstant = { at: await this.board.stack.api.clock.now(), zone: packedAt!.zone };
    const signed = { givenBy: 'EXAMPLE nurse', takenBy: carrier, seal, sealDiffersReason: null, checks: [] };
    return { name: 'HandOverToCourier', data: { ...signed, handedOverAt } };
  }

  private async state(): Promise<Shipment> {
    const state = await this.board.stack.api.shipments.load(this.trip.id);
    if (state === null) throw new Error('the trip is not there');
    return state;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.board.close();
  }
}
