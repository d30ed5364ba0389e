import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { instantFromMillis, millisOf } from '@cellrelay/kernel';
import { createLogger, every, pause } from '@cellrelay/platform';
import {
  fileLimits,
  IssueCommand,
  readApart,
  ReportReadings,
  type FileReader,
  type ReadingFiles,
} from '@cellrelay/use-cases';
import { readingsOn } from '../../apps/ops/src/stack/readings-on.js';
import { builtFileReader } from '../support/built-file-reader.js';
import { fileGround, logger, type FileGround } from '../support/file-ground.js';

/** A file of as many lines as may be holds up nobody else: bells, other people's answers, the live stream. */

let ground: FileGround;
let bytes: Uint8Array;
beforeAll(async () => {
  ground = await fileGround();
  const row = (nth: number) => `${nth};${instantFromMillis(millisOf(ground.boundAt) + nth * 1_000)};4.5;60.5\n`;
  const rows = Array.from({ length: fileLimits.lines - 1 }, (_, nth) => row(nth));
  bytes = new TextEncoder().encode(`No;t;°C;Humidity %\n${rows.join('')}`);
}, 120_000);
afterAll(() => ground?.api.close());

/** What the main thread has computed so far, in milliseconds; undefined where the system does not tell it. */
function computedMs(): number | undefined {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : undefined;
}

/**
 * For how long the event loop stood still at most, in milliseconds: so much was computed between two turns of it. A machine that has other things to do makes turns late,
 * and computes nothing of ours meanwhile; where it does not tell what was computed, lateness has to do.
 */
async function standstill(work: () => Promise<unknown>): Promise<number> {
  let before = computedMs() ?? performance.now();
  let longest = 0;
  const turns = every(1, () => {
    const now = computedMs() ?? performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  });
  await pause(20);
  longest = 0;
  await work();
  await pause(20);
  turns.cancel();
  return longest;
}

/** The machine stops any process now and then: the best of several says what the work itself does. */
async function leastStandstill(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let nth = 0; nth < 4; nth += 1) all.push(await standstill(work));
  return Math.min(...all);
}

const onTheLoop: FileReader = { read: (file, answers) => Promise.resolve(readApart(file, answers)) };

function filesBy(reader: FileReader) {
  const { database } = ground.api;
  const issue = new IssueCommand(database.shipments, { committed: () => Promise.resolve() });
  const silent = createLogger({ level: 'error', form: 'json', write: () => undefined });
  return readingsOn(database, issue, { logger: silent, files: reader }).readingFiles;
}

const asker = () =>
  ({
    account: 'somebody',
    acting: {
      person: 'EXAMPLE',
      role: 'coordinator',
      organisation: { id: ground.parties['collection-centre'].id, name: 'EXAMPLE', kind: 'operator' },
      courier: null,
    },
  }) as const;

const of = () => ({ shipment: ground.shipment, logger });
const handed = () => ({ bytes: () => Promise.resolve(bytes), answers: {} });
const sha256 = () => createHash('sha256').update(bytes).digest('hex');

async function preview(files: ReadingFiles): Promise<void> {
  const seen = await files.preview(asker(), of(), handed());
  expect(seen).toMatchObject({ value: { readings: { count: fileLimits.lines - 1 } } });
}

describe('a file of as many lines as may be', () => {
  it('is looked at while the event loop turns', async () => {
    const files = filesBy(builtFileReader());
    expect(await leastStandstill(() => preview(files))).toBeLessThan(50);
  }, 240_000);

  it('stops the event loop where it is read on it', async () => {
    const files = filesBy(onTheLoop);
    expect(await leastStandstill(() => preview(files))).toBeGreaterThan(100);
  }, 240_000);

  it('is taken while it turns, and looked through again', async () => {
    const files = filesBy(builtFileReader());
    const take = () => files.take(asker(), of(), { ...handed(), sha256: sha256() });
    const all = fileLimits.lines - 1;
    expect(await take()).toMatchObject({ value: { kept: all, known: 0, refused: { count: 0 } } });
    expect(await leastStandstill(take)).toBeLessThan(50);
    expect(await take()).toMatchObject({ value: { kept: 0, known: all } });
  }, 240_000);

  it('is worked out in less time than it is read in, as often as a worker looks', async () => {
    const { readings: store, shipments, clock } = ground.api.database;
    const issue = new IssueCommand(shipments, { committed: () => Promise.resolve() });
    const mark = { shipment: ground.shipment, revision: 'EXAMPLE', tries: 0 };
    const marks = { mark: () => Promise.resolve(mark), marked: () => Promise.resolve([mark]) };
    const rest = { clear: () => Promise.resolve(), putOff: () => Promise.resolve(), of: store.of.bind(store) };
    const failures: unknown[] = [];
    const failed = (_shipment: unknown, error: unknown) => failures.push(error);
    const reports = new ReportReadings({ store: { ...marks, ...rest }, shipments, issue, clock, failed });
    expect(await leastStandstill(() => reports.sweep())).toBeLessThan(150);
    expect(failures).toEqual([]);
  }, 240_000);
});
