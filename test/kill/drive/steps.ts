import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { StoredEntry } from '@cellrelay/use-cases';
import { HttpSteps } from '../../../apps/ops/src/replay/run/http-steps.js';
import { withItsLine } from '../../../apps/ops/src/replay/scenario/named-fact.js';
import type { Scenario, Step } from '../../../apps/ops/src/replay/scenario/scenario.js';
import type { Post } from '../process/post.js';
import { persist } from './persist.js';

/** The whole log of a shipment. */
export async function readLog(pool: pg.Pool, shipment: ShipmentId): Promise<readonly StoredEntry[]> {
  const text = 'select shipment, seq, text, hash from cellrelay.event where shipment = $1 order by seq';
  return (await pool.query<StoredEntry>({ name: 'kill-log', text, values: [shipment] })).rows;
}

/** A person at whichever api there is, who sends a step again, under its key, until it is answered. */
export class Steps {
  /** How many were sent more than once. */
  sentAgain = 0;
  private signedIn: { readonly url: string; readonly steps: Promise<HttpSteps> } | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly api: Post,
  ) {}

  /** Takes a step; throws when it comes out otherwise than the scenario has it. */
  async take(scenario: Scenario, step: Step): Promise<void> {
    const body = await persist(() => withItsLine(step.command, step.body, () => readLog(this.pool, scenario.shipment)));
    let tries = 0;
    const outcome = await persist(async () => {
      const steps = await this.atApi();
      tries += 1;
      return steps.take(scenario, { ...step, body });
    });
    if (tries > 1) this.sentAgain += 1;
    const code = outcome.kind === 'refused' ? outcome.code : null;
    if (code === step.refusedAs) return;
    const said = outcome.kind === 'refused' ? `refused as ${outcome.code}: ${outcome.sentence}` : 'accepted';
    throw new Error(`step ${step.number} (${step.command}) of ${scenario.name} was ${said}`);
  }

  private async atApi(): Promise<HttpSteps> {
    const { address } = this.api;
    if (address === null) throw new Error('there is no api');
    if (this.signedIn?.url !== address.url)
      this.signedIn = { url: address.url, steps: HttpSteps.signIn(address.url, address.account) };
    try {
      return await this.signedIn.steps;
    } catch (error) {
      this.signedIn = null;
      throw error;
    }
  }
}
