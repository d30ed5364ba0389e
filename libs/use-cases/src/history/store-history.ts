import type { ShipmentId } from '@cellrelay/kernel';
import { agendaDifference, agendaOf } from '@cellrelay/shipment';
import { fingerprint } from '../log/chain.js';
import { chained } from '../log/entry.js';
import type { Commit, CommandAnswer, CommitOutcome, ShipmentStore } from '../ports.js';
import { rowOf } from '../questions/row.js';
import { owesPapers } from '../papers/owes-papers.js';
import { owesReport } from '../readings/owes-report.js';
import { noScanMoves } from '../scans/scan-moves.js';
import type { PlayedHistory } from './play.js';

/**
 * Stores a played history in one transaction: all of its log, its state and its agenda, or nothing. Only for shipments that do not
 * exist yet and are marked as examples; a real shipment's log is never written but by its own commands.
 */
export async function storeHistory(store: ShipmentStore, { entries, shipment }: PlayedHistory): Promise<CommitOutcome> {
  const [first] = entries;
  if (first === undefined || shipment.stages.order.details?.example !== true)
    throw new Error('only examples are stored as a whole');
  const command = { shipment: first.shipment, id: first.commandId, bodyHash: fingerprint({ example: first.shipment }) };
  return store.commit(command, ({ state, now }) => {
    if (state !== null)
      return { ok: false, refusal: { code: 'shipment-exists', sentence: 'This example is there already.' } };
    const early = entries.find((entry) => entry.recordedAt > now);
    if (early !== undefined)
      return { ok: false, refusal: { code: 'in-the-future', sentence: 'A history ends before it is stored.' } };
    return { ok: true, commit: commitOf(first.shipment, { entries, shipment }) };
  });
}

function commitOf(id: ShipmentId, { entries, shipment }: PlayedHistory): Commit {
  const answer: CommandAnswer = {
    shipment: id,
    revision: shipment.revision,
    stageRevisions: shipment.stageRevisions,
    events: entries.map(({ seq, event }) => ({ seq, type: event.type })),
  };
  const agenda = agendaOf(shipment);
  return {
    entries: chained(entries, null),
    state: shipment,
    agenda: agendaDifference([], agenda),
    redriven: [],
    answer,
    row: rowOf(id, shipment, agenda),
    owesReport: owesReport(null, shipment),
    owesPapers: owesPapers(shipment),
    scans: noScanMoves,
  };
}
