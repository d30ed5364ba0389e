import { api, bodyOf } from '../api/client.js';
import type { paths } from '../api/types.gen.js';

export type OrdersPreview = paths['/api/v1/orders/preview']['post']['responses'][200]['content']['application/json'];
export type OrdersImported = paths['/api/v1/orders/import']['post']['responses'][200]['content']['application/json'];
export type OrderLine = OrdersPreview['items'][number];

/** The client would write a body as JSON; a file goes as it is. */
const asItIs = {
  headers: { 'Content-Type': 'application/octet-stream' },
  bodySerializer: (body: unknown) => body as BodyInit,
};
const bodyIn = (bytes: ArrayBuffer) => bytes as unknown as string;

/** What the file's orders come to; nothing is opened. */
export async function previewOrders(bytes: ArrayBuffer): Promise<OrdersPreview> {
  return bodyOf(await api.POST('/api/v1/orders/preview', { body: bodyIn(bytes), ...asItIs }));
}

/** Opens those that are right, of the file whose preview was looked at. Sent again it opens none twice. */
export async function importOrders(bytes: ArrayBuffer, sha256: string): Promise<OrdersImported> {
  const params = { query: { sha256 } };
  return bodyOf(await api.POST('/api/v1/orders/import', { params, body: bodyIn(bytes), ...asItIs }));
}
