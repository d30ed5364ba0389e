import { orderOf, scanTable, type Shipment } from '@cellrelay/shipment';
import type { Subject } from './action-subject.js';
import { scannedSaid } from './says-of-scans.js';

/** The scans that stand: each may have been the wrong file. */
export function scanSubjects(shipment: Shipment): readonly Subject[] {
  const { zone } = orderOf(shipment).details.parties.collectionCentre;
  return shipment.stages.scans.scans
    .filter(({ status }) => status === 'kept')
    .map(({ id, status, subject }) => ({
      table: scanTable,
      state: status,
      about: `scan ${id}, ${scannedSaid(subject)}`,
      commands: ['WithdrawScan'],
      prefill: { scan: id },
      zone,
    }));
}
