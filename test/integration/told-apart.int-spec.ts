import { mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '@cellrelay/adapter-postgres';
import { millisOf, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import {
  agendaOf,
  decide,
  namedParts,
  temperatureReport,
  type Alert,
  type Call,
  type NamedPart,
  type Shipment,
  type ShipmentCommand,
} from '@cellrelay/shipment';
import {
  FeedEndpoints,
  IssueCommand,
  noRelay,
  personalChannels,
  TellDesk,
  TellNotices,
  type AlertNotice,
  type Side,
  type StoredEntry,
} from '@cellrelay/use-cases';
import { endpointsOn } from '../../apps/ops/src/stack/sending-of.js';
import { first, inAllWordsOfDonor, inWordsOf, toldSo, type Telling } from '../e2e/interference/support/tellings.js';
import { ofAnotherPatient } from '../support/another-patient.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked } from '../support/deliveries.js';
import { dryRun } from '../support/dry-world.js';
import { boardOf } from '../support/one-board.js';
import { openReal, operatorOf, putOnCall, reachable } from '../support/on-call.js';
import { scenarioIn } from '../support/scenarios.js';
import { after } from '../support/twice-told.js';
import { opened } from './store-fixtures.js';

const now = '2030-01-01T00:00:00.000Z' as Instant;
const operator = 'operator';
type Who = NamedPart | typeof operator;
const outside: Readonly<Record<Side, readonly NamedPart[]>> = {
  donor: ['patient-registry', 'transplant-centre'],
  patient: ['donor-registry', 'collection-centre', 'courier-company'],
};

let where: ThrowAwayDatabase;
let worker: Database;
let keysFolder: string;
let shipment: ShipmentId;
let organisations: Readonly<Record<Who, string>>;
const accounts = new Map<Who, string>();

const past = <Row extends object>(statement: string, values: readonly unknown[] = []) =>
  asked<Row & Record<string, unknown>>(where.ownerUrl, statement, values);

/** An organisation with somebody on call, who is reached by mail and SMS, and a program. */
async function made(part: Who): Promise<string> {
  const kind = part.endsWith('registry') ? 'registry' : part;
  const found = `insert into cellrelay.organisation (name, kind) values ($1, $2) returning id`;
  const organisation =
    part === operator
      ? await operatorOf(where.ownerUrl)
      : (await past<{ id: string }>(found, [`EXAMPLE ${part}`, kind]))[0]!.id;
  const account = await reachable(where.ownerUrl, { organisation, name: part }, [
    { channel: 'mail', to: `${part}@example.org` },
    { channel: 'sms', to: '+4930123456' },
  ]);
  accounts.set(part, account);
  await putOnCall(where.ownerUrl, organisation, [account]);
  const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  const cursor = await worker.changes.latestCursor();
  const endpoint = { id: randomUUID(), url: 'https://example.org/hook', examples: false, secret, cursor };
  await endpointsOn(worker, keysFolder).make({ account: part, organisation }, endpoint);
  return organisation;
}

beforeAll(async () => {
  where = await throwAwayDatabase();
  worker = await opened(where.ownerUrl);
  keysFolder = await mkdtemp(path.join(tmpdir(), 'told-apart-keys-'));
  const entries: (readonly [Who, string])[] = [];
  for (const part of [operator, ...namedParts] as const) entries.push([part, await made(part)]);
  organisations = Object.fromEntries(entries) as Record<Who, string>;
  // Notices and changes need a shipment that there is; what is told of it comes from the twins.
  [shipment] = (await openReal(new IssueCommand(worker.shipments, noRelay), [91], { daysAhead: 20 })) as [ShipmentId];
});
afterEach(() => past('truncate cellrelay.alert_notice; delete from cellrelay.delivery'));
afterAll(async () => {
  await worker?.close();
  await where?.drop();
  await rm(keysFolder, { recursive: true });
});

/** As no example, with all these organisations in it, and every alert there ever was standing, untold. */
function twin(state: Shipment): Shipment {
  const { order, alert } = state.stages;
  const named = Object.fromEntries(
    namedParts.map((part) => [part, { id: organisations[part], name: `EXAMPLE ${part}` }]),
  );
  const untold = {
    status: 'raised',
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    resolution: null,
  } as const;
  const alerts = alert.alerts.map(({ told: _, ...each }) => ({ ...each, ...untold }));
  const details = order.details && { ...order.details, example: false };
  return {
    ...state,
    stages: { ...state.stages, order: { ...order, details, organisations: named }, alert: { ...alert, alerts } },
  };
}

/** As if the trouble were everybody's: what they are told of it is as they may know it. */
function everybody({ id, cause }: Alert): readonly AlertNotice[] {
  return namedParts.map((part) => ({
    ...{ key: `${part} ${id}`, shipment, alert: id, account: accounts.get(part)!, organisation: organisations[part] },
    ...{ channel: 'mail', to: `${part}@example.org`, severity: cause.severity, ends: false, notBefore: null },
    ...{ occasion: 1, step: 1, kept: false },
  }));
}

/** Programs that were there before anything happened, and are told it anew each time. */
function fromTheBeginning() {
  const endpoints = endpointsOn(worker, keysFolder);
  const feeds = async () => (await endpoints.feeds()).map((feed) => ({ ...feed, since: '2000-01-01T00:00:00.000Z' }));
  return { feeds, moveOn: () => Promise.resolve() };
}

/** All that goes out to each organisation's people and program of that state, and what is noted for it, in bytes. */
async function outgoing(state: Shipment, log: readonly StoredEntry[]): Promise<Readonly<Record<Who, string>>> {
  const shipments = {
    load: () => Promise.resolve(state),
    loadAll: () => Promise.resolve([{ shipment, state }]),
  };
  const { onCall, notices, deliveries, changes } = worker;
  const desk = new TellDesk({ shipments, onCall, notices, sends: personalChannels });
  for (const owed of agendaOf(state).filter((each): each is Call => each.kind === 'tell'))
    await desk.call({
      ...{ kind: 'tell', idempotencyKey: `${shipment}/${owed.key}`, dueAt: owed.dueAt, now },
      ...{ shipment, data: owed.request },
    });
  await notices.keep(state.stages.alert.alerts.flatMap(everybody));
  const noted = await past<{ organisation: string; bytes: string }>(
    `select notice ->> 'organisation' as organisation, string_agg(notice::text, ' ' order by key) as bytes
     from cellrelay.alert_notice group by 1`,
  );
  await new TellNotices({ shipments, onCall, notices }).look();
  const failed: unknown[] = [];
  await new FeedEndpoints({
    ...{ endpoints: fromTheBeginning(), changes, deliveries },
    questions: boardOf(shipment, state, log),
    clock: { now: () => Promise.resolve(now) },
    failed: (error) => failed.push(error),
  }).look();
  expect(failed).toEqual([]);
  const sent = await past<{ organisation: string; bytes: string }>(
    `select organisation, string_agg(body::text, ' ' order by key) as bytes from cellrelay.delivery group by 1`,
  );
  await past('truncate cellrelay.alert_notice; delete from cellrelay.delivery');
  const bytesOf = (id: string) =>
    [...noted, ...sent]
      .filter(({ organisation }) => organisation === id)
      .map(({ bytes }) => bytes)
      .join('\n');
  return Object.fromEntries(Object.entries(organisations).map(([who, id]) => [who, bytesOf(id)])) as Record<
    Who,
    string
  >;
}

/** The same history, in which that side says all in other words, and of another patient where it is theirs. */
async function twinsOf(name: string, side: Side) {
  const scenario = scenarioIn(name);
  const [one, other] = [await dryRun(scenario), await dryRun(toldSo(scenario, inWordsOf(side, first)))];
  const changed = side === 'patient' ? ofAnotherPatient : (state: Shipment) => state;
  const lines = one.log.length;
  expect(other.log).toHaveLength(lines);
  return [0.3, 0.5, 0.75, 0.9].map((part) => {
    const at = Math.ceil(part * lines);
    return {
      one: [twin(after(one.log, at)), one.log.slice(0, at)] as const,
      other: [twin(changed(after(other.log, at))), other.log.slice(0, at)] as const,
    };
  });
}

it.each<[string, Side]>([
  ['case-b-twins.yaml', 'donor'],
  ['case-b-twins.yaml', 'patient'],
  ['accepted-with-deviation.yaml', 'patient'],
])(
  '%s: of twins that differ in what the %s’s side alone knows, the same goes out to all others, byte for byte; the operator’s differ: the control',
  async (name, side) => {
    let [told, apart] = ['', 0];
    for (const { one, other } of await twinsOf(name, side)) {
      const [mine, yours] = [await outgoing(...one), await outgoing(...other)];
      for (const part of outside[side]) expect([part, yours[part]]).toEqual([part, mine[part]]);
      told += outside[side].map((part) => mine[part]).join('\n');
      if (mine.operator !== yours.operator) apart += 1;
    }
    for (const channel of ['mail', 'webhook']) expect(told).toContain(`"channel":"${channel}"`);
    expect(apart).toBeGreaterThan(0);
  },
  240_000,
);

function said(state: Shipment, command: ShipmentCommand, at: Instant): Shipment {
  const statedBy = { person: 'EXAMPLE', organisation: 'EXAMPLE', how: 'rule' } as const;
  const decision = decide(command, state, { now: at, statedBy });
  if (!decision.ok) throw new Error(decision.error.sentence);
  return decision.value.shipment;
}

/** The box of that state got too warm an hour and a half after it was packed, by the logger in it, and is so still. */
function tooWarm(state: Shipment): Shipment {
  const { packed, packedAt } = state.stages['courier-handoff'];
  if (packed === null || packedAt === null || state.recordedAt === null) throw new Error('there is no box');
  const { box, logger } = packed;
  const bound = { logger, box, probe: 'in-the-box-air', sends: 'by-file', boundAt: packedAt } as const;
  const watched = said(state, { name: 'BindLogger', data: bound }, state.recordedAt);
  const readings = Array.from({ length: 16 }, (_, nth) => ({
    ...{ atMillis: millisOf(packedAt.at) + nth * 600_000, celsius: nth < 9 ? 5 : 15 },
  }));
  const asOf = plusMinutes(packedAt.at, 150);
  const report = temperatureReport(watched, new Map([[logger, readings]]), asOf);
  if (report === null) throw new Error('its readings imply nothing');
  return said(watched, { name: 'RecordTemperature', data: report }, asOf);
}

/** The twins as far as the courier has the box, and it is too warm. */
async function warmTwins(telling: Telling): Promise<readonly [Shipment, readonly StoredEntry[]]> {
  const whole = scenarioIn('case-b-twins.yaml');
  const steps = whole.steps.slice(0, whole.steps.findIndex(({ command }) => command === 'HandOverToCourier') + 1);
  const until = steps.at(-1)?.at ?? null;
  const { log } = await dryRun(toldSo({ ...whole, steps, until }, telling));
  const lines = log.findIndex(({ text }) => text.includes('"HandedOverToCourier"')) + 1;
  return [twin(tooWarm(after(log, lines))), log.slice(0, lines)];
}

it('of a box that gets too warm on the way nobody is told its labels who has not had it in hand; the operator and the courier are: the control', async () => {
  const [mine, yours] = [
    await outgoing(...(await warmTwins(first))),
    await outgoing(...(await warmTwins(inAllWordsOfDonor))),
  ];
  for (const part of outside.donor) {
    expect(mine[part]).toMatch(/is warmer than ordered/);
    expect([part, yours[part]]).toEqual([part, mine[part]]);
  }
  for (const part of [operator, 'courier-company'] as const) {
    expect(mine[part]).toMatch(/Box BOX-7 is warmer than ordered/);
    expect(yours[part]).not.toBe(mine[part]);
  }
}, 240_000);
