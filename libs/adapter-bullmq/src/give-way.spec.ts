import { GiveWay } from './give-way.js';

const places = 4;

/** How long a telling waited while so many deadlines were answered without end. */
async function waitedMs(rings: number): Promise<number> {
  const giveWay = new GiveWay(places);
  for (let nth = 0; nth < rings; nth += 1) void giveWay.ringing(() => new Promise<never>(() => undefined));
  const from = performance.now();
  await giveWay.toRings();
  return performance.now() - from;
}

describe('telling that gives way to deadlines', () => {
  it('waits about a second and no longer, though they never end', async () => {
    const waited = await waitedMs(places);
    expect(waited).toBeGreaterThan(900);
    expect(waited).toBeLessThan(2_500);
  });

  it('does not wait while half of the places are free: the control', async () => {
    expect(await waitedMs(places / 2)).toBeLessThan(300);
  });

  it('goes on once a deadline has been answered, or could not be', async () => {
    const giveWay = new GiveWay(places);
    const ends: (() => void)[] = [];
    const one = () => giveWay.ringing(() => new Promise<void>((_, reject) => ends.push(() => reject(new Error('no')))));
    const rings = [one(), one(), one()].map((ring) => ring.catch(() => undefined));
    const waiting = giveWay.toRings().then(() => performance.now());
    const from = performance.now();
    ends[0]?.();
    expect((await waiting) - from).toBeLessThan(500);
    ends.forEach((end) => end());
    await Promise.all(rings);
  });
});
