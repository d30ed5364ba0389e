import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { startCollector, type Collector, type SentSpan } from '../support/collector.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { daysAhead } from '../support/days-ahead.js';
import { opsProcess, type OpsProcess } from '../support/ops-process.js';
import { questionsIn, unknownIn } from '../support/watched-names.js';
import { leakedIn, telltalesIn } from '../support/telltales.js';

const shipment = 'a0000000-0000-4000-8000-000000000001';
const site = (name: string, city: string, zone: string) => ({ name: `EXAMPLE ${name}`, city, zone });
const order = {
  reference: 'EX-26-0001',
  example: true,
  parties: {
    donorRegistry: site('Donor Registry', 'Beijing', 'Asia/Shanghai'),
    patientRegistry: site('Patient Registry', 'Minneapolis', 'America/Chicago'),
    collectionCentre: site('Apheresis Centre', 'Beijing', 'Asia/Shanghai'),
    transplantCentre: site('Transplant Centre', 'Houston', 'America/Chicago'),
  },
  product: 'HPC-A',
  minCelsius: 2,
  maxCelsius: 8,
  donorGrid: '9991 EXAM PLE0 0041 202',
  recipients: [{ ref: 'R1', weightKg: 62, doses: [{ metric: 'CD34', per: 'kg', requested: 5, minimum: 2 }] }],
  collectionDays: [daysAhead(60), daysAhead(61)],
  collectionStartsAtClock: '08:00',
  receiptToInfusionMinutes: 240,
};
const flight = (designator: string, [from, to]: readonly [string, string], [departs, arrives]: readonly string[]) => ({
  flight: { designator, from, to, departsLocal: departs, arrivesLocal: arrives },
});
const plan = {
  plan: 1,
  groundMinutesAfter: 80,
  legs: [
    flight('UA 888', ['PEK', 'SFO'], [`${daysAhead(60)}T19:30`, `${daysAhead(60)}T16:00`]),
    flight('UA 1576', ['SFO', 'IAH'], [`${daysAhead(60)}T18:45`, `${daysAhead(61)}T00:30`]),
  ],
};
const said = { statedBy: { person: 'Zora Telltale', organisation: 'EXAMPLE Registry', how: 'telephone' } };
const key = 'hold-seats/1.0/1';

let own: ThrowAwayDatabase;
let collector: Collector;
let one: OpsProcess;
let watchedAt: string;
let metrics: string;

beforeAll(async () => {
  own = await throwAwayDatabase();
  collector = await startCollector();
  one = opsProcess('start', {
    ...{ DATABASE_URL: own.ownerUrl, PORT: '0', CELLRELAY_WATCH_PORT: '0', CELLRELAY_LOG_LEVEL: 'debug' },
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });
  watchedAt = (await one.said(/"event":"watched","url":"([^"]+)"/))[1]!;
  await commanded();
  await one.said(new RegExp(`"event":"bell-answered".*"key":"${key}"`));
  metrics = await (await fetch(`${watchedAt}/metrics`)).text();
  await one.end();
}, 60_000);
afterAll(async () => {
  await one.end();
  await collector.close();
  await own.drop();
});

/** Signs in and sends three commands, the last of which is refused. */
async function commanded(): Promise<void> {
  const url = (await one.said(/CellRelay is at (\S+)/))[1]!;
  const password = (await one.said(/Password {5}(\S+)/))[1]!;
  const headers = { 'content-type': 'application/json', origin: url };
  const session = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'coordinator', password }),
  });
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
  const issue = async (name: string, body: object, more: Record<string, string>): Promise<number> => {
    const address = `${url}/api/v1/shipments/${shipment}/commands/${name}`;
    const all = { ...headers, cookie, 'idempotency-key': name, ...more };
    return (await fetch(address, { method: 'POST', headers: all, body: JSON.stringify(body) })).status;
  };
  expect(await issue('OpenShipment', { ...order, ...said }, { 'if-none-match': '*' })).toBe(200);
  expect(await issue('ProposePlan', { ...plan, ...said }, { 'if-match': '"0"' })).toBe(200);
  expect(await issue('ProposePlan', { ...plan, ...said }, { 'if-match': '"0"', 'idempotency-key': 'x' })).toBe(412);
}

const named = (name: string, facts: Readonly<Record<string, string>>): SentSpan => {
  const found = collector.spans.find(
    (span) => span.name === name && Object.entries(facts).every(([fact, value]) => span.facts[fact] === value),
  );
  if (found === undefined)
    throw new Error(`no span ${name} ${JSON.stringify(facts)}: ${JSON.stringify(collector.spans)}`);
  return found;
};
const under = (parent: SentSpan, name: string): SentSpan => {
  const found = collector.spans.find((span) => span.parent === parent.id && span.name === name);
  if (found === undefined) throw new Error(`no ${name} under ${parent.name}`);
  return found;
};

describe('the trace of a command', () => {
  it('goes from the request over the commit to the bells it hung', () => {
    const command = named('command', { 'cellrelay.command': 'ProposePlan', 'cellrelay.outcome': 'accepted' });
    expect(command.facts).toMatchObject({ 'cellrelay.shipment': shipment, 'cellrelay.by': 'person' });
    const request = collector.spans.find(({ id }) => id === command.parent)!;
    expect(request).toMatchObject({ name: 'request', parent: null, service: 'cellrelay' });
    expect(request.facts).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/api/v1/shipments/:id/commands/:name',
      'http.response.status_code': '200',
      'cellrelay.request': command.facts['cellrelay.request'],
    });
    expect(under(command, 'commit').facts['cellrelay.outcome']).toBe('committed');
    expect(Number(under(command, 'bells hung').facts['cellrelay.bells'])).toBeGreaterThan(0);
  });

  it('is pointed at by the bell’s own, which goes over lease and desk to the outcome', () => {
    const bell = named('bell', { 'cellrelay.key': key });
    const hung = under(
      named('command', { 'cellrelay.command': 'ProposePlan', 'cellrelay.outcome': 'accepted' }),
      'bells hung',
    );
    expect(bell.links).toEqual([{ trace: hung.trace, span: hung.id }]);
    expect(bell).toMatchObject({
      parent: null,
      facts: { 'cellrelay.shipment': shipment, 'cellrelay.outcome': 'done' },
    });
    expect(bell.trace).not.toBe(hung.trace);
    expect(under(bell, 'lease').failed).toBe(false);
    expect(under(bell, 'desk call').facts).toMatchObject({
      'cellrelay.call': 'hold-seats',
      'cellrelay.outcome': 'outcome',
    });
    const outcome = under(bell, 'command');
    expect(outcome.facts).toMatchObject({ 'cellrelay.command': 'RecordSeatsHeld', 'cellrelay.by': 'system' });
    expect(under(outcome, 'commit').facts['cellrelay.outcome']).toBe('committed');
  });

  it('says nothing of who anybody is', () => {
    const telltales = telltalesIn([order, said, { person: 'coordinator' }]);
    expect(telltales).toEqual(expect.arrayContaining(['9991EXAMPLE00041202', 'Zora Telltale', 'EX-26-0001']));
    expect(leakedIn(collector.raw.join('\n'), telltales)).toEqual([]);
    expect(leakedIn('{"value":"9991EXAMPLE00041202"}', telltales)).toEqual(['9991EXAMPLE00041202']);
  });
});

describe('what is logged of that work', () => {
  const lines = (event: string) =>
    one
      .output()
      .split('\n')
      .filter((line) => line.includes(`"event":"${event}"`))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('names shipment, command and request of each command, and the codes of a refusal', () => {
    const request = named('command', { 'cellrelay.outcome': 'refused' }).facts['cellrelay.request'];
    expect(lines('command-refused')).toEqual([
      expect.objectContaining({
        level: 'info',
        shipment,
        command: 'ProposePlan',
        request,
        refused: ['stale-revision'],
      }),
    ]);
    expect(lines('command-accepted')).toContainEqual(
      expect.objectContaining({ level: 'debug', shipment, command: 'OpenShipment', by: 'person' }),
    );
    expect(lines('answered').map((line) => line['request'])).toContain(request);
  });

  it('names shipment, item and key of each bell', () => {
    expect(lines('bell-answered')).toContainEqual(
      expect.objectContaining({ shipment, key, item: expect.stringMatching(/^\d+_1$/), does: 'call', tries: 1 }),
    );
    expect(lines('desk-called')).toContainEqual(
      expect.objectContaining({ shipment, call: 'hold-seats', outcome: 'outcome' }),
    );
  });
});

describe('what is counted of that work', () => {
  const valueOf = (series: string): number => {
    const line = metrics.split('\n').find((each) => each.startsWith(`${series} `));
    if (line === undefined) throw new Error(`no ${series} in ${metrics}`);
    return Number(line.split(' ').at(-1));
  };

  it('are commands by outcome, bells, how late they were, and calls to desks', () => {
    expect(valueOf('cellrelay_command_seconds_count{by="person",outcome="accepted"}')).toBe(2);
    expect(valueOf('cellrelay_command_seconds_count{by="person",outcome="refused"}')).toBe(1);
    expect(valueOf('cellrelay_command_seconds_count{by="system",outcome="accepted"}')).toBeGreaterThan(0);
    expect(valueOf('cellrelay_bells_total{does="call",outcome="done"}')).toBeGreaterThan(0);
    expect(valueOf('cellrelay_bell_lateness_seconds_count{does="call"}')).toBeGreaterThan(0);
    expect(valueOf('cellrelay_desk_call_seconds_count{kind="hold-seats",outcome="outcome"}')).toBeGreaterThan(0);
  });

  it('are what is owed, where bells hang, the pools and the sweep', () => {
    expect(valueOf('cellrelay_up{part="database"}')).toBe(1);
    expect(valueOf('cellrelay_up{part="queue"}')).toBe(1);
    expect(valueOf('cellrelay_agenda_items{state="parked"}')).toBe(0);
    expect(valueOf('cellrelay_pool_connections_most{side="api"}')).toBe(8);
    expect(valueOf('cellrelay_paper_marks{state="waiting"}')).toBe(0);
    expect(valueOf('cellrelay_paper_marks_oldest_seconds{state="waiting"}')).toBe(0);
    expect(valueOf('cellrelay_queue_jobs{queue="bells",state="active"}')).toBe(0);
    expect(valueOf('cellrelay_sweep_looks_total{outcome="well"}')).toBeGreaterThan(0);
    expect(valueOf('cellrelay_live_streams{side="api"}')).toBe(0);
  });

  it('name no shipment and nobody', () => {
    expect(leakedIn(metrics, [shipment, ...telltalesIn([order, said])])).toEqual([]);
  });
});

describe('what is watched of it', () => {
  const rules = readFileSync('docker/prometheus/rules.yml', 'utf8');
  const dashboard = readFileSync('docker/grafana/cellrelay.json', 'utf8');

  it.each([
    ['the rules', () => questionsIn(parse(rules))],
    ['the dashboard', () => questionsIn(JSON.parse(dashboard))],
  ])('by %s is there, each name and each label', (_, read) => {
    const questions = read();
    expect(questions.length).toBeGreaterThan(8);
    expect(questions.flatMap((question) => unknownIn(question, metrics))).toEqual([]);
  });

  it('would be missed were it named otherwise', () => {
    const planted = dashboard
      .replace('cellrelay_pool_waiting', 'cellrelay_pool_queue')
      .replace('cellrelay_bells_total', 'cellrelay_bells_total_count')
      .replace('state=\\"parked\\"', 'status=\\"parked\\"');
    expect(questionsIn(JSON.parse(planted)).flatMap((question) => unknownIn(question, metrics))).toEqual([
      'cellrelay_agenda_items{status}',
      'cellrelay_bells_total_count',
      'cellrelay_pool_queue',
    ]);
  });
});

describe('a collector that is away', () => {
  it('is told of in the log, and holds up neither the work nor the end', async () => {
    const alone = opsProcess('start', {
      ...{ DATABASE_URL: own.ownerUrl, PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://u:ZZ-TELLTALE@127.0.0.1:9' },
    });
    const url = (await alone.said(/CellRelay is at (\S+)/))[1]!;
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    await alone.said(/"level":"warn","event":"traces-not-sent","reason":"[^"]+/);
    const asked = Date.now();
    expect(await alone.end()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(15_000);
    expect(alone.output()).not.toContain('TELLTALE');
  }, 60_000);
});
