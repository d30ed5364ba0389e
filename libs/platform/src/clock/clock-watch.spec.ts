import { instantFromMillis } from '@cellrelay/kernel';
import { ClockWatch } from './clock-watch.js';

/** Both clocks and the time that passes, each set by the test. */
function watched() {
  const clocks = { databaseMs: 1_000_000, wallMs: 1_000_000, elapsedMs: 0, answersAfterMs: 0 };
  const told: string[] = [];
  const watch = new ClockWatch({
    database: {
      now: () => {
        pass(clocks.answersAfterMs);
        return Promise.resolve(instantFromMillis(clocks.databaseMs));
      },
    },
    wall: () => instantFromMillis(clocks.wallMs),
    elapsedMs: () => clocks.elapsedMs,
    differ: ({ verdict, differenceMs }) => told.push(`${verdict} ${differenceMs}`),
    jumped: (byMs) => told.push(`jumped ${byMs}`),
  });
  const pass = (ms: number): void => {
    clocks.databaseMs += ms;
    clocks.wallMs += ms;
    clocks.elapsedMs += ms;
  };
  const minuteLater = async (): Promise<void> => {
    pass(60_000);
    await watch.look();
  };
  return { watch, clocks, told, minuteLater };
}

describe('the watch on the clocks', () => {
  it('says nothing of clocks that agree', async () => {
    const { watch, told, minuteLater } = watched();
    await watch.look();
    for (let minute = 0; minute < 5; minute += 1) await minuteLater();
    expect(told).toEqual([]);
    expect(watch.difference()?.verdict).toBe('fine');
  });

  it('warns of this machine’s clock that drifts away once, again as it drifts on, and says when it is right again', async () => {
    const { watch, clocks, told, minuteLater } = watched();
    await watch.look();
    for (let minute = 0; minute < 4; minute += 1) {
      clocks.wallMs -= 1_000;
      await minuteLater();
    }
    expect(told).toEqual(['warn 3000']);
    clocks.wallMs -= 60_000;
    await minuteLater();
    await minuteLater();
    expect(watch.difference()?.verdict).toBe('refuse');
    clocks.wallMs += 64_000;
    await minuteLater();
    expect(told).toEqual(['warn 3000', 'refuse 64000', 'fine 0']);
  });

  it.each([
    ['put back', -300_000],
    ['put forward', 300_000],
  ])('notices that the database’s clock was %s, though this machine’s went with it', async (_, byMs) => {
    const { watch, clocks, told, minuteLater } = watched();
    await watch.look();
    clocks.databaseMs += byMs;
    clocks.wallMs += byMs;
    await minuteLater();
    await minuteLater();
    expect(told).toEqual([`jumped ${byMs}`]);
  });

  it('takes a database that is slow to answer for no jump', async () => {
    const { watch, clocks, told, minuteLater } = watched();
    await watch.look();
    clocks.answersAfterMs = 5_000;
    await minuteLater();
    clocks.answersAfterMs = 0;
    await minuteLater();
    expect(told.filter((each) => each.startsWith('jumped'))).toEqual([]);
  });

  it('keeps what it last knew when the database does not answer', async () => {
    const { watch, clocks } = watched();
    expect(watch.difference()).toBeNull();
    clocks.wallMs += 10_000;
    await watch.look();
    expect(watch.difference()).toMatchObject({ differenceMs: -10_000, verdict: 'warn' });
  });
});
