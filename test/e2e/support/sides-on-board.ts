import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { createPasswords } from '@cellrelay/platform';
import type { Instant } from '@cellrelay/kernel';
import type { Role } from '@cellrelay/shipment';
import { issueAll } from '@cellrelay/testkit';
import { daysAhead } from '../../support/days-ahead.js';
import { openBrowser } from './browser.js';
import { FreeRoutes } from './example-routes.js';
import { tripUpTo, type TripSoFar } from './example-trips.js';
import { openShipment, tryToSignIn } from './journey.js';
import { RunningBoard } from './running-board.js';

const password = 'EXAMPLE password of a test';

const organisations = {
  registry: { name: 'EXAMPLE Donor Registry', kind: 'registry', part: 'donor-registry' },
  centre: { name: 'EXAMPLE Transplant Centre', kind: 'transplant-centre', part: 'transplant-centre' },
  collecting: { name: 'EXAMPLE Collection Centre', kind: 'collection-centre', part: 'collection-centre' },
} as const;
type Stands = keyof typeof organisations;

/** Somebody to be made: the account's name, their own, for whom they act, and in which role. */
export type OnASide = readonly [name: string, person: string, stands: Stands, role: Role];

/** What the trip is, of those there are, as things stand now. */
export type TripOnSides = (free: FreeRoutes, now: Instant) => TripSoFar;

const planned: TripOnSides = (free) => {
  const collectionStartsAt = `${daysAhead(20)}T08:00:00.000Z` as Instant;
  return tripUpTo(
    free.take(() => collectionStartsAt),
    { collectionStartsAt, upTo: 'ProposePlan' },
  );
};

/** A board with one trip, a planned one unless another is given, on whose two sides a registry and a centre stand, with these people; and whoever else they act for. */
export class SidesOnBoard {
  private constructor(
    readonly board: RunningBoard,
    readonly browser: Browser,
    readonly trip: TripSoFar,
    private readonly keysFolder: string,
  ) {}

  static async start(people: readonly OnASide[], tripOf: TripOnSides = planned): Promise<SidesOnBoard> {
    const keysFolder = await mkdtemp(path.join(tmpdir(), 'cellrelay-board-keys-'));
    const [board, browser] = await Promise.all([RunningBoard.start({ keysFolder }), openBrowser()]);
    const trip = tripOf(new FreeRoutes(), await board.stack.api.clock.now());
    const sides = new SidesOnBoard(board, browser, trip, keysFolder);
    try {
      await board.plant(trip);
      await sides.standThere(people);
      return sides;
    } catch (error) {
      await sides.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.board.close();
    await rm(this.keysFolder, { recursive: true, force: true });
  }

  /** That person's page of the shipment. */
  async shipmentOf(page: Page, name: string): Promise<void> {
    await page.goto(this.board.url);
    await tryToSignIn(page, name, password);
    await page.getByRole('heading', { name: 'Shipments' }).waitFor();
    await openShipment(page, this.trip.reference);
  }

  private async standThere(people: readonly OnASide[]): Promise<void> {
    const ids: Record<Stands, string> = { registry: randomUUID(), centre: randomUUID(), collecting: randomUUID() };
    const standing = new Set<Stands>(['registry', 'centre', ...people.map(([, , stands]) => stands)]);
    const owner = new pg.Client({ connectionString: this.board.own.ownerUrl });
    await owner.connect();
    for (const stands of standing) {
      const [id, { name, kind, part }] = [ids[stands], organisations[stands]];
      const text = 'insert into cellrelay.organisation (id, name, kind, example) values ($1, $2, $3, true)';
      await owner.query(text, [id, name, kind]);
      const command = { name: 'NameParty', data: { part, organisation: { id, name, kind, example: true } } } as const;
      await issueAll(this.board.stack.issue, this.trip.id, [command], part);
    }
    await owner.end();
    const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password);
    for (const [name, person, stands, role] of people)
      await this.board.stack.api.accounts.create(name, hash, {
        person,
        role,
        organisation: ids[stands],
        courier: null,
      });
  }
}
