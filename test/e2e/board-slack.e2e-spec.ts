import path from 'node:path';
import type { Browser } from 'playwright-core';
import { plusMinutes, type Instant } from '@cellrelay/kernel';
import type { ShipmentCommand } from '@cellrelay/shipment';
import type { HistoryStep } from '@cellrelay/use-cases';
import type { ExampleRoute } from '../../apps/ops/src/examples/route.js';
import { faults } from './support/access.js';
import { desk, openBrowser, openPage, phone } from './support/browser.js';
import { FreeRoutes } from './support/example-routes.js';
import { departsAfter, tripUpTo, type TripSoFar } from './support/example-trips.js';
import { openShipment, section, signIn } from './support/journey.js';
import { RunningBoard } from './support/running-board.js';

let board: RunningBoard;
let browser: Browser;
let late: TripSoFar;
beforeAll(async () => {
  [board, browser] = await Promise.all([RunningBoard.start(), openBrowser()]);
  late = misses(new FreeRoutes(), await board.stack.api.clock.now());
  await board.plant(late, { seed: 26, lines: [] });
});
afterAll(async () => {
  await browser?.close();
  await board?.close();
});

/** In the air for three hours, and said to land half an hour too late for its connection; the fallback is caught, and leaves 3 h 20 min before the limit of a site that is in a hurry. */
function misses(free: FreeRoutes, now: Instant): TripSoFar {
  const collectionStartsAt = plusMinutes(now, -departsAfter - 180);
  const route = free.take(() => collectionStartsAt);
  const trip = tripUpTo(route, { collectionStartsAt, upTo: 'RecordCustomsCleared' });
  const last = trip.steps.at(-1);
  if (last === undefined) throw new Error('a trip has steps');
  const departsAt = plusMinutes(collectionStartsAt, departsAfter);
  const at = plusMinutes(departsAt, 60);
  const command = estimate(route, { at, departsAt });
  const steps = [...trip.steps.map((step) => hurried(step, route)), { ...last, at, command }];
  return { ...trip, steps: steps.map((step, index) => ({ ...step, id: `${step.id}-${index}` as typeof step.id })) };
}

function estimate(
  { minutes }: ExampleRoute,
  { at, departsAt }: { readonly at: Instant; readonly departsAt: Instant },
): ShipmentCommand {
  const utc = (moment: Instant) => ({ at: moment, zone: 'UTC' as never });
  const arrivesAt = plusMinutes(departsAt, minutes.first + minutes.between - 120 + 30);
  return {
    name: 'RecordFlightEstimate',
    data: { booking: '1.0/1', statedAt: utc(at), departsAt: utc(departsAt), arrivesAt: utc(arrivesAt) },
  };
}

/** With a limit of 200 minutes after the start of infusion by the fallback. */
function hurried(step: HistoryStep, { minutes }: ExampleRoute): HistoryStep {
  const { command } = step;
  if (command.name === 'ProposePlan' && command.data.plan === 2)
    return { ...step, command: { ...command, data: { ...command.data, lateReason: 'EXAMPLE: agreed upon' } } };
  if (command.name !== 'OpenShipment') return step;
  const { data } = command;
  const inTheAir = minutes.first + minutes.between + 95 + minutes.second;
  const limitMinutes = departsAfter - 245 + inTheAir + 60 + data.receiptToInfusionMinutes + 200;
  const clocks = data.policy.clocks.map((clock) => ({ ...clock, targetMinutes: limitMinutes, limitMinutes }));
  return { ...step, command: { ...command, data: { ...data, policy: { ...data.policy, clocks } } } };
}

describe.each([
  ['desk', desk],
  ['phone', phone],
])('the time to spare, at the %s', (mark, viewport) => {
  it('is told for each milestone in words and colour, what it goes by, and what can be done until when', async () => {
    const { page, complaints, close } = await openPage(browser, { viewport, reducedMotion: 'reduce' });
    await signIn(page, board);
    await openShipment(page, late.reference);
    const course = section(page, 'Time to spare');
    await course.getByRole('button', { name: /^Show \d+ that are over$/ }).waitFor();
    const folder = process.env.CELLRELAY_TEST_PICTURES;
    if (folder !== undefined) {
      await page.screenshot({ path: path.join(folder, `slack-page-${mark}.png`), fullPage: true });
      await course.screenshot({ path: path.join(folder, `slack-${mark}.png`) });
    }
    await course.getByText(/only 3 h 20 to spare in all before the limit/).waitFor();
    await course.getByText('by the fallback, once it is called upon').first().waitFor();
    const rows = course.getByRole('row');
    const shown = await rows.count();
    await course.getByRole('button', { name: /^Show \d+ that are over$/ }).click();
    await course.getByRole('button', { name: 'Show less of what is over' }).waitFor();
    expect(await rows.count()).toBeGreaterThan(shown);
    const alert = page.getByText('Infusion is expected 3 h 20 min before the limit of the day 1 bag, and no sooner.');
    await alert.first().waitFor();
    await page
      .getByRole('button', { name: /^Switch to / })
      .first()
      .waitFor();
    expect(await faults(page, `slack-${mark}`)).toEqual([]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
