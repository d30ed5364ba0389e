import { setTimeout } from 'node:timers/promises';
import { openedAt } from './case-a.js';
import type { Bell, BellAnswer, BellRequest } from '@cellrelay/use-cases';

/** A worker under test. */
export interface RunningBells {
  close(): Promise<void>;
}

/** A queue to be held to its promises. */
export interface BellUnderTest {
  readonly bell: Bell;
  /** Starts a worker that answers bells so, one deadline at a time unless there are more places. It takes over from a dead one within a few seconds. */
  work(answer: (id: string, revision: number) => Promise<BellAnswer>, places?: number): RunningBells;
  /** Lets another process begin to answer the bell that hangs there, and kills it in the middle. Resolves when it is dead. */
  dieAnswering(): Promise<void>;
  /** Milliseconds that only ever grow. */
  nowMs(): number;
  /** Loses everything that hangs in the queue. */
  forget(): Promise<void>;
}

/** Notes what rings, and lets a test wait for it. */
class Heard {
  constructor(private readonly nowMs: () => number) {}

  readonly rings: { readonly bell: string; readonly atMs: number }[] = [];
  private waiting: { readonly bell: string; readonly times: number; readonly resolve: () => void }[] = [];

  note(id: string, revision: number): void {
    this.rings.push({ bell: `${id}@${revision}`, atMs: this.nowMs() });
    const met = this.waiting.filter((each) => this.count(each.bell) >= each.times);
    this.waiting = this.waiting.filter((each) => !met.includes(each));
    met.forEach((each) => each.resolve());
  }

  count(bell: string): number {
    return this.rings.filter((ring) => ring.bell === bell).length;
  }

  /** Resolves when that bell has rung so often. */
  until(bell: string, times = 1): Promise<void> {
    if (this.count(bell) >= times) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ bell, times, resolve }));
  }
}

const done: BellAnswer = { kind: 'done' };

function bellFor(id: string, waitMs = 0, revision = 1): BellRequest {
  return { id, revision, stage: 'cell-count', does: 'ring', dueAt: openedAt, waitMs };
}

function callFor(id: string, stage: BellRequest['stage']): BellRequest {
  return { ...bellFor(id), does: 'call', stage };
}

/** What a Bell promises, whatever queue it hangs in. `open` is called once. */
export function bellContract(name: string, open: () => Promise<BellUnderTest>): void {
  describe(`${name} keeps the bell's contract`, () => {
    let under: BellUnderTest;
    let heard: Heard;
    let running: RunningBells[] = [];

    beforeAll(async () => (under = await open()));
    beforeEach(() => (heard = new Heard(() => under.nowMs())));
    afterEach(async () => {
      for (const worker of running) await worker.close();
      running = [];
      await under.forget();
    });

    const work = (
      answer: (id: string, revision: number) => BellAnswer | Promise<BellAnswer> = () => done,
      places = 1,
    ): void => {
      running.push(
        under.work((id, revision) => {
          heard.note(id, revision);
          return Promise.resolve(answer(id, revision));
        }, places),
      );
    };

    it('rings what is armed, not before its time', async () => {
      work();
      const armedMs = under.nowMs();
      await under.bell.arm([bellFor('1', 300), bellFor('2')]);
      await Promise.all([heard.until('1@1'), heard.until('2@1')]);
      expect(heard.rings.map((ring) => ring.bell)).toEqual(['2@1', '1@1']);
      expect(heard.rings[1]!.atMs - armedMs).toBeGreaterThanOrEqual(299);
    });

    it('can be reached, as often as it is asked', async () => {
      await under.bell.reach();
      await under.bell.reach();
    });

    it('rings once for an item and revision however often it is armed, and again for the next revision', async () => {
      await under.bell.arm([bellFor('1'), bellFor('1')]);
      await under.bell.arm([bellFor('1')]);
      await under.bell.arm([bellFor('1', 0, 2), bellFor('fence')]);
      work();
      await Promise.all([heard.until('fence@1'), heard.until('1@2')]);
      expect(heard.rings.map((ring) => ring.bell).sort()).toEqual(['1@1', '1@2', 'fence@1']);
    });

    it('rings again, after the wait, when the answer was that it is early', async () => {
      work(() => (heard.count('1@1') === 1 ? { kind: 'again', waitMs: 250 } : done));
      await under.bell.arm([bellFor('1')]);
      await heard.until('1@1', 2);
      expect(heard.rings[1]!.atMs - heard.rings[0]!.atMs).toBeGreaterThanOrEqual(249);
    });

    it('can be armed again once it has been answered', async () => {
      work();
      await under.bell.arm([bellFor('1')]);
      await heard.until('1@1');
      await under.bell.arm([bellFor('fence')]);
      await heard.until('fence@1');
      await under.bell.arm([bellFor('1')]);
      await heard.until('1@1', 2);
    });

    it('knows nothing more of what was lost, and takes it anew', async () => {
      await under.bell.arm([bellFor('1')]);
      await under.forget();
      work();
      await under.bell.arm([bellFor('fence')]);
      await heard.until('fence@1');
      expect(heard.count('1@1')).toBe(0);
      await under.bell.arm([bellFor('1')]);
      await heard.until('1@1');
    });

    it('calls other desks before it tells of alerts', async () => {
      await under.bell.arm([callFor('told1', 'alert'), callFor('told2', 'alert')]);
      await under.bell.arm([callFor('seat', 'flight-booking')]);
      work();
      await Promise.all(['seat@1', 'told1@1', 'told2@1'].map((bell) => heard.until(bell)));
      expect(heard.rings.map(({ bell }) => bell)).toEqual(['seat@1', 'told1@1', 'told2@1']);
    });

    it('tells of what is critical in its turn, not after all other calls', async () => {
      await under.bell.arm([callFor('told', 'alert')]);
      await under.bell.arm([{ ...callFor('critical', 'alert'), urgent: true }]);
      await under.bell.arm([callFor('seat', 'flight-booking')]);
      work();
      await heard.until('told@1');
      expect(heard.rings.map(({ bell }) => bell)).toEqual(['critical@1', 'seat@1', 'told@1']);
    });

    /** Lets so many deadlines be answered, an alert be told of meanwhile, and answers how many had been by then. */
    const answeredBeforeTold = async (deadlines: number): Promise<number> => {
      await under.bell.arm(Array.from({ length: deadlines }, (_, at) => bellFor(`ring${at}`)));
      let ended = 0;
      let before = 0;
      work(async (id) => {
        if (id === 'told') before = ended;
        else await setTimeout(500).then(() => (ended += 1));
        return done;
      }, 8);
      await heard.until(`ring${deadlines - 1}@1`);
      await under.bell.arm([callFor('told', 'alert')]);
      await heard.until('told@1');
      return before;
    };

    it('tells of alerts once no more than half of its places are taken by deadlines', async () => {
      expect(await answeredBeforeTold(8)).toBeGreaterThanOrEqual(4);
    });

    it('tells of them at once where no more are taken: the control', async () => {
      expect(await answeredBeforeTold(4)).toBe(0);
    });

    it('rings for another worker when the one that answers dies', async () => {
      await under.bell.arm([bellFor('1')]);
      await under.dieAnswering();
      work();
      await heard.until('1@1');
      expect(heard.count('1@1')).toBe(1);
    });
  });
}
