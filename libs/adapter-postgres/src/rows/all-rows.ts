import { AgendaItemRow } from './agenda-item.row.js';
import { CommandAnswerRow } from './command-answer.row.js';
import { CourierRow } from './courier.row.js';
import { deliveryRows } from './delivery-rows.js';
import { downtimeRows } from './downtime-rows.js';
import { identityRows } from './identity-rows.js';
import { letterRows } from './letter-rows.js';
import { peopleRows } from './people-rows.js';
import { readingRows } from './reading-rows.js';
import { siteRows } from './site-rows.js';
import { EventRow } from './event.row.js';
import { MaintenanceRow } from './maintenance.row.js';
import { ShipmentPartRow } from './shipment-part.row.js';
import { ShipmentRow } from './shipment.row.js';

/** Every table of the schema `cellrelay`. */
export const rows = [
  ShipmentRow,
  EventRow,
  AgendaItemRow,
  CommandAnswerRow,
  ...peopleRows,
  ...identityRows,
  ...letterRows,
  MaintenanceRow,
  ...siteRows,
  ShipmentPartRow,
  CourierRow,
  ...downtimeRows,
  ...readingRows,
  ...deliveryRows,
];
