import { inZone, type Instant, type Zone } from '@cellrelay/kernel';
import { mayIssue } from '@cellrelay/shipment';
import { stageCommanded, type Side } from '@cellrelay/use-cases';
import type { StepOutcome } from '../../../../apps/ops/src/replay/run/replay-world.js';
import { runScenario } from '../../../../apps/ops/src/replay/run/run-scenario.js';
import { StackWorld } from '../../../../apps/ops/src/replay/run/stack-world.js';
import type { Scenario, Step } from '../../../../apps/ops/src/replay/scenario/scenario.js';
import { scenarioIn } from '../../../support/scenarios.js';
import { compared } from './aside.js';
import { Asking } from './asking.js';
import { Crossing, type Asked, type Growing } from './crossing.js';
import { papersCome, type PapersParts } from './papers.js';
import { parts, type Ground } from './ground.js';
import type { Reader } from './readers.js';
import type { Answered } from './line.js';
import { openRun, type Hole, type Run } from './run.js';
import { first, toldSo, worded, type Identity, type Telling } from './tellings.js';
import type { Told } from './told.js';

/** A scenario that is gone through, and what is asked of it. */
export interface Journey {
  readonly scenario: string;
  /** Numbers of the steps after which everybody asks everything that may be asked. */
  readonly looks: readonly number[];
  /** The step after which papers are issued, before anybody looks; none are unless told. */
  readonly papersAfter?: Step['command'];
  /** How many of its steps are taken; all unless told, and then everybody asks once more at the end. */
  readonly steps?: number;
  /** What is tried at the end: every command; or everything that writes, and every question wrongly asked; null: nothing. */
  readonly tries: 'commands' | 'everything' | null;
  /** Who asks; everybody unless told. */
  readonly readers?: readonly string[];
}

const operator = 'operator-coordinator';
const noneYet = 'a0000000-0000-4000-8000-00000000eeee';

/** Goes through a journey in the whole stack, and answers all that everybody was told. */
export async function gone(
  ground: Ground,
  journey: Journey,
  { telling, hole = {} }: { readonly telling: Telling; readonly hole?: Hole },
): Promise<Told> {
  const whole = toldSo(scenarioIn(journey.scenario), telling);
  const scenario = { ...whole, steps: whole.steps.slice(0, journey.steps) };
  const run = await openRun(ground, scenario.script, { telling, hole });
  try {
    await new Going({ ground, journey, telling, scenario, run }).whole();
    return run.told;
  } finally {
    await run.close();
  }
}

type Headers = Readonly<Record<string, string>>;

interface GoingParts {
  readonly ground: Ground;
  readonly journey: Journey;
  readonly telling: Telling;
  readonly scenario: Scenario;
  readonly run: Run;
}

/** One journey under way. */
class Going {
  private readonly asking: Asking;
  private readonly world: StackWorld;
  private readonly known: Growing;
  private readonly ways: PapersParts;
  private readonly crossing: Crossing;
  private keys = 0;

  constructor(private readonly parts: GoingParts) {
    const { run, ground, scenario } = parts;
    const { readers: some } = parts.journey;
    const readers = ground.readers.filter(({ name }) => some === undefined || some.includes(name));
    this.known = {
      ...{ shipment: scenario.shipment, organisation: ground.organisations['donor-registry'] },
      ...{ person: ground.spare, invitation: 'none yet', guess: first.donor.name },
      ...{ grants: [noneYet], letters: [noneYet], link: noneYet },
      papers: ['0'.repeat(32)],
    };
    this.asking = new Asking({ ...run, readers, known: this.known });
    this.ways = { known: this.known, ask: async (by, asked) => accepted(await this.send(by, asked)) };
    const send = (by: string, asked: Asked): Promise<Answered> => this.send(by, asked);
    this.crossing = new Crossing({ ...this.ways, ground, telling: parts.telling, send });
    const steps = { take: (_: unknown, step: Step) => this.take(step) };
    this.world = new StackWorld({ scenario, stack: run.stack, clock: run.clock, steps, told: null });
  }

  async whole(): Promise<void> {
    const { run, ground, journey, scenario } = this.parts;
    await run.streams.begin(ground.readers);
    // What is owed after the last step is rung where the whole scenario is gone through.
    const until = journey.steps === undefined ? scenario.until : (scenario.steps.at(-1)?.at ?? null);
    const taken = await runScenario({ ...scenario, until }, this.world);
    const otherwise = taken.filter(({ step, outcome }) => refusalOf(outcome) !== step.refusedAs);
    if (otherwise.length > 0) throw new Error(`not as the scenario says: ${JSON.stringify(otherwise.map(inShort))}`);
    await (journey.steps === undefined ? this.end() : this.erase());
    if (journey.steps !== undefined && journey.tries !== null) await this.ahead();
    if (journey.tries !== null) await this.command();
    if (journey.tries === 'everything') await this.tryEverything();
    this.letters();
  }

  private async take(step: Step): Promise<StepOutcome> {
    const body = step.command === 'NominateCourier' ? { ...step.body, courier: { poolId: 'courier-81' } } : step.body;
    const answer = await this.issue(operator, step.command, body);
    if (step.number === 0) await this.begin();
    if (step.command === this.parts.journey.papersAfter) await papersCome(this.ways);
    if (this.parts.journey.looks.includes(step.number)) {
      await this.silence();
      await this.deviate();
      await this.look(`after step ${step.number}`, 'bare');
    }
    if (answer.status === 200) return { kind: 'accepted' };
    const problem = JSON.parse(answer.body.toString()) as { code: string; detail: string; errors?: { code: string }[] };
    return { kind: 'refused', code: problem.errors?.[0]?.code ?? problem.code, sentence: problem.detail };
  }

  /** Parties are named, people are invited, and each side records who its people are, looks, and records them anew. */
  private async begin(): Promise<void> {
    const { ground, telling } = this.parts;
    for (const part of Object.keys(parts) as (keyof typeof parts)[])
      accepted(await this.issue(operator, 'NameParty', { part, organisation: ground.organisations[part] }));
    for (const part of ['donor-registry', 'transplant-centre', 'courier-company']) {
      const asked = { id: 'invite', method: 'post', path: '/api/v1/invitations', body: invitation(part) };
      const made = JSON.parse(accepted(await this.send(`${part}-administrator`, asked))) as Invited;
      if (part === 'donor-registry') this.known.invitation = made.invitation.id;
    }
    await this.record('donor-registry-coordinator', 'donor', telling.donor);
    for (const subject of await this.recipients())
      await this.record('transplant-centre-physician', subject, telling.recipients[subject] ?? telling.donor);
    await this.crossing.begin();
  }

  private async record(by: string, subject: string, identity: Identity): Promise<void> {
    const path = `/api/v1/shipments/${this.parts.scenario.shipment}/identities/${subject}`;
    const put = { id: 'putIdentity', method: 'put', path };
    const early = { ...identity, name: `${identity.name}-`, address: null };
    accepted(await this.send(by, { ...put, body: early, headers: { 'if-none-match': '*' } }));
    accepted(await this.send(by, { id: 'getIdentity', method: 'get', path }));
    accepted(await this.send(by, { ...put, body: identity, headers: { 'if-match': '"1"' } }));
  }

  private async recipients(): Promise<readonly string[]> {
    return ((await this.world.load())?.stages.order.details?.recipients ?? []).map(({ ref }) => ref);
  }

  /** Each side opens a deviation in words of its own. */
  private async deviate(): Promise<void> {
    const { telling } = this.parts;
    const zone = 'UTC' as Zone;
    const happenedAt = { local: inZone(await this.world.now(), zone).slice(0, 16), zone };
    const sides: readonly (readonly [Side, string])[] = [
      ['donor', 'donor-registry-coordinator'],
      ['patient', 'transplant-centre-physician'],
    ];
    for (const [side, by] of sides) {
      const words = worded('EXAMPLE It went otherwise than agreed.', side, telling);
      accepted(await this.issue(by, 'OpenDeviation', { kind: 'late', happenedAt, words, seriousness: 'minor' }));
    }
  }

  /** Nobody answered bells for an hour, in which everything that is owed fell due: a digest of it, as the worker leaves one. */
  private async silence(): Promise<void> {
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: this.parts.run.own.ownerUrl });
    await owner.connect();
    await owner.query(silence);
    await owner.query(fellDue);
    await owner.end();
  }

  /** Two of each side erase who their people are; recipients but the first stay. */
  private async erase(): Promise<void> {
    const path = `/api/v1/shipments/${this.parts.scenario.shipment}/identities`;
    const body = { reason: 'asked-by-the-person' };
    const asked = { id: 'eraseIdentityTogether', method: 'post', body, headers: { 'if-match': '"2"' } };
    for (const [subject, part] of [
      ['donor', 'donor-registry'],
      ['R1', 'transplant-centre'],
    ] as const)
      for (const role of ['coordinator', 'physician'])
        accepted(await this.send(`${part}-${role}`, { ...asked, path: `${path}/${subject}/erasure` }));
  }

  /** Letters go, and everybody asks what there is between the sides, before whoever they were written for is erased; then everybody asks everything. */
  private async end(): Promise<void> {
    await this.crossing.lettersGo();
    await this.asking.look('before the erasing', 'bare', /letter|disclos|link|identit/);
    await this.erase();
    await this.look('at the end', this.parts.journey.tries === 'everything' ? 'whole' : 'bare');
  }

  private async look(moment: string, form: 'bare' | 'whole'): Promise<void> {
    await this.parts.run.streams.caughtUp(moment, (await this.world.log()).length, operator);
    await this.asking.look(moment, form);
    await this.crossing.lookAtLink();
  }

  /** The steps that were not taken, by whoever may, at this moment, under another seal and from somebody else's hands. */
  private async ahead(): Promise<void> {
    const { journey, ground } = this.parts;
    const now = await this.world.now();
    for (const { command, body } of scenarioIn(journey.scenario).steps.slice(journey.steps))
      for (const { name, standing } of ground.readers) {
        if (standing === null || !(journey.readers?.includes(name) ?? true) || !mayIssue([standing], command)) continue;
        const { statedBy: _, ...said } = broughtTo(now, body) as Readonly<Record<string, unknown>>;
        const wrong = 'seal' in said ? { ...said, seal: 'EXAMPLE-1', givenBy: 'EXAMPLE N.' } : said;
        await this.issue(name, command, wrong);
        if ('seal' in said) await this.issue(name, command, { ...wrong, sealDiffersReason: 'EXAMPLE It was torn.' });
      }
  }

  private async command(): Promise<void> {
    const zone = 'Asia/Shanghai' as Zone;
    const now = { zone, local: inZone(await this.world.now(), zone).slice(0, 16) };
    await this.asking.command('commanding', now, (command, body) => this.revisionFor(command, body));
  }

  private async tryEverything(): Promise<void> {
    await this.asking.goAstray('astray');
    await this.asking.tryEverything('trying');
  }

  private letters(): void {
    const { mail, told } = this.parts.run;
    mail.letters.forEach(({ from, to, text }, at) =>
      told.add('mailbox', `letter ${at} to ${to.join()}`, `${from}\n${compared('letter', text)}`),
    );
  }

  private async issue(by: string, command: string, body: object): Promise<Answered> {
    const revision = await this.revisionFor(command, body);
    const path = `/api/v1/shipments/${this.parts.scenario.shipment}/commands/${command}`;
    const key = `journey-${(this.keys += 1)}`;
    const headers = { 'idempotency-key': key, 'if-match': `"${revision}"` };
    return this.send(by, { id: command, method: 'post', path, body, headers });
  }

  private async revisionFor(command: string, body: unknown): Promise<number> {
    const shipment = await this.world.load();
    return shipment?.stageRevisions[stageCommanded(command, body)] ?? 0;
  }

  /** What is answered to whoever does something is theirs to read too. */
  private async send(by: string, { id, method, path, body, raw, headers = {} }: Asked): Promise<Answered> {
    const { run, ground } = this.parts;
    const reader = ground.readers.find(({ name }) => name === by) as Reader;
    const type: Headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = { method, path, headers: { ...reader.headers, ...type, ...headers } };
    const written = body === undefined ? raw : JSON.stringify(body);
    const answer = await run.line.send({ ...sent, ...(written === undefined ? {} : { body: written }) });
    run.told.add(by, `journey: ${id} ${method} ${path}`, answer.bytes);
    return answer;
  }
}

/** Every time in a body, put to this moment. */
function broughtTo(now: Instant, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => broughtTo(now, each));
  if (typeof value !== 'object' || value === null) return value;
  const { local, zone } = value as { readonly local?: string; readonly zone?: Zone };
  if (local !== undefined && zone !== undefined) return { zone, local: inZone(now, zone).slice(0, 16) };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, broughtTo(now, each)]));
}

interface Invited {
  readonly invitation: { readonly id: string };
}

const silence = `insert into cellrelay.downtime (from_at, to_at) values (cellrelay.wall_clock(), cellrelay.wall_clock() + interval '1 hour')
  on conflict do nothing`;
const fellDue = `insert into cellrelay.downtime_item (downtime, item, revision, shipment, key, due_at, owner, obligation)
  select d.id, i.id, i.revision, i.shipment, i.key, i.due_at, i.owner, (i.obligation::jsonb - 'offers' - 'byHand' - 'request' - 'overdue')::json
  from cellrelay.agenda_item i, cellrelay.downtime d where i.closed_at is null on conflict do nothing`;

const invitation = (part: string): object => ({
  ...{ person: `EXAMPLE invited by ${part}`, role: 'coordinator', mail: `invited@${part}.example.org` },
});

function accepted({ status, bytes, body }: Answered): string {
  if (status > 204) throw new Error(`refused: ${bytes}`);
  return body.toString();
}

function refusalOf(outcome: StepOutcome | null): string | null {
  return outcome?.kind === 'refused' ? outcome.code : null;
}

function inShort({ step, outcome }: { readonly step: Step; readonly outcome: StepOutcome | null }): object {
  return { number: step.number, command: step.command, expected: step.refusedAs, outcome };
}
