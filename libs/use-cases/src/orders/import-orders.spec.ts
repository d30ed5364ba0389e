import { instantOf, type ShipmentId } from '@cellrelay/kernel';
import { defaultPolicy, type Shipment } from '@cellrelay/shipment';
import type { Asker } from '../identity/identities.js';
import { exampleAirports, openedTrip, tripId } from '../questions/example-trip.js';
import type { Referred } from '../questions.port.js';
import { ImportOrders } from './import-orders.js';
import { importedShipment } from './imported-shipment.js';
import { orderTemplate } from './order-template.js';

const asker: Asker = {
  account: 'coordinator',
  acting: {
    ...{ person: 'A. Example', role: 'coordinator', courier: null },
    organisation: { id: 'operator', name: 'EXAMPLE Operator', kind: 'operator' },
  },
};

/** The template's order under each of these references. */
function fileOf(...references: readonly string[]): Uint8Array {
  const [head = '', example = ''] = orderTemplate().split('\r\n');
  const lines = references.map((reference) => example.replace('EX-27-0001', reference));
  return new TextEncoder().encode([head, ...lines, ''].join('\r\n'));
}

interface There {
  readonly loaded?: ReadonlyMap<ShipmentId, Shipment>;
  readonly referred?: readonly Referred[];
}

/** What a file comes to beside what is there, and what the store was asked for. */
async function lookedAt(file: Uint8Array, { loaded = new Map(), referred = [] }: There) {
  const asked: (readonly string[])[] = [];
  const now = instantOf('2026-12-01T08:00:00.000Z');
  if (now === undefined) throw new Error('no moment');
  const orders = new ImportOrders({
    take: { take: () => Promise.reject(new Error('nothing is opened by looking')) },
    shipments: { load: (id) => Promise.resolve(loaded.get(id) ?? null) },
    references: {
      referred: (references) => {
        asked.push(references);
        return Promise.resolve(referred);
      },
    },
    policies: { current: () => Promise.resolve(defaultPolicy) },
    airports: { find: (iata) => exampleAirports.find(iata) },
    clock: { now: () => Promise.resolve(now) },
  });
  const seen = await orders.preview(asker, file);
  if (!seen.ok) throw new Error(seen.error.sentence);
  return { items: seen.value.items, asked };
}

describe('orders from a file beside what is there', () => {
  it('are looked for by all their references at once', async () => {
    const held = { shipment: tripId, reference: 'ex-2' };
    const { items, asked } = await lookedAt(fileOf('EX-1', 'EX-2', 'EX-3'), { referred: [held] });
    expect(asked).toEqual([['EX-1', 'EX-2', 'EX-3']]);
    expect(items.map(({ becomes, shipment }) => [becomes, shipment])).toEqual([
      ['opens', null],
      ['reference-in-use', tripId],
      ['opens', null],
    ]);
  });

  it('are there already where an import has opened them and they are called so still', async () => {
    const { state } = openedTrip();
    const loaded = new Map([[importedShipment('CR-26-0412'), state]]);
    const { items } = await lookedAt(fileOf('cr-26-0412'), { loaded });
    expect(items).toMatchObject([{ becomes: 'there-already', faults: [] }]);
  });

  it('are opened by hand where what was opened by their reference is called otherwise by now', async () => {
    const { state } = openedTrip();
    const id = importedShipment('EX-1');
    const loaded = new Map([[id, state]]);
    const { items } = await lookedAt(fileOf('EX-1'), { loaded });
    expect(items).toMatchObject([
      { becomes: 'faulty', shipment: id, faults: [{ column: 'reference', code: 'orders-reference-corrected' }] },
    ]);
    expect(items[0]?.faults[0]?.sentence).toContain('CR-26-0412');
    const other = { shipment: tripId, reference: 'EX-1' };
    const { items: again } = await lookedAt(fileOf('EX-1'), { loaded, referred: [other] });
    expect(again).toMatchObject([{ becomes: 'reference-in-use', shipment: tripId }]);
  });
});
