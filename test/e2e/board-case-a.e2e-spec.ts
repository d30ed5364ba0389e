import type { Browser } from 'playwright-core';
import { judge } from '../../apps/ops/src/replay/expect/expectations.js';
import type { Step } from '../../apps/ops/src/replay/scenario/scenario.js';
import { scenarioIn } from '../support/scenarios.js';
import { desk, openBrowser, openPage, phone, type WatchedPage } from './support/browser.js';
import { CaseOnBoard } from './support/case-on-board.js';
import { CasePeople, password } from './support/case-people.js';
import { played } from './support/case-played.js';
import { doStep, inBrowser, type Who } from './support/case-steps.js';
import { tryToSignIn } from './support/journey.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Everybody's own browser profile, opened and signed in when they have something to do. */
class Sessions {
  readonly opened = new Map<Who, WatchedPage>();

  constructor(private readonly url: string) {}

  async of(who: Who): Promise<WatchedPage> {
    const found = this.opened.get(who) ?? (await this.open(who));
    this.opened.set(who, found);
    return found;
  }

  complaints(): readonly string[] {
    return [...this.opened].flatMap(([who, { complaints }]) => complaints.map((said) => `${who}: ${said}`));
  }

  async close(): Promise<void> {
    for (const { close } of this.opened.values()) await close();
  }

  private async open(who: Who): Promise<WatchedPage> {
    const opened = await openPage(browser, { viewport: who === 'courier' ? phone : desk });
    await opened.page.goto(this.url);
    await tryToSignIn(opened.page, who, password);
    await opened.page.getByText('Sign out').first().waitFor();
    return opened;
  }
}

describe.each(['case-a-day-one-enough', 'case-a-day-two-needed'])('%s', (name) => {
  it('is worked by coordinator, physicians and courier in their own sessions, and meets every expectation of the case', async () => {
    const scenario = scenarioIn(`${name}.yaml`);
    const on = await CaseOnBoard.start(scenario);
    const url = await on.url;
    const sessions = new Sessions(url);
    try {
      const people = await CasePeople.make(on.stack);
      const byHand = (step: Step): Promise<void> | undefined => {
        const done = step.refusedAs === null ? inBrowser[step.command] : undefined;
        if (done === undefined) return undefined;
        return sessions.of(done.who).then(async ({ page }) => {
          await page.goto(`${url}/shipments/${scenario.shipment}`);
          await doStep(page, done, step);
        });
      };
      const ran = await played(scenario, on, { people, byHand });
      expect(judge(scenario, ran).missed).toEqual([]);
      expect(sessions.complaints()).toEqual([]);
      expect([...sessions.opened.keys()]).toContain('courier');
    } finally {
      await on.quiet();
      await sessions.close();
      await on.close();
    }
  }, 240_000);
});
