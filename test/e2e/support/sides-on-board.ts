import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { createPasswords } from '@cellrelay/platform';
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
} as const;
type Stands = keyof typeof organisations;

/** Somebody to be made: the account's name, their own, for whom they act, and in which role. */
export type OnASide = readonly [name: string, person: string, stands: Stands, role: Role];

/** A board with one planned trip, on whose two sides a registry and a centre stand, with these people. */
export class SidesOnBoard {
  private constructor(
    readonly board: RunningBoard,
    readonly browser: Browser,
    readonly trip: TripSoFar,
    private readonly keysFolder: string,
  ) {}

  static async start(people: readonly OnASide[]): Promise<SidesOnBoard> {
    const keysFolder = await mkdtemp(path.join(tmpdir(), 'cellrelay-board-keys-'));
    const [board, browser] = await Promise.all([RunningBoard.start({ keysFolder }), openBrowser()]);
    const collectionStartsAt = `${daysAhead(20)}T08:00:00.000Z` as never;
    const trip = tripUpTo(
      new FreeRoutes().take(() => collectionStartsAt),
      { collectionStartsAt, upTo: 'ProposePlan' },
    );
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
    const ids: Record<Stands, string> = { registry: randomUUID(), centre: randomUUID() };
    const owner = new pg.Client({ connectionString: this.board.own.ownerUrl });
    await owner.connect();
    for (const stands of Object.keys(organisations) as Stands[]) {
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
