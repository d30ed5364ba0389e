import { GoOnPage } from './go-on-page.js';
import { NewShipmentPage } from './new-shipment-page.js';
import { OrderFilePage } from './order-file-page.js';

/** Where orders begin, one by one or by a file, and where an open shipment is set up further. */
export const orderPages = [
  ['/new', NewShipmentPage],
  ['/new/file', OrderFilePage],
  ['/shipments/:id/set-up', GoOnPage],
] as const;
