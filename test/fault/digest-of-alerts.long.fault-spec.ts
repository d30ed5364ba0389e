import type { ShipmentId } from '@cellrelay/kernel';
import type { ShipmentCommand } from '@cellrelay/shipment';
import { asked } from '../support/deliveries.js';
import type { Change } from '../support/changed-sources.js';
import { MailServer } from '../support/mail-server.js';
import { openReal, operatorOf, putOnCall, reachable } from '../support/on-call.js';
import { eventually, WithoutBells } from '../support/without-bells.js';

const day = 86_400;
const onCall = '/libs/use-cases/src/on-call/tell-desk.ts';
/** What takes over from a dead worker half a minute later in use does it in seconds here. */
const soon: Change = {
  file: '/apps/ops/src/stack/stack-options.ts',
  what: 'standardLeaseMs = 30_?000',
  into: 'standardLeaseMs = 3000',
};
const noting = String.raw`await this\.parts\.notices\.keep\(notices\);`;
/**
 * Of what two are told of it is noted whom to tell, and then the desk never answers: where such a worker is killed, the log knows of no step. What one alone is told of goes on, so
 * that it takes up no place in which the other would be rung.
 */
const hangsOnceNoted: Change = {
  file: onCall,
  what: noting,
  into: 'await this.parts.notices.keep(notices); if (notices.length > 1) await new Promise(() => undefined);',
};
/** No alert is noted before what was noted of the one before has become a message. */
const oneAfterTheOther: Change = {
  file: onCall,
  what: noting,
  into: `const noted = (globalThis.noted ?? Promise.resolve()).catch(() => undefined).then(async () => {
    await this.parts.notices.keep(notices);
    const waiting = 'select from cellrelay.alert_notice where delivery is null and ended_at is null';
    while ((await this.parts.notices.pool.query(waiting)).rowCount > 0) await new Promise((again) => setTimeout(again, 25));
  });
  globalThis.noted = noted;
  await noted;`,
};
/** A notice by a key that each asking makes anew. */
const keysOfTheirOwn: Change = {
  file: onCall,
  what: String.raw`key: \`\$\{idempotencyKey\}/`,
  into: 'key: `${Math.random()}/',
};
const nobodyHolds: Change = {
  file: '/libs/adapter-postgres/src/on-call/on-call-sql.ts',
  what: String.raw`\) as hold\``,
  into: ') and false as hold`',
};

let world: WithoutBells;
let server: MailServer;
let settings: { readonly SMTP_URL: string; readonly CELLRELAY_MAIL_FROM: string };
let shipments: readonly ShipmentId[];

beforeEach(async () => {
  world = await WithoutBells.open();
  server = await MailServer.start({ hideSTARTTLS: true, disabledCommands: ['STARTTLS', 'AUTH'] });
  settings = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, CELLRELAY_MAIL_FROM: 'cellrelay@example.org' };
  await silence();
  shipments = await overdue();
});
afterEach(async () => {
  await world.close();
  await server.close();
});

/** A worker rang bells until two hours ago, and was killed then. */
async function silence(): Promise<void> {
  const first = await world.worker(settings);
  await eventually(async () => (await world.rows('bell_beat')) === 1);
  await first.kill();
  await world.owner.query(
    `update cellrelay.bell_beat set beat_at = beat_at - interval '2 hours', well_at = well_at - interval '2 hours'`,
  );
}

/** Shipments whose donors nobody has cleared in time, a registry's; of it and of the operator one person each is on call. */
async function overdue(): Promise<readonly ShipmentId[]> {
  const { ownerUrl } = world.where;
  const name = 'EXAMPLE Registry';
  const [registry] = await asked<{ id: string }>(
    ownerUrl,
    `insert into cellrelay.organisation (name, kind) values ($1, 'registry') returning id`,
    [name],
  );
  for (const [organisation, person] of [
    [await operatorOf(ownerUrl), 'operating'],
    [registry!.id, 'registering'],
  ] as const)
    await putOnCall(ownerUrl, organisation, [await reachable(ownerUrl, { organisation, name: person })]);
  const organisation = { id: registry!.id, name, kind: 'registry', example: false } as const;
  const named: ShipmentCommand = { name: 'NameParty', data: { part: 'donor-registry', organisation } };
  await world.clockAhead(-19 * day);
  const opened = await openReal(world.api.issue, [81, 82, 83], { daysAhead: 1, then: [named] });
  await world.clockAhead(0);
  return opened;
}

const notices = () => world.rows('alert_notice', 'not ends');

/** An alert that rang a moment ago is late for nobody yet, and somebody is to be told of it all the same. */
const tellingDue = `kind = 'tell' and closed_at is null and does <> 'stand' and due_at <= cellrelay.clock()`;
const ofTheRegistry = `account = (select id from cellrelay.account where name = 'registering')`;

/** A worker that is killed once it has noted whom to tell of a donor, before the log knows; then another, until nobody waits to be told. */
async function killedThenOver(...changes: readonly Change[]): Promise<readonly string[]> {
  const killed = await world.worker(settings, [soon, hangsOnceNoted]);
  await eventually(async () => (await world.rows('alert_notice', ofTheRegistry)) > 0);
  await killed.kill();
  return over(soon, ...changes);
}

/** A worker, until nobody waits to be told: who was told what. */
async function over(...changes: readonly Change[]): Promise<readonly string[]> {
  await world.worker(settings, changes);
  await world.over();
  await eventually(async () => (await world.rows('agenda_item', tellingDue)) === 0);
  await eventually(async () => (await world.rows('alert_notice', 'delivery is null')) === 0);
  await eventually(async () => (await world.rows('delivery', `status = 'waiting'`)) === 0);
  return server.letters.map(({ to, text }) => `${to.join()}: ${/^Subject: (.*)$/m.exec(text)?.[1] ?? ''}`).sort();
}

it('a worker that is killed as it notes whom to tell of alerts after two silent hours leaves one message a person to the next', async () => {
  const letters = await killedThenOver();
  const told = await world.rows('event', `text like '%"AlertTold"%'`);
  // The operator's people are told of every trouble, the registry's of the donor's alone.
  expect(letters).toEqual([
    expect.stringContaining(`operating@example.org: ${told} alerts`),
    expect.stringMatching(/^registering@example\.org: 3 alerts/),
  ]);
  expect(await world.rows('delivery', `status = 'sent'`)).toBe(2);
  expect([await notices(), told > shipments.length]).toEqual([told + shipments.length, true]);
}, 180_000);

it('it is told of twice where each asking notes by a key of its own: the control', async () => {
  const told = await killedThenOver(keysOfTheirOwn);
  const registering = told.filter((each) => each.startsWith('registering@'));
  // Three shipments have an alert each; those that were noted before the worker was killed, one at least, are told of twice.
  const alerts = registering.map((each) => Number(/: (\d+) alerts/.exec(each)?.[1] ?? 1));
  expect(alerts.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(shipments.length);
}, 180_000);

it('it is told piece by piece where nobody holds while bells catch up: the control', async () => {
  expect((await over(nobodyHolds, oneAfterTheOther)).length).toBeGreaterThan(2);
}, 180_000);
