import type { CommandId, ShipmentId } from '@cellrelay/kernel';
import { agendaDifference, agendaOf } from '@cellrelay/shipment';
import { fingerprint } from '../log/chain.js';
import type { CommandAnswer, Commit, CommitOutcome, Loaded, ShipmentStore } from '../ports.js';
import { rowOf } from '../questions/row.js';
import { owesPapers } from '../papers/owes-papers.js';
import { owesReport } from '../readings/owes-report.js';
import { noScanMoves } from '../scans/scan-moves.js';

/**
 * Derives a shipment's state, agenda and row anew from its log, where another release left them behind: what this release owes besides rings from now
 * on, and what it owes no more is closed. Writes no event. Without such a shipment nothing is done.
 */
export function rederive(store: ShipmentStore, shipment: ShipmentId, id: CommandId): Promise<CommitOutcome> {
  const command = { shipment, id, bodyHash: fingerprint({ rederive: shipment }) };
  return store.commit(command, (loaded) => {
    if (loaded.state === null)
      return { ok: false, refusal: { code: 'no-such-shipment', sentence: 'There is no such shipment.' } };
    return { ok: true, commit: commitOf(shipment, loaded, loaded.state) };
  });
}

function commitOf(shipment: ShipmentId, { stored }: Loaded, state: NonNullable<Loaded['state']>): Commit {
  const agenda = agendaOf(state);
  const answer: CommandAnswer = {
    shipment,
    revision: state.revision,
    stageRevisions: state.stageRevisions,
    events: [],
  };
  return {
    entries: [],
    state,
    agenda: agendaDifference(stored ?? agenda, agenda),
    redriven: [],
    answer,
    row: rowOf(shipment, state, agenda),
    owesReport: owesReport(null, state),
    owesPapers: owesPapers(state),
    scans: noScanMoves,
  };
}
