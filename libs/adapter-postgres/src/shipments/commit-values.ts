import type { Obligation } from '@cellrelay/shipment';
import type { Commit, CommandKey, Loaded } from '@cellrelay/use-cases';
import { withoutNul } from '../plain-text.js';

/** What is the same for all commands of a process. */
interface Fixed {
  readonly folding: { readonly version: number };
  readonly armWithinMs: number;
}

/** The parameters of `writeNew` and `writeNext`, in their order. */
export function valuesOf(command: CommandKey, loaded: Loaded, commit: Commit, fixed: Fixed): unknown[] {
  const { row, entries } = commit;
  return [
    command.shipment,
    commit.state.revision,
    entries.at(-1)?.hash ?? loaded.lastHash,
    fixed.folding.version,
    JSON.stringify(commit.state),
    row.live,
    row.example,
    withoutNul(row.reference),
    row.severity,
    row.nextDueAt,
    withoutNul(row.searchText),
    JSON.stringify(row.view),
    loaded.now,
    entries.map((entry) => entry.seq),
    entries.map((entry) => entry.text),
    entries.map((entry) => entry.hash),
    command.id,
    command.bodyHash,
    JSON.stringify(commit.answer),
    commit.agenda.closed,
    ...obligationColumns([...commit.agenda.opened, ...commit.agenda.moved]),
    fixed.armWithinMs,
    commit.redriven,
    row.figure === null ? null : JSON.stringify(row.figure),
    row.unit,
    row.shared === null ? null : JSON.stringify(row.shared.view),
    row.shared === null ? null : withoutNul(row.shared.searchText),
    row.holders.map(({ part }) => part),
    row.holders.map(({ holder }) => withoutNul(holder)),
    commit.owesReport,
    commit.owesPapers,
  ];
}

/** One array for each column that an obligation fills. */
function obligationColumns(all: readonly Obligation[]): unknown[] {
  return [
    all.map((each) => each.key),
    all.map((each) => each.dueAt),
    all.map((each) => each.stage),
    all.map((each) => each.kind),
    all.map((each) => each.does),
    all.map((each) => each.owner),
    all.map((each) => each.does !== 'call' && each.offers.length > 0),
    all.map((each) => JSON.stringify(each)),
  ];
}
