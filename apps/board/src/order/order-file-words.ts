import type { OrderLine } from './order-file-requests.js';

const words: Readonly<Record<OrderLine['becomes'], string>> = {
  opens: 'would be opened',
  opened: 'opened',
  'there-already': 'there already',
  'reference-in-use': 'reference in use',
  faulty: 'wrong',
};

/** What a line comes to, in few words. */
export function becomesText({ becomes }: Pick<OrderLine, 'becomes'>): string {
  return words[becomes];
}

/** How many lines come to what, those first that the press is about. */
export function countsText(items: readonly Pick<OrderLine, 'becomes'>[]): string {
  const order = Object.keys(words) as OrderLine['becomes'][];
  const counted = order.map((one) => [words[one], items.filter(({ becomes }) => becomes === one).length] as const);
  const said = counted.filter(([, count]) => count > 0).map(([text, count]) => `${count} ${text}`);
  return `${items.length} ${items.length === 1 ? 'order' : 'orders'}: ${said.join(', ')}.`;
}

/** What the press says; null where there is nothing to open. */
export function openText(items: readonly Pick<OrderLine, 'becomes'>[]): string | null {
  const count = items.filter(({ becomes }) => becomes === 'opens').length;
  if (count === 0) return null;
  return count === 1 ? 'Open 1 shipment' : `Open ${count} shipments`;
}
