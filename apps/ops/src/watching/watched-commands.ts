import {
  monotonicMillis,
  spanned,
  type CommandFate,
  type Issuer,
  type LogFields,
  type Note,
} from '@cellrelay/platform';
import {
  IssueCommand,
  TakeCommand,
  type CommandByLink,
  type AfterCommit,
  type CommandOutcome,
  type FaultPoints,
  type IssuedCommand,
  type ShipmentStore,
  type TakenCommand,
  type TakenOutcome,
} from '@cellrelay/use-cases';
import type { Watching } from './watching.js';

/** People's commands, each counted, logged and traced. */
export class WatchedTake extends TakeCommand {
  constructor(
    parts: ConstructorParameters<typeof TakeCommand>[0],
    private readonly watching: Watching,
  ) {
    super(parts);
  }

  override take(taken: TakenCommand): Promise<TakenOutcome> {
    const { shipment, name, request } = taken;
    return watched(this.watching, { by: 'person', scope: { request, shipment, command: name } }, () =>
      super.take(taken),
    );
  }

  override takeByLink(taken: CommandByLink): Promise<TakenOutcome> {
    const { shipment, name, request } = taken;
    return watched(this.watching, { by: 'person', scope: { request, shipment, command: name } }, () =>
      super.takeByLink(taken),
    );
  }
}

/** The bells' own commands, likewise. */
export class WatchedIssue extends IssueCommand {
  constructor(
    {
      store,
      after,
      points,
    }: { readonly store: ShipmentStore; readonly after: AfterCommit; readonly points: FaultPoints },
    private readonly watching: Watching,
  ) {
    super(store, after, points);
  }

  override execute(issued: Omit<IssuedCommand, 'bodyHash'>, asked?: unknown): Promise<CommandOutcome> {
    const { shipment, command } = issued;
    const { key } = command.data as { readonly key?: string };
    const scope = { shipment, command: command.name, ...(key === undefined ? {} : { key }) };
    return watched(this.watching, { by: 'system', scope }, () => super.execute(issued, asked));
  }
}

type Scope = Readonly<Record<string, string | undefined>>;

interface About {
  readonly by: Issuer;
  readonly scope: Scope;
}

function watched<T extends CommandOutcome | TakenOutcome>(
  { metrics, logger }: Watching,
  { by, scope }: About,
  work: () => Promise<T>,
): Promise<T> {
  const began = monotonicMillis();
  const tell = (fate: CommandFate, more: LogFields, note: Note): void => {
    const ms = monotonicMillis() - began;
    metrics.command(by, fate, ms);
    note({ by, outcome: fate });
    logger[fate === 'refused' && by === 'person' ? 'info' : 'debug'](`command-${fate}`, {
      ...scope,
      by,
      ...more,
      ms: Math.round(ms),
    });
  };
  return spanned('command', { facts: scope }, async (note) => {
    const outcome = await work().catch((error: unknown) => {
      tell('failed', { reason: error instanceof Error ? error.name : 'error' }, note);
      throw error;
    });
    tell(fateOf(outcome), refusedFor(outcome), note);
    return outcome;
  });
}

function fateOf(outcome: CommandOutcome | TakenOutcome): CommandFate {
  if (outcome.kind === 'refused') return 'refused';
  return outcome.repeated ? 'repeated' : 'accepted';
}

/** Codes and places: the sentence may name what a person is known by. */
function refusedFor(outcome: CommandOutcome | TakenOutcome): LogFields {
  if (outcome.kind !== 'refused') return { revision: outcome.answer.revision };
  const refusals = 'refusals' in outcome ? outcome.refusals : [outcome.refusal];
  return { refused: refusals.map(({ code }) => code) };
}

/** The store, each commit traced. */
export function tracedStore(store: ShipmentStore): ShipmentStore {
  return {
    commit: (command, decide) =>
      spanned('commit', { facts: {} }, async (note) => {
        const outcome = await store.commit(command, decide);
        note({ outcome: outcome.kind });
        return outcome;
      }),
    load: (shipment) => store.load(shipment),
    loadAll: (shipments) => store.loadAll(shipments),
    holders: (shipment) => store.holders(shipment),
    log: (shipment, afterSeq, limit) => store.log(shipment, afterSeq, limit),
  };
}

/** What hangs the bells of a commit, traced where there are any. */
export function tracedAfter(after: AfterCommit): AfterCommit {
  return {
    committed: (outcome) =>
      outcome.bells.length === 0
        ? after.committed(outcome)
        : spanned('bells hung', { facts: { bells: outcome.bells.length } }, () => after.committed(outcome)),
  };
}
