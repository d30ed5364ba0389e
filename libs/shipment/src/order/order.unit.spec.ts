import { mustBe, plusDays } from '@cellrelay/kernel';
import { banked, unit } from '../frozen.examples.js';
import { defaultPolicy } from '../policy.js';
import { decideOrder } from './order.decide.js';
import { evolveOrder, initialOrder } from './order.evolve.js';
import { open } from './order.examples.js';
import type { BankedUnit, OpenShipment, OrderCommand, OrderFacts } from './order.js';

const now = '2024-08-12T14:30:00.000Z' as OrderFacts['now'];
const facts: OrderFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'mail' },
  collectionBegun: false,
  clocksRunning: false,
  ...{ bagsExist: false, collectionRunning: false, cellsLeft: false, boxLeft: false },
  ...{ courierNamed: false, patientConditioned: false, boxWithCourierSince: null },
};
const ordered = (change: Partial<OpenShipment['data']> = {}, of: Partial<BankedUnit> = {}) =>
  decideOrder(open({ ...banked, unit: { ...unit, ...of }, ...change }), initialOrder, facts);
const [recipient] = banked.recipients ?? [];
if (recipient === undefined) throw new Error('a test value is malformed');

describe('the order of a banked unit', () => {
  it('takes its temperature from the class on the label, and its labels as they are stored', () => {
    const [opened] = mustBe(ordered({}, { din: 'g1234 98 654321 00 h', productCode: 's2598V00' }));
    expect(opened).toMatchObject({
      type: 'ShipmentOpened',
      v: 3,
      data: {
        ...{ product: 'HPC-CB', minCelsius: -196, maxCelsius: -150, donorGrid: null },
        unit: { din: 'G123498654321', productCode: 'S2598V00' },
      },
    });
    expect(mustBe(ordered({}, { storedAtOrBelowCelsius: -120 }))[0]).toMatchObject({ data: { maxCelsius: -120 } });
  });

  it('is thawed within the time from receipt to infusion: its shipper must hold as long', () => {
    // 168 hours are the longest that any shipper is trusted, and thawing takes half an hour of them.
    expect(ordered({ receiptToInfusionMinutes: 168 * 60 - 31 }).ok).toBe(true);
    expect(ordered({ receiptToInfusionMinutes: 168 * 60 - 30 })).toMatchObject({
      error: { code: 'out-of-range', at: '/receiptToInfusionMinutes' },
    });
  });

  it('may name the donor, where the bank knows the GRID', () => {
    expect(mustBe(ordered({ donorGrid: '6939 XYZ0 0012 3456 731' }))[0]).toMatchObject({
      data: { donorGrid: '6939XYZ000123456731' },
    });
  });

  it.each<[string, string, Partial<OpenShipment['data']>, Partial<BankedUnit>]>([
    ['din-invalid', '/unit/din', {}, { din: 'G123' }],
    ['product-code-invalid', '/unit/productCode', {}, { productCode: 'S25' }],
    ['out-of-range', '/unit/volumeMl', {}, { volumeMl: 0 }],
    ['out-of-range', '/unit/tncE8', {}, { tncE8: 1000 }],
    ['out-of-range', '/unit/cd34E6', {}, { cd34E6: 0 }],
    ['no-storage-class', '/unit/storedAtOrBelowCelsius', {}, { storedAtOrBelowCelsius: -80 as -120 }],
    ['temperature-by-class', '/minCelsius', { minCelsius: -196, maxCelsius: -150 }, {}],
    ['temperature-by-class', '/maxCelsius', { maxCelsius: -150 }, {}],
    ['unit-for-one', '/recipients', { recipients: [recipient, { ...recipient, ref: 'R2' }] }, {}],
    ['nothing-to-collect', '/collectionDays', { collectionDays: [unit.shipOn] }, {}],
    ['collection-day-absurd', '/unit/shipOn', {}, { shipOn: plusDays(unit.shipOn, 2000) }],
    ['grid-invalid', '/donorGrid', { donorGrid: '6939' }, {}],
    ['out-of-range', '/receiptToInfusionMinutes', { receiptToInfusionMinutes: 168 * 60 }, {}],
    [
      'dose-not-stated',
      '/recipients/0/doses/2/metric',
      { recipients: [{ ...recipient, doses: [...recipient.doses, { ...dose(), metric: 'CD3' }] }] },
      {},
    ],
  ])('is refused: %s at %s', (code, at, change, of) => {
    expect(ordered(change, of)).toMatchObject({ ok: false, error: { code, at } });
  });

  it('cannot be of cells that are yet to be collected, nor have these no donor', () => {
    expect(decideOrder(open({ unit }), initialOrder, facts)).toMatchObject({ error: { code: 'unit-not-banked' } });
    expect(decideOrder(open({ donorGrid: null }), initialOrder, facts)).toMatchObject({
      error: { code: 'grid-invalid' },
    });
  });

  it('does not become another product, nor moves with a policy that draws other lines', () => {
    const state = mustBe(ordered()).reduce((before, event) => evolveOrder(before, event, now), initialOrder);
    const { recipients } = open().data;
    const change: OrderCommand = {
      name: 'ChangeProduct',
      data: {
        ...{ product: 'HPC-A', minCelsius: 2, maxCelsius: 8, donorWeightKg: null, collectionDays: [unit.shipOn] },
        doses: recipients.map(({ ref, doses }) => ({ recipient: ref, doses })),
        wordOf: { transplantCentre: 'A', donorRegistry: 'B' },
        ...{ reason: 'asked', evidence: 'mail' },
      },
    };
    expect(decideOrder(change, state, facts)).toMatchObject({ error: { code: 'banked-unit-is-another-order' } });
    const adopt = {
      name: 'AdoptPolicy',
      data: { policy: { ...defaultPolicy, version: 'other', clocks: [] }, reason: 'reviewed', wordOf: 'A' },
    } as const;
    expect(mustBe(decideOrder(adopt, state, { ...facts, clocksRunning: true }))).toMatchObject([
      { type: 'PolicyAdopted', data: { changedLimit: null } },
    ]);
  });
});

function dose() {
  return { metric: 'CD34', per: 'kg', requested: 1, minimum: 1 } as const;
}
