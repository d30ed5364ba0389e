import type { Stack } from '../stack/open-stack.js';
import { healthOf, healthOfApi, healthOfWorker } from './health.js';

const standing = (overdue: boolean) => ({ standing: () => Promise.resolve({ overdue }) });
const away = () => Promise.reject(new Error('away'));

/** A stack of which only what health asks is there. */
function stackThat({ alive = true, late = false, queue = () => Promise.resolve() }): Stack {
  return {
    api: { clock: { now: () => Promise.resolve('2026-11-22T08:00:00.000Z') } },
    worker: { downtimes: standing(late) },
    bells: { alive: () => alive },
    bell: { reach: queue },
  } as unknown as Stack;
}

const checks = (stack: Stack, lost = false) => healthOf(stack, () => lost);

describe('readiness', () => {
  it('is whole while the server answers, the sweep comes by and nothing is overdue', async () => {
    expect(await checks(stackThat({})).database!()).toMatchObject({ ok: true });
    expect(await checks(stackThat({})).worker!()).toMatchObject({ ok: true });
  });

  it('ends when the embedded server was lost for good', async () => {
    expect(await checks(stackThat({}), true).database!()).toMatchObject({ ok: false });
  });

  it('ends when the sweep stays away, and when bells are not answered though it comes by', async () => {
    expect(await checks(stackThat({ alive: false })).worker!()).toMatchObject({ ok: false });
    expect(await checks(stackThat({ late: true })).worker!()).toEqual({
      ok: false,
      says: 'bells are overdue by more than a minute',
    });
  });

  it('of an api alone asks only what the board needs: it must not be taken from people because no bells ring', () => {
    expect(Object.keys(healthOfApi(stackThat({ late: true })))).toEqual(['database', 'migrations']);
  });

  it('of a worker alone tells apart that its sweep stays away and that nobody answers bells', async () => {
    const parts = healthOfWorker(stackThat({ alive: false }));
    expect(Object.keys(parts)).toEqual(['database', 'migrations', 'queue', 'sweep', 'bells']);
    expect(await parts.sweep()).toEqual({ ok: false, says: 'the sweep has not come by lately' });
    expect(await parts.bells()).toMatchObject({ ok: true });
    const late = healthOfWorker(stackThat({ late: true }));
    expect(await late.sweep()).toMatchObject({ ok: true });
    expect(await late.bells()).toMatchObject({ ok: false });
  });

  it.each([
    ['is away', away],
    ['does not answer', () => new Promise<void>(() => undefined)],
  ])('ends while the queue %s, though nothing is due yet', async (_, queue) => {
    const stack = stackThat({ queue });
    const lost = { ok: false, says: 'bells cannot be hung' };
    const asked = [checks(stack).queue!(), checks(stack).worker!(), healthOfWorker(stack).queue()];
    expect(await Promise.all(asked)).toEqual([lost, lost, lost]);
  });
});
