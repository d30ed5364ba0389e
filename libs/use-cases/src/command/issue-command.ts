import type { HolidayLookup } from '@cellrelay/itinerary';
import { commandIdOf, err, ok, type CommandId, type Result, type ShipmentId } from '@cellrelay/kernel';
import {
  agendaDifference,
  agendaOf,
  bringsPlans,
  decide,
  holdersIn,
  nameInWords,
  needsLog,
  sharedShipment,
  stageOf,
  type AgendaDifference,
  type Decision,
  type Obligation,
  type Refusal,
  type Shipment,
  type ShipmentCommand,
  type StatedBy,
} from '@cellrelay/shipment';
import { chained, loggedEventOf } from '../log/entry.js';
import { fingerprint } from '../log/chain.js';
import type {
  Commit,
  CommandAnswer,
  CommitOutcome,
  Holidays,
  IssuedCommand,
  LogEntry,
  Loaded,
  ShipmentStore,
} from '../ports.js';
import { notYours } from '../people/not-yours.js';
import { rowOf } from '../questions/row.js';
import { owesPapers } from '../papers/owes-papers.js';
import { owesReport } from '../readings/owes-report.js';
import { scanMoves } from '../scans/scan-moves.js';
import { reached, type FaultPoints } from './fault-points.js';

/** Told after a commit, never before: hangs the bells that the commit made due soon. Losing the call loses nothing; the sweep comes by. */
export interface AfterCommit {
  committed(outcome: Extract<CommitOutcome, { kind: 'committed' }>): Promise<void>;
}

export type CommandOutcome =
  | { readonly kind: 'accepted'; readonly answer: CommandAnswer; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Loads, decides, commits. One transaction holds the events, the state, the agenda's difference, the answer and the board row. */
export class IssueCommand {
  constructor(
    private readonly store: ShipmentStore,
    private readonly after: AfterCommit,
    private readonly points: FaultPoints = reached,
    private readonly holidays: Holidays | null = null,
  ) {}

  /**
   * Issues one command. The same id with the same command acts once and answers the same again; a refusal changes nothing.
   * `ifMatch` is compared with the stage's revision under the shipment's lock. `asked`: what makes two commands the same, where something was looked
   * up for this one that may be otherwise the next time.
   */
  async execute(issued: Omit<IssuedCommand, 'bodyHash'>, asked?: unknown): Promise<CommandOutcome> {
    const { shipment, id, command, link, words, scan } = issued;
    const bodyHash = fingerprint(asked ?? { name: command.name, data: saidIn(command), shipment });
    const brings = { ...(link && { link }), ...(words && { words }), ...(scan && { scan }) };
    const key = { shipment, id, bodyHash, withLog: needsLog(command), ...brings };
    const holidays = this.holidaysFor(command);
    const outcome = await this.store.commit(key, (loaded) => prepare(issued, loaded, holidays));
    if (outcome.kind === 'refused') return { kind: 'refused', refusal: outcome.refusal };
    await this.points.reach('after-commit');
    if (outcome.kind === 'committed') await this.after.committed(outcome);
    return { kind: 'accepted', answer: outcome.answer, repeated: outcome.kind === 'repeated' };
  }

  /** Read before the transaction: the first reading takes a while. */
  private holidaysFor(command: ShipmentCommand): HolidayLookup | undefined {
    return bringsPlans(command) ? this.holidays?.open() : undefined;
  }

  /** A command of the machinery itself: decided on whatever stands. */
  async asSystem(
    shipment: ShipmentId,
    id: CommandId,
    command: ShipmentCommand,
    statedBy: StatedBy,
  ): Promise<CommandOutcome> {
    return this.execute({ shipment, id, command, statedBy, recordedBy: 'system', ifMatch: null });
  }
}

const badKey: Refusal = {
  code: 'idempotency-key-malformed',
  sentence: 'The idempotency key must be 1 to 150 printable characters without spaces.',
};

/** The id of an account's command. Keys are the account's own: two people who happen to use the same key do not meet. */
export function ownCommandId(account: string, idempotencyKey: string): Result<CommandId, Refusal> {
  const id = commandIdOf(`${account}/${idempotencyKey}`);
  return id === undefined ? err(badKey) : ok(id);
}

/** What its author said. A policy is the site's: sent again when another is current, or read by a later release, the same words are the same command. */
function saidIn({ name, data }: ShipmentCommand): unknown {
  if (name !== 'OpenShipment' && name !== 'AdoptPolicy') return data;
  const { policy, ...said } = data;
  return name === 'AdoptPolicy' ? { ...said, version: policy.version } : said;
}

/** What an accepted command writes, computed from what was loaded under the lock. Pure. */
export function prepare(
  issued: Omit<IssuedCommand, 'bodyHash'>,
  loaded: Loaded,
  holidays?: HolidayLookup,
): { readonly ok: true; readonly commit: Commit } | { readonly ok: false; readonly refusal: Refusal } {
  const refusal =
    notTheirs(issued, loaded.state) ?? openedAlready(issued, loaded.state) ?? staleRevision(issued, loaded.state);
  if (refusal !== undefined) return { ok: false, refusal };
  const decided = decideOn(issued, loaded, holidays);
  return decided.ok
    ? { ok: true, commit: commitOf(issued, loaded, decided.value) }
    : { ok: false, refusal: saidTo(issued, loaded, decided.error) };
}

/** A rule's sentence quotes the record: whoever is not of the operator is told it as it reads without free words, and where it reads otherwise then, only which rule it is. */
function saidTo(issued: Omit<IssuedCommand, 'bodyHash'>, loaded: Loaded, refusal: Refusal): Refusal {
  const { state } = loaded;
  if (state === null || !isOutside(issued)) return refusal;
  const decided = decideOn(issued, { ...loaded, state: sharedShipment(state) });
  if (!decided.ok && decided.error.code === refusal.code) return decided.error;
  const { allowed: _allowed, ...rule } = refusal;
  return { ...rule, sentence: 'As things stand on record, this cannot be. The coordination office can say why.' };
}

/** Whether its author is not of the operator, and no machinery. */
function isOutside({ issuer, link }: Omit<IssuedCommand, 'bodyHash'>): boolean {
  return link !== undefined || (issuer !== undefined && issuer.organisation.kind !== 'operator');
}

/** Whoever stood in the shipment when they asked may stand in it no more. */
function notTheirs({ issuer, command }: Omit<IssuedCommand, 'bodyHash'>, state: Shipment | null): Refusal | undefined {
  if (issuer === undefined) return undefined;
  return notYours(issuer, command.name, state === null ? [] : holdersIn(state));
}

function decideOn(
  issued: Omit<IssuedCommand, 'bodyHash'>,
  loaded: Loaded,
  holidays?: HolidayLookup,
): Result<Decision, Refusal> {
  const { command, statedBy, despiteRecord = false } = issued;
  const log = loaded.log?.map((entry) => loggedEventOf(entry.text));
  return decide(command, loaded.state, { now: loaded.now, statedBy, despiteRecord, holidays }, log);
}

/** Before any revision is compared: who opens has read none, and would be told of a revision that moved. */
function openedAlready({ command }: Omit<IssuedCommand, 'bodyHash'>, state: Shipment | null): Refusal | undefined {
  if (command.name !== 'OpenShipment' || state === null) return undefined;
  return { code: 'shipment-exists', sentence: 'A shipment with this id has been opened already.' };
}

function staleRevision(issued: Omit<IssuedCommand, 'bodyHash'>, state: Shipment | null): Refusal | undefined {
  if (issued.ifMatch === null) return undefined;
  const stage = stageOf(issued.command);
  const current = state?.stageRevisions[stage] ?? 0;
  if (issued.ifMatch === current) return undefined;
  return {
    code: 'stale-revision',
    sentence: `Somebody has changed this since you looked at it: ${nameInWords(stage)}. Look again and decide anew.`,
    allowed: [String(current)],
  };
}

function commitOf(issued: Omit<IssuedCommand, 'bodyHash'>, loaded: Loaded, decision: Decision): Commit {
  const first = (loaded.state?.revision ?? 0) + 1;
  const entries = decision.events.map((event, index): LogEntry => ({
    shipment: issued.shipment,
    seq: first + index,
    recordedAt: loaded.now,
    statedBy: issued.statedBy,
    recordedBy: issued.recordedBy,
    commandId: issued.id,
    event,
  }));
  const after = agendaOf(decision.shipment);
  const redriven = decision.events.flatMap((event) => (event.type === 'ItemRedriven' ? [event.data.key] : []));
  return {
    entries: chained(entries, loaded.lastHash),
    state: decision.shipment,
    agenda: withRedriven(agendaDifference(owedBefore(loaded), after), after, redriven),
    redriven,
    answer: answerOf(issued.shipment, decision, entries),
    row: rowOf(issued.shipment, decision.shipment, after),
    owesReport: owesReport(loaded.state, decision.shipment, issued.command.name),
    owesPapers: owesPapers(decision.shipment, decision.events),
    scans: scanMoves(issued, decision.events),
  };
}

function owedBefore({ state, stored }: Loaded): readonly Obligation[] {
  return stored ?? (state === null ? [] : agendaOf(state));
}

/** What is tried again is a new occasion: its row goes on to the next revision, so that no command of the bell's has been issued for it before. */
function withRedriven(
  difference: AgendaDifference,
  owed: readonly Obligation[],
  redriven: readonly string[],
): AgendaDifference {
  const known = new Set([...difference.opened, ...difference.moved].map((each) => each.key));
  const again = owed.filter((each) => redriven.includes(each.key) && !known.has(each.key));
  return { ...difference, moved: [...difference.moved, ...again] };
}

function answerOf(shipment: ShipmentId, { shipment: state }: Decision, entries: readonly LogEntry[]): CommandAnswer {
  return {
    shipment,
    revision: state.revision,
    stageRevisions: state.stageRevisions,
    events: entries.map(({ seq, event }) => ({ seq, type: event.type })),
  };
}
