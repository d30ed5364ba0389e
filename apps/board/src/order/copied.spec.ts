import type { Command } from '../api/types.js';
import { actsOf, OPEN } from './acts.js';
import { copiedInto, type Earlier } from './copied.js';
import { freshSetUp } from './set-up.js';

const text = { type: 'string' };
const object = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties) });
const site = object({ name: text, city: text, zone: text });
const command = (name: string, properties: object) => ({ name, fields: object(properties) }) as unknown as Command;
const flight = { ...object({}), 'x-kind': 'flight' };
const courier = { ...object({ name: text, company: text }), 'x-kind': 'courier' };
const commands = [
  command(OPEN, {
    ...{
      reference: text,
      product: { enum: ['HPC-A', 'HPC-M'] },
      donorGrid: text,
      collectionDays: { type: 'array', items: text },
    },
    recipients: { type: 'array', items: object({ ref: text, weightKg: { type: 'number' } }) },
    parties: object({ donorRegistry: site }),
  }),
  command('NominateCourier', { courier, substitute: courier }),
  command('ProposePlan', {
    plan: { enum: [1, 2] },
    legs: { type: 'array', items: object({ flight }) },
    groundMinutesAfter: { type: 'integer' },
  }),
];

const way = { designator: 'CA1', from: { iata: 'PEK' }, to: { iata: 'ORD' }, departs: { local: '2026-01-05T08:00' } };
const earlier: Earlier = {
  reference: 'EX-OLD',
  order: {
    ...{ reference: 'EX-OLD', product: 'HPC-M', donorGrid: '9991EXAMPLE00041202', collectionDays: ['2026-01-05'] },
    recipients: [{ ref: 'R1', weightKg: 61.5 }],
    parties: { donorRegistry: { name: 'EXAMPLE Registry', city: 'Beijing', zone: 'Asia/Shanghai' } },
  },
  log: [
    { type: 'PartyNamed', data: { part: 'donor-registry', organisation: { id: 'o-1', name: 'First' } } },
    { type: 'PartyNamed', data: { part: 'donor-registry', organisation: { id: 'o-2', name: 'Second' } } },
    { type: 'PartyNamed', data: { part: 'courier-company', organisation: null } },
    { type: 'CourierNominated', data: { courier: { name: 'EXAMPLE Person', company: 'EXAMPLE Couriers' } } },
    { type: 'PlanProposed', data: { plan: 1, legs: [{ flight: way }], groundMinutesAfter: 90 } },
  ],
};

const fresh = { ...freshSetUp('a', 'me'), drafts: { [OPEN]: { reference: 'EX-NEW' } } };
const copied = copiedInto(fresh, actsOf(fresh, commands), earlier, 'UTC');

describe('a copy of an earlier shipment', () => {
  it('takes its parties, product, organisations, courier company and routes', () => {
    expect(copied.drafts[OPEN]).toMatchObject({
      ...{ reference: 'EX-NEW', product: '1' },
      parties: { donorRegistry: { name: 'EXAMPLE Registry', city: 'Beijing', zone: 'Asia/Shanghai' } },
    });
    expect(copied.drafts['party donor-registry']).toEqual({ organisation: 'o-2' });
    expect(copied.drafts['party courier-company']).toBeUndefined();
    expect(copied.drafts['courier']).toMatchObject({ courier: { name: '', company: 'EXAMPLE Couriers' } });
    expect(copied.drafts['plan 1']).toMatchObject({
      ...{ on: 'yes', groundMinutesAfter: '90' },
      legs: [{ flight: { designator: 'CA1', from: 'PEK', to: 'ORD', departsLocal: '', arrivesLocal: '' } }],
    });
    expect(copied.drafts['plan 2']).toBeUndefined();
    expect(copied.copied).toMatchObject({ reference: 'EX-OLD', what: expect.arrayContaining(['routes']) });
  });

  it('takes nothing that tells who somebody is, no reference, date, weight or person', () => {
    const all = JSON.stringify(copied.drafts);
    for (const one of ['9991', 'EX-OLD', '2026-01-05', '61.5', 'R1', 'EXAMPLE Person']) expect(all).not.toContain(one);
  });
});
