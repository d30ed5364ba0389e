import type { ShipmentEvent } from '@cellrelay/shipment';
import type { IssuedCommand } from '../ports.js';
import type { ScanMoves } from './scans.port.js';

/** Where no scan is kept or withdrawn. */
export const noScanMoves: ScanMoves = { kept: null, withdrawn: [], by: null };

/** What a command's events make of the bytes of scans. Whoever keeps one acts for the organisation that it was sealed for. */
export function scanMoves(
  { recordedBy: account, issuer, scan }: Pick<IssuedCommand, 'recordedBy' | 'issuer' | 'scan'>,
  events: readonly ShipmentEvent[],
): ScanMoves {
  const kept = events.find((event) => event.type === 'ScanKept')?.data.scan ?? null;
  const withdrawn = events.flatMap((event) => (event.type === 'ScanWithdrawn' ? [event.data.scan] : []));
  if (kept === null && withdrawn.length === 0) return noScanMoves;
  const organisation = issuer?.organisation.id ?? scan?.author.organisation;
  return { kept, withdrawn, by: organisation === undefined ? null : { account, organisation } };
}
