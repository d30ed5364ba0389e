import { within } from '../clock/timers.js';

/** What one part says of itself. The sentence is shown to whoever asks, so it names no address and no secret. */
export interface PartHealth {
  readonly ok: boolean;
  readonly says: string;
}

/** Parts whose readiness is asked: `database`, `migrations`, `worker`. */
export type HealthChecks = Readonly<Record<string, () => Promise<PartHealth>>>;

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, PartHealth>>;
}

const patienceMs = 2_000;

/** Asks every part at once. A part that fails, or says nothing for two seconds, is not ready. Never throws. */
export async function readinessOf(checks: HealthChecks): Promise<Readiness> {
  const asked = Object.entries(checks).map(async ([name, check]) => [name, await ask(check)] as const);
  const parts = Object.fromEntries(await Promise.all(asked));
  return { ready: Object.values(parts).every((part) => part.ok), parts };
}

async function ask(check: () => Promise<PartHealth>): Promise<PartHealth> {
  const failed = (): PartHealth => ({ ok: false, says: 'failed when asked' });
  return within(patienceMs, Promise.resolve().then(check).catch(failed), () => ({
    ok: false,
    says: 'did not answer within 2 s',
  }));
}
