import { instantOf } from '@cellrelay/kernel';
import type { Beaten, NoticedDowntime } from './downtime.port.js';
import { Pulse, standardPulse } from './pulse.js';

const at = instantOf('2026-11-22T02:10:00.000Z')!;
const downtime: NoticedDowntime = { id: '1', from: at, to: null, fellDue: 14 };

function pulse(answers: readonly Beaten[] = []) {
  const left = [...answers];
  const asked: (number | null)[] = [];
  const told: NoticedDowntime[] = [];
  const clock = { ms: 1_000_000 };
  const beats = {
    beat: (sinceOwnMs: number | null): Promise<Beaten> => {
      asked.push(sinceOwnMs);
      return Promise.resolve(left.shift() ?? { well: true, noticed: null });
    },
  };
  const one = new Pulse({ beats, elapsedMs: () => clock.ms, silent: (each) => told.push(each), limits: standardPulse });
  return { one, asked, told, pass: (ms: number) => (clock.ms += ms) };
}

describe('the pulse of the bells', () => {
  it('beats before the first answer, and not before each of those that follow', async () => {
    const { one, asked } = pulse();
    await Promise.all([one.beforeAnswer(), one.beforeAnswer(), one.beforeAnswer()]);
    await one.beforeAnswer();
    expect(asked).toEqual([null]);
  });

  it('beats after a look when it is time, and says how long it has not', async () => {
    const { one, asked, pass } = pulse();
    await one.afterLook();
    pass(standardPulse.everyMs - 1);
    await one.afterLook();
    pass(1);
    await one.afterLook();
    expect(asked).toEqual([null, standardPulse.everyMs]);
  });

  it('beats before an answer after a silence, whatever made it silent', async () => {
    const { one, asked, pass } = pulse();
    await one.afterLook();
    pass(3_600_000);
    await one.beforeAnswer();
    expect(asked).toEqual([null, 3_600_000]);
  });

  it('counts from when bells were well: those that are hung and not answered are a silence as well', async () => {
    const { one, asked, pass } = pulse([{ well: true, noticed: null }, ...twice({ well: false, noticed: null })]);
    for (let look = 0; look < 3; look += 1) {
      await one.afterLook();
      pass(standardPulse.everyMs);
    }
    expect(asked).toEqual([null, standardPulse.everyMs, 2 * standardPulse.everyMs]);
  });

  it('looks at each look while bells catch up, and tells of the downtime once, when it is over', async () => {
    const over = { ...downtime, to: at };
    const { one, asked, told } = pulse([...twice({ well: false, noticed: downtime }), { well: true, noticed: over }]);
    for (let look = 0; look < 5; look += 1) await one.afterLook();
    expect(asked).toHaveLength(3);
    expect(told).toEqual([over]);
  });

  it('fails what waits for it when the beat cannot be left, and is tried again', async () => {
    let broken = true;
    const beats = {
      beat: () => (broken ? Promise.reject(new Error('no database')) : Promise.resolve({ well: true, noticed: null })),
    };
    const one = new Pulse({ beats, elapsedMs: () => 0, silent: () => undefined, limits: standardPulse });
    await expect(one.beforeAnswer()).rejects.toThrow('no database');
    broken = false;
    await one.beforeAnswer();
  });
});

function twice<T>(one: T): readonly T[] {
  return [one, one];
}
