import { ordersImported, ordersPreview } from '@cellrelay/use-cases';

/** What is answered about orders by file. */
export const orderAnswers = { OrdersImported: ordersImported, OrdersPreview: ordersPreview } as const;
