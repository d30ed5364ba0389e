import type { Instant, LocalDate } from '@cellrelay/kernel';
import { decide, type NamedPart, type OrganisationKind, type Role, type Shipment } from '@cellrelay/shipment';
import {
  coordinator,
  exampleShipment,
  MemoryPaperFacts,
  openedAt,
  openShipment,
  operatorsCoordinator,
} from '@cellrelay/testkit';
import type { KeptCourier } from '../couriers.port.js';
import type { Asker } from '../identity/identities.js';
import { PaperFactsRegister } from './paper-facts-register.js';

const id = exampleShipment();
const now = '2024-08-20T08:00:00.000Z' as Instant;
const partOf: Partial<Record<NamedPart, { readonly id: string; readonly name: string }>> = {
  'donor-registry': { id: 'o-donor', name: 'EXAMPLE Donor Registry' },
  'patient-registry': { id: 'o-patient', name: 'EXAMPLE Patient Registry' },
  'courier-company': { id: 'o-company', name: 'EXAMPLE Couriers' },
};
const kindOf: Readonly<Record<string, OrganisationKind>> = {
  ...{ 'o-donor': 'registry', 'o-patient': 'registry', 'o-company': 'courier-company', 'o-else': 'registry' },
};
const somebody = (organisation: string, role: Role, courier: string | null = null): Asker => {
  const { name = 'EXAMPLE Elsewhere' } = Object.values(partOf).find((each) => each.id === organisation) ?? {};
  const kind = kindOf[organisation]!;
  return {
    account: 'somebody',
    acting: { person: 'P.', role, organisation: { id: organisation, name, kind }, courier },
  };
};
const operator: Asker = { account: 'coordinator', acting: operatorsCoordinator };

let shipment: Shipment;
let courier: KeptCourier;
let store: MemoryPaperFacts;
let register: PaperFactsRegister;

beforeEach(() => {
  const decision = decide(openShipment(id), null, { now: openedAt, statedBy: coordinator }, []);
  if (!decision.ok) throw new Error(decision.error.sentence);
  const { shipment: opened } = decision.value;
  shipment = {
    ...opened,
    stages: { ...opened.stages, order: { ...opened.stages.order, organisations: partOf } },
  };
  courier = { id: 'c-1', name: 'EXAMPLE Courier', company: 'EXAMPLE Couriers', revision: 1 } as KeptCourier;
  store = new MemoryPaperFacts(now);
  register = new PaperFactsRegister({
    store,
    shipments: { load: (asked) => Promise.resolve(asked === id ? shipment : null) },
    couriers: { find: (asked) => Promise.resolve(asked === courier.id ? courier : null) },
    organisations: {
      find: (asked) =>
        Promise.resolve(
          kindOf[asked] === undefined ? null : { id: asked, name: asked, kind: kindOf[asked], example: true },
        ),
    },
    now: () => Promise.resolve(now),
  });
});

const codesOf = (answer: { ok: true } | { ok: false; error: readonly { code: string; at?: string | undefined }[] }) =>
  answer.ok ? [] : answer.error.map(({ code, at }) => [code, at]);
const address = { city: 'Beijing', lines: ['北京市朝阳区示例路1号', 'شارع 𠮷'], phone: null };
const passport = (more: object = {}) => ({ number: 'X0000001', country: 'US', validUntil: '2031-01-31', ...more });
const markers = (more: object = {}) => ({
  of: '9991EXAMPLE00041202',
  markers: {
    ...{ sampledOn: '2024-08-14', laboratory: 'EXAMPLE Laboratory' },
    results: [{ marker: 'HBsAg', result: 'negative' }],
    ...more,
  },
});

describe('an entry', () => {
  it('is kept as it was typed, with who and when; the next one beside it, and the audit record told fields alone', async () => {
    const first = await register.postal.enter(operator, 'o-donor', { body: address, revision: 0 });
    const entered = { by: 'coordinator', at: now };
    expect(first).toMatchObject({ ok: true, value: { revision: 1, entered, address } });
    await register.postal.enter(operator, 'o-donor', { body: { ...address, city: 'Ulm' }, revision: 1 });
    expect(store.entries.map(({ body, revision }) => [revision, (body as { city: string }).city])).toEqual([
      [1, 'Beijing'],
      [2, 'Ulm'],
    ]);
    expect(store.audited).toEqual([
      { about: 'o-donor', fields: ['city', 'lines', 'phone'] },
      { about: 'o-donor', fields: ['city'] },
    ]);
  });

  it('on another revision than stands is refused and changes nothing', async () => {
    expect(codesOf(await register.postal.enter(operator, 'o-donor', { body: address, revision: 1 }))).toEqual([
      ['stale-revision', undefined],
    ]);
    await register.postal.enter(operator, 'o-donor', { body: address, revision: 0 });
    const again = await register.postal.enter(operator, 'o-donor', { body: address, revision: 0 });
    expect(again).toMatchObject({ ok: false, error: [{ code: 'stale-revision', allowed: ['1'] }] });
    expect(store.entries).toHaveLength(1);
  });

  it('that lost to another between its look and its writing is told so', async () => {
    const enter = store.enter.bind(store);
    store.enter = async (by, entry, revision) => {
      await enter(by, { ...entry, body: { ...entry.body } }, revision);
      return enter(by, entry, revision);
    };
    const lost = await register.postal.enter(operator, 'o-donor', { body: address, revision: 0 });
    expect(codesOf(lost)).toEqual([['stale-revision', undefined]]);
  });

  it.each([
    ['a control character', { ...address, lines: ['one\u0007'] }, '/lines/0', 'text-characters'],
    ['a turn of the writing', { ...address, city: 'a\u202Eb' }, '/city', 'text-characters'],
    ['a line too long', { ...address, lines: ['x'.repeat(121)] }, '/lines/0', 'text-too-long'],
    ['no line', { ...address, lines: [] }, '/lines', 'too-few'],
    ['too many lines', { ...address, lines: Array.from({ length: 7 }, () => 'x') }, '/lines', 'too-many'],
    ['no telephone number', { ...address, phone: '555' }, '/phone', 'malformed'],
    ['a field that there is not', { ...address, street: 'x' }, '/street', 'unknown-field'],
  ])('with %s is refused at its place', async (_what, body, at, code) => {
    expect(codesOf(await register.postal.enter(operator, 'o-donor', { body, revision: 0 }))).toEqual([[code, at]]);
    expect(store.entries).toEqual([]);
  });

  it('of what all papers say has each box and product once, a value of more than nothing, and a currency that there is', async () => {
    const box = { box: 'BOX-*', sizeCm: { length: 45, width: 35, height: 38 } };
    const value = { product: 'HPC-A', amount: 500, currency: 'USD' };
    const whole = { issuer: null, hotline: null, signatory: null, boxes: [box], values: [value] };
    const enter = (body: object) => register.site.enter(operator, { body, revision: 0 });
    expect(codesOf(await enter({ ...whole, boxes: [box, box], values: [value, value] }))).toEqual([
      ['named-twice', '/boxes/1/box'],
      ['named-twice', '/values/1/product'],
    ]);
    expect(codesOf(await enter({ ...whole, values: [{ ...value, amount: 0 }] }))).toEqual([
      ['out-of-range', '/values/0/amount'],
    ]);
    expect(codesOf(await enter({ ...whole, values: [{ ...value, currency: 'USX' }] }))).toEqual([
      ['currency-unknown', '/values/0/currency'],
    ]);
    expect(await enter(whole)).toMatchObject({ ok: true, value: { revision: 1, facts: whole } });
  });
});

describe('where an organisation is written to', () => {
  it('is entered by the operator of any, and by others of their own; to anybody else it is not there', async () => {
    const own = somebody('o-donor', 'coordinator');
    expect(codesOf(await register.postal.read(own, 'o-donor'))).toEqual([]);
    const body = { body: address, revision: 0 };
    for (const [asker, organisation] of [
      [own, 'o-patient'],
      [operator, 'o-nowhere'],
    ] as const) {
      expect(codesOf(await register.postal.read(asker, organisation))).toEqual([['no-such-organisation', undefined]]);
      expect(codesOf(await register.postal.enter(asker, organisation, body))).toEqual([
        ['no-such-organisation', undefined],
      ]);
    }
    expect(store.entries).toEqual([]);
  });
});

describe('a passport', () => {
  const enter = (asker: Asker, body: object, revision = 0) =>
    register.passports.enter(asker, 'c-1', { body, revision });
  const right = { of: 'EXAMPLE Courier', passport: passport() };

  it('is seen and entered by the operator, the courier’s company and the courier; to anybody else they are not there', async () => {
    expect(codesOf(await enter(operator, right))).toEqual([]);
    for (const asker of [somebody('o-company', 'coordinator'), somebody('o-company', 'courier', 'c-1')])
      expect(await register.passports.read(asker, 'c-1')).toMatchObject({
        value: { passport: passport(), counts: true },
      });
    const auditor: Asker = { ...operator, acting: { ...operatorsCoordinator, role: 'auditor' } };
    const others = [
      auditor,
      somebody('o-company', 'courier', 'c-2'),
      somebody('o-company', 'administrator'),
      somebody('o-donor', 'coordinator'),
    ];
    courier = { ...courier, company: 'EXAMPLE Couriers' };
    for (const asker of others) {
      expect(codesOf(await register.passports.read(asker, 'c-1'))).toEqual([['no-such-courier', undefined]]);
      expect(codesOf(await enter(asker, right, 1))).toEqual([['no-such-courier', undefined]]);
    }
    courier = { ...courier, company: 'EXAMPLE Other Couriers' };
    expect(codesOf(await register.passports.read(somebody('o-company', 'coordinator'), 'c-1'))).toHaveLength(1);
  });

  it('is not shown where the record has become another’s, nor kept as theirs', async () => {
    await enter(operator, right);
    courier = { ...courier, name: 'EXAMPLE Successor' };
    expect(await register.passports.read(operator, 'c-1')).toMatchObject({
      value: { of: 'EXAMPLE Successor', passport: null, counts: false, revision: 1 },
    });
    expect(codesOf(await enter(operator, right, 1))).toEqual([['of-another-by-now', '/of']]);
    expect(store.entries).toHaveLength(1);
  });

  it('is refused with what nobody’s can say, and can be taken away', async () => {
    const faults = async (more: object) => codesOf(await enter(operator, { ...right, passport: passport(more) }));
    expect(await faults({ number: 'x 1' })).toEqual([['malformed', '/passport/number']]);
    expect(await faults({ country: 'ZZ' })).toEqual([['country-unknown', '/passport/country']]);
    expect(await faults({ validUntil: '1931-01-31' })).toEqual([['date-implausible', '/passport/validUntil']]);
    await enter(operator, right);
    expect(await enter(operator, { ...right, passport: null }, 1)).toMatchObject({ value: { passport: null } });
  });
});

describe('what is entered for a shipment', () => {
  const opened = async (asker: Asker) => {
    const answer = await register.ofShipment(asker, id);
    if (!answer.ok) throw new Error(answer.error[0].code);
    return answer.value;
  };

  it('is opened to the donor’s side and the operator, refused to the other side, and not there for anybody else', async () => {
    const codes = async (asker: Asker, which = id) => codesOf(await register.ofShipment(asker, which));
    expect(await codes(operator)).toEqual([]);
    for (const role of ['coordinator', 'physician'] as const) {
      expect(await codes(somebody('o-donor', role))).toEqual([]);
      expect(await codes(somebody('o-patient', role))).toEqual([['not-yours-to-ask', undefined]]);
    }
    expect(await codes(somebody('o-company', 'coordinator'))).toEqual([['not-yours-to-ask', undefined]]);
    expect(await codes(somebody('o-else', 'coordinator'))).toEqual([['no-such-shipment', undefined]]);
    expect(await codes(operator, exampleShipment(2))).toEqual([['no-such-shipment', undefined]]);
  });

  it('tells the donor’s side its results alone', async () => {
    await (await opened(somebody('o-donor', 'physician'))).enterMarkers({ body: markers(), revision: 0 });
    const facts = markers().markers;
    expect(await (await opened(somebody('o-donor', 'coordinator'))).read()).toMatchObject({
      markers: { markers: facts, counts: true, revision: 1 },
      value: null,
      parties: null,
    });
    const all = await (await opened(operator)).read();
    expect(all.value).toMatchObject({ of: 'HPC-A', value: null, revision: 0 });
    expect(all.parties?.map(({ part }) => part)).toEqual(['collection-centre', 'transplant-centre']);
  });

  it('is entered for whom the author had read, and for nobody who stands there since', async () => {
    const facts = await opened(operator);
    const details = { ...shipment.stages.order.details!, donorGrid: '9991EXAMPLE00041203', product: 'MNC-A' as const };
    shipment = { ...shipment, stages: { ...shipment.stages, order: { ...shipment.stages.order, details } } };
    const later = await opened(operator);
    expect(codesOf(await later.enterMarkers({ body: markers(), revision: 0 }))).toEqual([['of-another-by-now', '/of']]);
    const value = { of: 'HPC-A', value: { amount: 1, currency: 'USD' } };
    expect(codesOf(await later.enterValue({ body: value, revision: 0 }))).toEqual([['of-another-by-now', '/of']]);
    expect(codesOf(await facts.enterValue({ body: value, revision: 0 }))).toEqual([]);
    expect((await later.read()).value).toMatchObject({ value: null, counts: false, revision: 1 });
  });

  it('has each marker once, sampled on a day that can be meant', async () => {
    const facts = await opened(operator);
    const enter = async (more: object) => codesOf(await facts.enterMarkers({ body: markers(more), revision: 0 }));
    const twice = ['HBsAg', 'hbsag'].map((marker) => ({ marker, result: 'negative' }));
    expect(await enter({ results: twice })).toEqual([['named-twice', '/markers/results/1/marker']]);
    for (const sampledOn of ['2024-08-22', '2021-01-01'])
      expect(await enter({ sampledOn })).toEqual([['date-implausible', '/markers/sampledOn']]);
    expect(await enter({ results: [{ marker: 'HBsAg', result: 'unknown' }] })).toEqual([
      ['not-one-of', '/markers/results/0/result'],
    ]);
    expect(store.entries).toEqual([]);
  });

  it('has an address for a party in no register alone, and says it on papers', async () => {
    const facts = await opened(operator);
    const body = { of: 'EXAMPLE Apheresis Centre, Beijing', address: { lines: ['1 Example Road'], phone: null } };
    expect(codesOf(await facts.enterParty('collection-centre', { body, revision: 0 }))).toEqual([]);
    for (const part of ['donor-registry', 'destination', 'nowhere'])
      expect(codesOf(await facts.enterParty(part, { body, revision: 0 }))).toEqual([['no-party-to-enter', '/part']]);
    const { consignor } = await register.of(id, shipment);
    expect(consignor).toEqual({ name: 'EXAMPLE Apheresis Centre', city: 'Beijing', lines: ['1 Example Road'] });
  });

  it('goes to papers with the passport of the pool’s courier who is nominated', async () => {
    const person = { poolId: 'c-1', name: 'EXAMPLE Courier' };
    const stage = { ...shipment.stages.courier, courier: person as never };
    shipment = { ...shipment, stages: { ...shipment.stages, courier: stage } };
    const body = { of: 'EXAMPLE Courier', passport: passport() };
    await register.passports.enter(operator, 'c-1', { body, revision: 0 });
    const validUntil = '2031-01-31' as LocalDate;
    expect((await register.of(id, shipment)).passport).toEqual({ number: 'X0000001', country: 'US', validUntil });
  });
});
