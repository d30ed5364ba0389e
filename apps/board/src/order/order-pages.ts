import { lazy } from 'react';

const GoOnPage = lazy(() => import('./go-on-page.js').then((made) => ({ default: made.GoOnPage })));
const NewShipmentPage = lazy(() =>
  import('./new-shipment-page.js').then((made) => ({ default: made.NewShipmentPage })),
);
const OrderFilePage = lazy(() => import('./order-file-page.js').then((made) => ({ default: made.OrderFilePage })));

/** Where orders begin, one by one or by a file, and where an open shipment is set up further. Each is fetched when it is first gone to. */
export const orderPages = [
  ['/new', NewShipmentPage],
  ['/new/file', OrderFilePage],
  ['/shipments/:id/set-up', GoOnPage],
] as const;
