import { instantOf } from '@cellrelay/kernel';
import type { Beaten, BeatStore, NoticedDowntime, OwnBeat } from './downtime.port.js';
import { Pulse, standardPulse, type PulseParts } from './pulse.js';

const at = instantOf('2026-11-22T02:10:00.000Z')!;
const downtime: NoticedDowntime = { id: '1', from: at, to: null, fellDue: 14 };

const well: Beaten = { well: true, wellAt: at, noticed: null };
const unwell: Beaten = { ...well, well: false };
const own = (sinceMs: number): OwnBeat => ({ sinceMs, wellAt: at });

function pulseOf(beats: BeatStore, more: Partial<PulseParts> = {}): Pulse {
  return new Pulse({
    ...{ beats, limits: standardPulse, elapsedMs: () => 0, silent: () => undefined, unrecorded: () => undefined },
    inTime: (_withinMs, beat) => beat.then(() => true),
    ...more,
  });
}

function pulse(answers: readonly Beaten[] = []) {
  const left = [...answers];
  const asked: (OwnBeat | null)[] = [];
  const told: NoticedDowntime[] = [];
  const clock = { ms: 1_000_000 };
  const beats = {
    beat: (known: OwnBeat | null): Promise<Beaten> => {
      asked.push(known);
      return Promise.resolve(left.shift() ?? well);
    },
  };
  const one = pulseOf(beats, { elapsedMs: () => clock.ms, silent: (each) => told.push(each) });
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
    expect(asked).toEqual([null, own(standardPulse.everyMs)]);
  });

  it('beats before an answer after a silence, whatever made it silent', async () => {
    const { one, asked, pass } = pulse();
    await one.afterLook();
    pass(3_600_000);
    await one.beforeAnswer();
    expect(asked).toEqual([null, own(3_600_000)]);
  });

  it('counts from when bells were well: those that are hung and not answered are a silence as well', async () => {
    const { one, asked, pass } = pulse([well, ...twice(unwell)]);
    for (let look = 0; look < 3; look += 1) {
      await one.afterLook();
      pass(standardPulse.everyMs);
    }
    expect(asked).toEqual([null, own(standardPulse.everyMs), own(2 * standardPulse.everyMs)]);
  });

  it('looks at each look while bells catch up, and tells of the downtime once, when it is over', async () => {
    const over = { ...downtime, to: at };
    const { one, asked, told } = pulse([...twice({ ...unwell, noticed: downtime }), { ...well, noticed: over }]);
    for (let look = 0; look < 5; look += 1) await one.afterLook();
    expect(asked).toHaveLength(3);
    expect(told).toEqual([over]);
  });

  it('fails what waits for it when the beat cannot be left, and is tried again', async () => {
    let broken = true;
    const beats = {
      beat: () => (broken ? Promise.reject(new Error('no database')) : Promise.resolve(well)),
    };
    const one = pulseOf(beats);
    await expect(one.beforeAnswer()).rejects.toThrow('no database');
    broken = false;
    await one.beforeAnswer();
  });

  it('knows, once bells were not well, when they were last: a database that is older than that is another', async () => {
    const later = instantOf('2026-11-22T02:15:00.000Z')!;
    const { one, asked, pass } = pulse([well, { ...unwell, wellAt: later }, well]);
    for (let look = 0; look < 3; look += 1) {
      await one.afterLook();
      pass(standardPulse.everyMs);
    }
    expect(asked.map((each) => each?.wellAt)).toEqual([undefined, at, at]);
  });
});

describe('a beat that cannot be left', () => {
  it('holds no bell for good: after a few in vain they are answered, which is told, and the beat is tried each time', async () => {
    let [broken, tried] = [true, 0];
    const beats = {
      beat: () => {
        tried += 1;
        return broken ? Promise.reject(new Error('no room')) : Promise.resolve(well);
      },
    };
    const told: unknown[] = [];
    const one = pulseOf(beats, { unrecorded: (error) => told.push(String(error)) });
    for (let n = 1; n < standardPulse.patienceBeats; n += 1)
      await expect(one.beforeAnswer()).rejects.toThrow('no room');
    await one.beforeAnswer();
    await one.beforeAnswer();
    expect([told, tried]).toEqual([twice('Error: no room'), standardPulse.patienceBeats + 1]);
    await expect(one.afterLook()).rejects.toThrow('no room');
    broken = false;
    await one.beforeAnswer();
    expect(told).toHaveLength(2);
  });

  it('is waited for so long and no longer, counted from its beginning; the looks go on beside it', async () => {
    const waits: number[] = [];
    const told: unknown[] = [];
    let [began, nowMs] = [0, 0];
    const beats = {
      beat: () => {
        began += 1;
        return new Promise<Beaten>(() => undefined);
      },
    };
    const one = pulseOf(beats, {
      elapsedMs: () => nowMs,
      unrecorded: (error) => told.push(error),
      inTime: (withinMs) => Promise.resolve(void waits.push(withinMs)).then(() => false),
    });
    await one.beforeAnswer();
    nowMs = 4_000;
    await one.afterLook();
    nowMs = 60_000;
    await one.beforeAnswer();
    expect([waits, began, told.length]).toEqual([
      [standardPulse.patienceMs, standardPulse.patienceMs - 4_000, 0],
      1,
      3,
    ]);
  });
});

function twice<T>(one: T): readonly T[] {
  return [one, one];
}
