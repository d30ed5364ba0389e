import { alertTable, orderOf, type Shipment, type TransitionTable } from '@cellrelay/shipment';
import type { Subject } from './action-subject.js';
import { standingAlerts } from './standing-alerts.js';
import { wordsOfKey } from './words-of-keys.js';

/** An item whose tries were in vain stays parked until somebody asks for another. */
const parkedTable: TransitionTable<'parked' | 'open', 'RedriveItem'> = {
  subject: 'one parked item',
  initial: 'parked',
  terminal: ['open'],
  moves: [{ command: 'RedriveItem', from: ['parked'], to: ['open'] }],
};

/** Alerts that stand, and items that are parked. */
export function bellSubjects(shipment: Shipment): readonly Subject[] {
  const { zone } = orderOf(shipment).details.parties.collectionCentre;
  const alerts = standingAlerts(shipment).map(({ id, status, cause }): Subject => ({
    table: alertTable,
    state: status,
    about: cause.wrong,
    commands: ['AcknowledgeAlert'],
    prefill: { alert: id },
    zone,
  }));
  const parked = Object.keys(shipment.stages.alert.parked).map((key): Subject => ({
    table: parkedTable,
    state: 'parked',
    about: wordsOfKey(key),
    commands: ['RedriveItem'],
    prefill: { key },
    zone,
  }));
  return [...alerts, ...parked];
}
