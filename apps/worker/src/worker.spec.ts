import type { Ticker } from '@cellrelay/adapter-bullmq';
import { pause } from '@cellrelay/platform';
import { startBeside, startSweep } from './worker.js';

describe('what is looked at besides bells', () => {
  const started: Ticker[] = [];
  afterEach(() => Promise.all(started.splice(0).map((ticker) => ticker.close())));

  async function looks(...beside: readonly (() => Promise<unknown>)[]): Promise<readonly unknown[]> {
    const failed: unknown[] = [];
    started.push(...startBeside({ beside, sweepEveryMs: 5, failed: (_where, error) => failed.push(error) }));
    await pause(100);
    return failed;
  }

  it('is held up by no other that is slow', async () => {
    let looked = 0;
    let end = () => undefined as void;
    const slow = () => new Promise<void>((resolve) => (end = resolve));
    await looks(slow, () => Promise.resolve((looked += 1)));
    expect(looked).toBeGreaterThan(2);
    end();
  });

  it('goes on after it has failed, which is told', async () => {
    const failed = await looks(() => Promise.reject(new Error('away')));
    expect(failed.length).toBeGreaterThan(2);
  });

  it('is not looked at where the sweep is driven by hand', () => {
    expect(startBeside({ beside: [() => Promise.resolve()], sweepEveryMs: null, failed: () => undefined })).toEqual([]);
  });
});

describe('bells', () => {
  const sweepEveryMs = 5;
  const failed = () => undefined;
  const slowReports = () => pause(400);
  const started: (Ticker | null)[] = [];
  afterEach(() => Promise.all(started.splice(0).map(async (ticker) => ticker?.close())));

  /** How often the agenda is asked what is due while reports take long. */
  async function looksWhile(start: (sweep: Parameters<typeof startSweep>[0]) => readonly (Ticker | null)[]) {
    let looks = 0;
    started.push(
      ...start({
        ...{ sweepEveryMs, failed },
        agenda: { due: () => Promise.resolve((looks += 1) > 0 ? [] : []) },
        bell: { arm: () => Promise.resolve(), reach: () => Promise.resolve() },
        pulse: { afterLook: () => Promise.resolve() },
      }),
    );
    await pause(200);
    return looks;
  }

  it('are looked for again and again while what readings imply is worked out beside them', async () => {
    const looks = await looksWhile((sweep) => [
      startSweep(sweep),
      ...startBeside({ beside: [slowReports], sweepEveryMs, failed }),
    ]);
    expect(looks).toBeGreaterThan(4);
  });

  it('would wait for it in one round with it', async () => {
    const looks = await looksWhile((sweep) => [startSweep({ ...sweep, pulse: { afterLook: slowReports } })]);
    expect(looks).toBe(1);
  });
});
