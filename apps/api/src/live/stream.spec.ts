import { err, ok, type ShipmentId } from '@cellrelay/kernel';
import { after } from '@cellrelay/platform';
import type { Change, ChangeStream } from '@cellrelay/use-cases';
import { SharedChanges } from './shared-changes.js';
import { LiveStream, mostWaitingBytes, type Line, type Watcher } from './stream.js';

function feed(first: number) {
  const all: Change[] = Array.from({ length: first }, (_, n) => change(n + 1));
  let wake: () => void = () => undefined;
  const reads: string[] = [];
  const changes: ChangeStream = {
    changesAfter: (cursor, limit) => {
      reads.push(cursor);
      if (!/^\d+$/.test(cursor))
        return Promise.resolve(err({ code: 'cursor-unknown', sentence: 'Of another database.' }));
      return Promise.resolve(ok(all.filter((each) => Number(each.cursor) > Number(cursor)).slice(0, limit)));
    },
    latestCursor: () => Promise.resolve(String(all.length)),
    watch: (listener) => ((wake = listener), () => (wake = () => undefined)),
  };
  const commit = (): void => {
    all.push(change(all.length + 1));
    wake();
  };
  return {
    shared: new SharedChanges(changes, { rows: () => Promise.resolve([]), own: () => Promise.resolve([]) }),
    commit,
    reads,
  };
}

function change(n: number): Change {
  return { cursor: String(n), shipment: `shipment-${n}` as ShipmentId, revision: n };
}

function lineOf() {
  const written: string[] = [];
  const state = { waiting: 0, full: false, done: '', drain: () => undefined as void };
  const line: Line = {
    write: (text) => written.push(text),
    end: () => (state.done = 'ended'),
    destroy: () => (state.done = 'destroyed'),
    once: (_event, drained) => (state.drain = drained),
    get writableLength() {
      return state.waiting;
    },
    get writableNeedDrain() {
      return state.full;
    },
  };
  const ids = () => [...written.join('').matchAll(/id: (\d+)\nevent: change/g)].map((found) => Number(found[1]));
  return { line, written, state, ids };
}

/** Sees everything, and goes on doing so. */
const operators: Watcher = {
  view: { tell: ({ shipment, revision, row }) => ({ shipment, revision, row }) },
  stillTheirs: () => Promise.resolve(true),
  told: (all) => Promise.resolve(all),
};

/** Lets what is ready to run do so. */
const settled = () => new Promise<void>((resolve) => void after(2, resolve));

describe('a live stream', () => {
  it('resumes after the cursor and misses nothing, over several pages', async () => {
    const { shared } = feed(250);
    const { line, ids } = lineOf();
    const stream = new LiveStream(line, shared, operators);
    const over = stream.run('3');
    await settled();
    stream.end('closed');
    expect(await over).toBe('closed');
    expect(ids()).toEqual(Array.from({ length: 247 }, (_, n) => n + 4));
    shared.close();
  });

  it('begins with now where there is no cursor, and names it', async () => {
    const { shared, commit } = feed(7);
    const { line, written, ids } = lineOf();
    const stream = new LiveStream(line, shared, operators);
    const over = stream.run(undefined);
    await settled();
    expect(written[0]).toContain('id: 7\nevent: hello');
    commit();
    await settled();
    expect(ids()).toEqual([8]);
    stream.end('closed');
    await over;
    shared.close();
  });

  it('does not sleep through a commit that falls between reading and waiting', async () => {
    const { shared, commit } = feed(0);
    const { line, ids } = lineOf();
    const stream = new LiveStream(line, shared, operators);
    const over = stream.run('0');
    commit();
    commit();
    await settled();
    expect(ids()).toEqual([1, 2]);
    stream.end('closed');
    await over;
    shared.close();
  });

  it('cuts a client off that does not take what it is sent', async () => {
    const { shared, commit } = feed(0);
    const { line, state } = lineOf();
    const stream = new LiveStream(line, shared, operators);
    const over = stream.run('0');
    await settled();
    state.waiting = mostWaitingBytes + 1;
    commit();
    expect(await over).toBe('too-slow');
    expect(state.done).toBe('destroyed');
    shared.close();
  });

  it('sends the next page when the client has taken the last one, and not before', async () => {
    const { shared } = feed(250);
    const { line, state, ids } = lineOf();
    const stream = new LiveStream(line, shared, operators);
    state.full = true;
    const over = stream.run('0');
    await settled();
    expect(ids()).toHaveLength(100);
    state.drain();
    await settled();
    expect(ids()).toHaveLength(200);
    stream.end('closed');
    expect(await over).toBe('closed');
    shared.close();
  });

  it('does not wait for ever for a client that takes nothing', async () => {
    const { shared } = feed(250);
    const { line, state } = lineOf();
    state.full = true;
    expect(await new LiveStream(line, shared, operators, 20).run('0')).toBe('too-slow');
    expect(state.done).toBe('destroyed');
    shared.close();
  });

  it('says that the session has ended, then ends', async () => {
    const { shared } = feed(0);
    const { line, written, state } = lineOf();
    const stream = new LiveStream(line, shared, operators);
    const over = stream.run('0');
    await settled();
    stream.end('signed-out');
    expect(await over).toBe('signed-out');
    expect(written.at(-1)).toBe('event: signed-out\ndata: {}\n\n');
    expect(state.done).toBe('ended');
    shared.close();
  });

  it('tells what is seen, and not what stands for it', async () => {
    const { shared } = feed(2);
    const { line, written, ids } = lineOf();
    const told = <T>(all: T): Promise<T> =>
      Promise.resolve(JSON.parse(JSON.stringify(all).replaceAll('shipment-2', 'told')) as T);
    const stream = new LiveStream(line, shared, { ...operators, told });
    const over = stream.run('0');
    await settled();
    stream.end('closed');
    await over;
    expect(ids()).toEqual([1, 2]);
    expect(written.join('')).toContain('"told"');
    expect(written.join('')).not.toContain('shipment-2');
    shared.close();
  });

  it('has a client that comes from another database start over', async () => {
    const { shared, commit } = feed(4);
    const { line, written, ids } = lineOf();
    const stream = new LiveStream(line, shared, operators);
    const over = stream.run('elsewhere');
    await settled();
    expect(written.join('')).toContain('id: 4\nevent: start-over');
    commit();
    await settled();
    expect(ids()).toEqual([5]);
    stream.end('closed');
    await over;
    shared.close();
  });

  it('shares one reading among the streams that stand at the same place', async () => {
    const { shared, commit, reads } = feed(0);
    const streams = [lineOf(), lineOf(), lineOf()].map(({ line }) => new LiveStream(line, shared, operators));
    const over = streams.map((stream) => stream.run('0'));
    await settled();
    reads.length = 0;
    commit();
    await settled();
    expect(reads.filter((cursor) => cursor === '0')).toHaveLength(1);
    streams.forEach((stream) => stream.end('closed'));
    await Promise.all(over);
    shared.close();
  });
});
