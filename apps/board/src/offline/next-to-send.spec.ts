import fc from 'fast-check';
import type { Refusal } from '../api/refusal.js';
import {
  again,
  begun,
  confirmed,
  nextToSend,
  queuedAfter,
  settled,
  takenBack,
  toldBy,
  waitsFor,
  type Outcome,
} from './next-to-send.js';
import type { Kept, ToQueue } from './queued.js';

const refusal: Refusal = {
  code: 'stale-revision',
  title: '',
  detail: 'Somebody has changed this.',
  fields: [],
  allowed: ['9'],
  standsIfConfirmed: false,
};

const wish = (key: string, more: Partial<ToQueue> = {}): ToQueue => ({
  key,
  shipment: 'one',
  command: 'RecordArrival',
  stage: 'flight',
  label: key,
  body: {},
  revision: 5,
  queuedAt: 0,
  stood: [],
  account: 'ana',
  zone: 'Asia/Tokyo',
  ...more,
});

/** Rows as if they had been queued one after another. */
function queue(...wishes: readonly ToQueue[]): readonly Kept[] {
  return wishes.reduce<readonly Kept[]>(
    (rows, one) => [...rows, { ...queuedAfter(rows, one), sequence: rows.length + 1 }],
    [],
  );
}

const end = (rows: readonly Kept[], key: string, outcome: Outcome) =>
  settled(begun(rows, key), { key, before: 'waiting' }, outcome);
const next = (rows: readonly Kept[]) => nextToSend(rows, 'ana')?.key;

describe('what is sent next', () => {
  it('is the first that was written, and nothing of another account', () => {
    const rows = queue(wish('other', { account: 'ben' }), wish('a'), wish('b', { stage: 'customs' }));
    expect(next(rows)).toBe('a');
    expect(next(rows.slice(0, 1))).toBeUndefined();
  });

  it('states the revision that its forerunner’s answer told, and never less than its own form was read on', () => {
    const rows = queue(wish('a'), wish('b'), wish('c', { revision: 8 }));
    expect(rows.map(({ after }) => after)).toEqual([null, 'a', 'b']);
    const [b, c] = end(rows, 'a', { kind: 'done', revision: 6 });
    expect(b).toMatchObject({ revision: 6, after: null });
    expect(c).toMatchObject({ revision: 8, after: 'b' });
    expect(end([b!, c!], 'b', { kind: 'done', revision: 7 })).toMatchObject([{ revision: 8, after: null }]);
  });

  it('states what its author’s own earlier command made of the stage, also where nothing waited when that was told', () => {
    const first = queue(wish('a'));
    const done: Outcome = { kind: 'done', revision: 6 };
    const told = toldBy(first, 'a', done);
    expect(told).toEqual({ account: 'ana', shipment: 'one', stage: 'flight', revision: 6 });
    expect(end(first, 'a', done)).toEqual([]);
    expect(queuedAfter([], wish('b'), told!.revision)).toMatchObject({ revision: 6, after: null });
    expect(queuedAfter([], wish('b', { revision: null }), told!.revision).revision).toBe(6);
    // Control: a form that was read on something newer states that, and without what was told the older one goes.
    expect(queuedAfter([], wish('b', { revision: 8 }), told!.revision).revision).toBe(8);
    expect(queuedAfter([], wish('b')).revision).toBe(5);
  });

  it('is told of no stage by an answer that was none', () => {
    const rows = queue(wish('a'));
    const outcomes: readonly Outcome[] = [
      { kind: 'unknown' },
      { kind: 'held' },
      { kind: 'stale', refusal },
      { kind: 'done', revision: null },
    ];
    expect(outcomes.map((outcome) => toldBy(rows, 'a', outcome))).toEqual(outcomes.map(() => undefined));
  });

  it('passes what was refused and what was written on top of it, and goes on with other stages', () => {
    const rows = end(queue(wish('a'), wish('b'), wish('c', { stage: 'customs' })), 'a', { kind: 'refused', refusal });
    expect(next(rows)).toBe('c');
    expect(waitsFor(rows[1]!, rows)?.key).toBe('a');
    const later = [...rows, { ...queuedAfter(rows, wish('d')), sequence: 9 }];
    expect(later.at(-1)?.after).toBe('b');
  });

  it('is the same again while no answer has come, before anything later of the shipment', () => {
    const rows = end(queue(wish('a'), wish('b', { stage: 'customs' }), wish('c', { shipment: 'two' })), 'a', {
      kind: 'unknown',
    });
    expect(rows[0]?.state).toBe('sending');
    expect(next(rows)).toBe('a');
    expect(nextToSend(rows, 'ana', new Set(['one']))?.key).toBe('c');
  });

  it('after a try that was not looked at stands as before it, also where an earlier try may have been done', () => {
    const fresh = settled(begun(queue(wish('a')), 'a'), { key: 'a', before: 'waiting' }, { kind: 'held' });
    expect(fresh[0]?.state).toBe('waiting');
    const tried = settled(begun(queue(wish('a')), 'a'), { key: 'a', before: 'sending' }, { kind: 'held' });
    expect(tried[0]?.state).toBe('sending');
  });
});

describe('what was stopped', () => {
  it('goes again on what the server said stands now, where it was stale', () => {
    const rows = end(queue(wish('a'), wish('b')), 'a', { kind: 'stale', refusal });
    expect(next(rows)).toBeUndefined();
    expect(nextToSend(again(rows, 'a'), 'ana')).toMatchObject({ key: 'a', revision: 9, refusal: null });
  });

  it('goes again as it is, where it was refused', () => {
    const rows = end(queue(wish('a')), 'a', { kind: 'refused', refusal });
    expect(nextToSend(again(rows, 'a'), 'ana')).toMatchObject({ key: 'a', revision: 5 });
  });

  it('goes again under its key as standing despite the record, where its refusal offers that', () => {
    const offered = { ...refusal, standsIfConfirmed: true };
    const rows = end(queue(wish('a', { body: { words: 'EXAMPLE' } })), 'a', { kind: 'refused', refusal: offered });
    expect(nextToSend(confirmed(rows, 'a'), 'ana')).toMatchObject({
      ...{ key: 'a', state: 'waiting', refusal: null, revision: 5 },
      body: { words: 'EXAMPLE', despiteRecord: true },
    });
  });

  it('does not stand despite the record where nobody offered it', () => {
    const refused = end(queue(wish('a')), 'a', { kind: 'refused', refusal });
    expect(confirmed(refused, 'a')).toBe(refused);
    const stale = end(queue(wish('a')), 'a', { kind: 'stale', refusal: { ...refusal, standsIfConfirmed: true } });
    expect(confirmed(stale, 'a')).toBe(stale);
    expect(confirmed(queue(wish('a')), 'a')).toMatchObject([{ state: 'waiting', body: {} }]);
  });

  it('is taken back, and what waited for it goes from where it would have', () => {
    const rows = end(queue(wish('a'), wish('b')), 'a', { kind: 'stale', refusal });
    expect(takenBack(rows, 'a')).toMatchObject([{ key: 'b', after: null, revision: 5 }]);
  });

  it('is not taken back while it may have been done', () => {
    const rows = end(queue(wish('a')), 'a', { kind: 'unknown' });
    expect(takenBack(rows, 'a')).toBe(rows);
  });
});

/** A server that keeps the contract: one key acts once and answers the same again, and a revision that moved is refused. */
class Server {
  readonly done: { readonly key: string; readonly account: string }[] = [];
  private readonly answers = new Map<string, number>();
  private readonly revisions = new Map<string, number>();
  private seq = 10;

  revision(stage: string): number {
    return this.revisions.get(stage) ?? 5;
  }

  move(stage: string): void {
    this.revisions.set(stage, ++this.seq);
  }

  take(row: Kept, key: string): Outcome {
    const before = this.answers.get(key);
    if (before !== undefined) return { kind: 'done', revision: before };
    const stage = `${row.shipment} ${row.stage}`;
    if (row.revision !== this.revision(stage))
      return { kind: 'stale', refusal: { ...refusal, allowed: [String(this.revision(stage))] } };
    this.move(stage);
    this.answers.set(key, this.seq);
    this.done.push({ key: row.key, account: row.account });
    return { kind: 'done', revision: this.seq };
  }
}

type Fate = 'answered' | 'lost' | 'dropped' | 'held' | 'killed';

type Step =
  | { readonly do: 'write'; readonly stage: string; readonly shipment: string; readonly account: string }
  | { readonly do: 'send'; readonly fate: Fate }
  | { readonly do: 'meddle'; readonly stage: string; readonly shipment: string }
  | { readonly do: 'again' | 'take back'; readonly nth: number };

const stage = fc.constantFrom('flight', 'customs');
const shipment = fc.constantFrom('one', 'two');
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('write' as const), stage, shipment, account: fc.constantFrom('ana', 'ana', 'ben') }),
    fc.record({
      do: fc.constant('send' as const),
      fate: fc.constantFrom<Fate>('answered', 'lost', 'dropped', 'held', 'killed'),
    }),
    fc.record({ do: fc.constant('meddle' as const), stage, shipment }),
    fc.record({ do: fc.constantFrom('again' as const, 'take back' as const), nth: fc.nat(5) }),
  ),
  { maxLength: 60 },
);

interface Flaws {
  /** Another key for each try. */
  readonly freshKeys?: boolean;
  /** What was written later does not wait for what was written before it. */
  readonly noAfter?: boolean;
  /** What an answer told of its stage goes with its row. */
  readonly noTold?: boolean;
}

/** A phone whose rows alone survive what happens to it, and a server at the other end. */
class Phone {
  readonly server = new Server();
  readonly written: Kept[] = [];
  rows: readonly Kept[] = [];
  readonly takenBack = new Set<string>();
  private readonly seen = new Map<string, number>();
  private readonly told = new Map<string, number>();
  private tries = 0;

  constructor(private readonly flaws: Flaws = {}) {}

  run(step: Step): void {
    if (step.do === 'write') this.write(step);
    else if (step.do === 'send') this.send(step.fate);
    else if (step.do === 'meddle') this.server.move(`${step.shipment} ${step.stage}`);
    else this.decide(step.do, step.nth);
  }

  private write({ stage: of, shipment: trip, account }: Extract<Step, { do: 'write' }>): void {
    // Without network the form is read on what was last seen.
    const at = `${trip} ${of}`;
    if (!this.seen.has(at)) this.seen.set(at, this.server.revision(at));
    const key = `k${this.written.length}`;
    const added = wish(key, { stage: of, shipment: trip, account, revision: this.seen.get(at)! });
    const told = this.flaws.noTold === true ? null : (this.told.get(`${account} ${at}`) ?? null);
    const row = { ...queuedAfter(this.rows, added, told), sequence: this.written.length + 1 };
    const kept = this.flaws.noAfter === true ? { ...row, after: null } : row;
    this.rows = [...this.rows, kept];
    this.written.push(kept);
  }

  send(fate: Fate): void {
    const row = nextToSend(this.rows, 'ana');
    if (row === undefined) return;
    this.rows = begun(this.rows, row.key);
    if (fate === 'killed') return;
    const key = this.flaws.freshKeys === true ? `${row.key} ${this.tries++}` : row.key;
    const reached = fate === 'answered' || fate === 'lost';
    const said = reached ? this.server.take(row, key) : undefined;
    const outcome: Outcome = fate === 'held' ? { kind: 'held' } : fate === 'answered' ? said! : { kind: 'unknown' };
    const news = toldBy(this.rows, row.key, outcome);
    if (news !== undefined) this.told.set(`${news.account} ${news.shipment} ${news.stage}`, news.revision);
    this.rows = settled(this.rows, { key: row.key, before: row.state }, outcome);
  }

  private decide(what: 'again' | 'take back', nth: number): void {
    const row = this.rows.filter(({ account }) => account === 'ana')[nth];
    if (row === undefined) return;
    if (what === 'again') {
      this.rows = again(this.rows, row.key);
      return;
    }
    const left = takenBack(this.rows, row.key);
    if (left !== this.rows) this.takenBack.add(row.key);
    this.rows = left;
  }

  /** The network stays, and nobody does anything any more. */
  settle(): void {
    for (let left = this.rows.length * 2; left > 0; left--) this.send('answered');
  }
}

function after(steps: readonly Step[], flaws: Flaws = {}): Phone {
  const phone = new Phone(flaws);
  steps.forEach((step) => phone.run(step));
  phone.settle();
  return phone;
}

const doneBy = ({ server }: Phone) => server.done.map(({ key }) => key);

describe('whatever is lost, answered late or killed', () => {
  it('does each once, in the order in which its stage was written, and nothing of another account', () => {
    fc.assert(
      fc.property(steps, (run) => {
        const phone = after(run);
        const done = doneBy(phone);
        expect(new Set(done).size).toBe(done.length);
        expect(phone.server.done.filter(({ account }) => account !== 'ana')).toEqual([]);
        for (const at of ['one flight', 'one customs', 'two flight', 'two customs']) {
          const places = phone.written.flatMap((row, place) =>
            `${row.shipment} ${row.stage}` === at && done.includes(row.key) ? [[place, done.indexOf(row.key)]] : [],
          );
          const byPlace = places.map(([, when]) => when!);
          const sentAgain = run.some((step) => step.do === 'again');
          if (!sentAgain) expect(byPlace).toEqual([...byPlace].sort((one, other) => one - other));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses none: each was done, was taken back undone, or lies on the phone', () => {
    fc.assert(
      fc.property(steps, (run) => {
        const phone = after(run);
        const done = new Set(doneBy(phone));
        for (const { key } of phone.written) {
          const lies = phone.rows.some((row) => row.key === key);
          expect([done.has(key), phone.takenBack.has(key), lies].filter(Boolean)).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stops nothing while nobody else changes anything, however old the trip is that the forms are read on', () => {
    fc.assert(
      fc.property(steps, (run) => {
        const alone = run.filter((step) => step.do === 'write' || step.do === 'send');
        expect(after(alone).rows.filter(({ account }) => account === 'ana')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('would stop its author’s next one, if what an answer told went with its row', () => {
    const write: Step = { do: 'write', stage: 'flight', shipment: 'one', account: 'ana' };
    const run: readonly Step[] = [write, { do: 'send', fate: 'answered' }, write];
    expect(doneBy(after(run))).toEqual(['k0', 'k1']);
    expect(doneBy(after(run, { noTold: true }))).toEqual(['k0']);
  });

  it('would do things twice with another key for each try', () => {
    const run: readonly Step[] = [
      { do: 'write', stage: 'flight', shipment: 'one', account: 'ana' },
      { do: 'send', fate: 'lost' },
    ];
    expect(doneBy(after(run))).toEqual(['k0']);
    const phone = after(run, { freshKeys: true });
    // The revision keeps the second from being done; sent again on what stands now, it is.
    phone.run({ do: 'again', nth: 0 });
    phone.settle();
    expect(doneBy(phone)).toEqual(['k0', 'k0']);
  });

  it('would stop what was written later, if it did not go after what was written before it', () => {
    const run: readonly Step[] = [1, 2].map(() => ({ do: 'write', stage: 'flight', shipment: 'one', account: 'ana' }));
    expect(doneBy(after(run))).toEqual(['k0', 'k1']);
    expect(doneBy(after(run, { noAfter: true }))).toEqual(['k0']);
  });
});
