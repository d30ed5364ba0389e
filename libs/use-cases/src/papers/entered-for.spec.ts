import type { Instant, LocalDate } from '@cellrelay/kernel';
import { decide, type CourierPerson, type Shipment } from '@cellrelay/shipment';
import { coordinator, exampleShipment, openedAt, openShipment } from '@cellrelay/testkit';
import { enteredFor, examplesKey, keysFor, siteKey } from './entered-for.js';
import type { KeptPaperFact, PaperFactBodies, PaperFactKind, SiteFacts } from './paper-fact-store.port.js';

const id = exampleShipment();

const opened: Shipment = (() => {
  const decision = decide(openShipment(id), null, { now: openedAt, statedBy: coordinator }, []);
  if (!decision.ok) throw new Error(decision.error.sentence);
  return decision.value.shipment;
})();

type Stages = Shipment['stages'];

function withStages(change: { readonly [Name in keyof Stages]?: Partial<Stages[Name]> }, of = opened): Shipment {
  const changed = Object.entries(change).map(([name, stage]) => [
    name,
    { ...of.stages[name as keyof Stages], ...stage },
  ]);
  return { ...of, stages: { ...of.stages, ...(Object.fromEntries(changed) as Partial<Stages>) } };
}

function withDetails(change: Partial<NonNullable<Stages['order']['details']>>): Shipment {
  const { details } = opened.stages.order;
  return withStages({ order: { details: { ...details!, ...change } } });
}

const kept = <Kind extends PaperFactKind>(kind: Kind, about: string, body: PaperFactBodies[Kind]): KeptPaperFact => ({
  kind,
  about,
  body,
  revision: 1,
  by: 'coordinator',
  at: '2026-11-27T08:00:00.000Z' as Instant,
});

/** What the papers say, asked as the store is: entries of no key of this shipment are not there. */
function said(shipment: Shipment, ...entries: readonly KeptPaperFact[]) {
  const keys = keysFor(id, shipment);
  const found = entries.filter((each) => keys.some(({ kind, about }) => kind === each.kind && about === each.about));
  return enteredFor(id, shipment, found);
}

const site = (name: string, more: Partial<SiteFacts> = {}): SiteFacts => ({
  ...{ issuer: { name, city: 'City', lines: ['1 Example Road'] }, hotline: '+1 555 010 0100' },
  ...{ signatory: null, boxes: [], values: [], ...more },
});

describe('what is entered for all papers', () => {
  const own = kept('site', siteKey.about, site('Office'));
  const invented = kept('site', examplesKey.about, site('EXAMPLE Office'));

  it('is the site’s; of an example the invented one where there is one, which no real trip ever says', () => {
    expect(said(withDetails({ example: false }), own, invented).issuer?.name).toBe('Office');
    expect(said(withDetails({ example: false }), invented).issuer).toBeUndefined();
    expect(said(opened, own, invented).issuer?.name).toBe('EXAMPLE Office');
    expect(said(opened, own).issuer?.name).toBe('Office');
    expect(said(opened, own)).toMatchObject({ hotline: '+1 555 010 0100', signatory: undefined });
  });

  it('says the size of the box by its number, else by the longest beginning; without a box only what all have', () => {
    const size = (length: number) => ({ length, width: 30, height: 20 });
    const boxes = [
      { box: 'BOX-*', sizeCm: size(40) },
      { box: 'BOX-7*', sizeCm: size(45) },
      { box: 'BOX-71', sizeCm: size(50) },
    ];
    const packed = (box: string) =>
      withStages({ 'courier-handoff': { boxNow: { box } as Stages['courier-handoff']['boxNow'] } });
    const sizeOf = (shipment: Shipment, all = boxes) =>
      said(shipment, kept('site', siteKey.about, site('Office', { boxes: all }))).boxSizeCm;
    expect(sizeOf(packed('BOX-71'))).toEqual([50, 30, 20]);
    expect(sizeOf(packed('BOX-72'))).toEqual([45, 30, 20]);
    expect(sizeOf(packed('BOX-1'))).toEqual([40, 30, 20]);
    expect(sizeOf(packed('CASE-1'))).toBeUndefined();
    expect(sizeOf(opened)).toBeUndefined();
    expect(sizeOf(opened, boxes.slice(0, 1))).toEqual([40, 30, 20]);
    expect(sizeOf(opened, [])).toBeUndefined();
  });
});

describe('the value for customs', () => {
  const values = [{ product: 'HPC-A', amount: 500, currency: 'USD' }] as const;
  const all = kept('site', siteKey.about, site('Office', { values }));
  const own = kept('value', id, { value: { amount: 700, currency: 'EUR' }, product: 'HPC-A' });

  it('is the shipment’s own, else the one of its product', () => {
    expect(said(opened, all).value).toEqual({ amount: 500, currency: 'USD' });
    expect(said(opened, all, own).value).toEqual({ amount: 700, currency: 'EUR' });
    expect(said(opened, all, kept('value', id, { value: null, product: 'HPC-A' })).value?.amount).toBe(500);
  });

  it('is none that was entered for another product', () => {
    expect(said(withDetails({ product: 'MNC-A' }), all, own).value).toBeUndefined();
  });
});

describe('the results of the donor’s tests', () => {
  const markers = { sampledOn: '2024-08-14' as LocalDate, laboratory: 'Laboratory', results: [] };
  const tested = kept('markers', id, { markers, donor: '9991EXAMPLE00041202' });

  it('are said of that donor alone', () => {
    expect(said(opened, tested).markers).toEqual(markers);
    expect(said(withDetails({ donorGrid: '9991EXAMPLE00041203' }), tested).markers).toBeUndefined();
    expect(said(opened, kept('markers', id, { markers: null, donor: '9991EXAMPLE00041202' })).markers).toBeUndefined();
  });

  it('are a banked unit’s by its DIN, where nobody knows a GRID', () => {
    const unit = (din: string) =>
      withDetails({ donorGrid: null, unit: { din } as NonNullable<Stages['order']['details']>['unit'] });
    const ofUnit = kept('markers', id, { markers, donor: 'G123498654321' });
    expect(said(unit('G123498654321'), ofUnit).markers).toEqual(markers);
    expect(said(unit('G123498654322'), ofUnit).markers).toBeUndefined();
  });
});

describe('a passport', () => {
  const person = (poolId: string | null, name: string) => ({ poolId, name }) as CourierPerson;
  const sent = (courier: CourierPerson, substitute: CourierPerson | null = null) =>
    withStages({ courier: { courier, substitute } });
  const passport = { number: 'X0000001', country: 'US', validUntil: '2031-01-31' as LocalDate };
  const first = kept('passport', 'c-1', { passport, holder: 'EXAMPLE Courier' });

  it('is said of the courier whom it was entered for, also once they stand in for another', () => {
    expect(said(sent(person('c-1', 'EXAMPLE Courier')), first).passport).toEqual(passport);
    const substitute = sent(person('c-2', 'EXAMPLE Other'), person('c-1', 'EXAMPLE  courier'));
    expect(said(substitute, first)).toMatchObject({ passport: undefined, substitutePassport: passport });
  });

  it('is not said of a courier who replaced them, of another by the same id, or of one in no pool', () => {
    for (const other of [
      person('c-2', 'EXAMPLE Other'),
      person('c-1', 'EXAMPLE Namesake'),
      person(null, 'EXAMPLE Courier'),
    ])
      expect(said(sent(other), first).passport).toBeUndefined();
  });
});

describe('addresses', () => {
  const [registered, other] = ['b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002'];
  const postal = (about: string, city: string, phone: string | null = null) =>
    kept('postal', about, { city, lines: [`1 ${city} Road`], phone });
  const party = (part: string, name: string, city = 'Houston') =>
    kept('party', `${id}/${part}`, { address: { lines: ['2 Quoted Road'], phone: '+1 555 010 0199' }, name, city });
  const named = (about: string, name: string) =>
    withStages({ order: { organisations: { 'transplant-centre': { id: about, name } } } });
  const diverted = (to: string, kind: 'divert' | 'return' = 'divert', from = opened): Shipment => {
    const site = { name: to, city: 'Denver', zone: 'America/Denver' };
    return withStages(
      { order: { diversions: [{ kind, to: site }] as unknown as Stages['order']['diversions'] } },
      from,
    );
  };

  it('are of the organisation that has the part now', () => {
    const both = [postal(registered, 'Houston', '+1 555 010 0111'), postal(other, 'Dallas')];
    expect(said(named(registered, 'EXAMPLE Centre'), ...both)).toMatchObject({
      consignee: { name: 'EXAMPLE Centre', city: 'Houston', lines: ['1 Houston Road'] },
      contacts: [{ role: 'transplant-centre', name: 'EXAMPLE Centre', phone: '+1 555 010 0111' }],
    });
    const replaced = said(named(other, 'EXAMPLE Other'), ...both);
    expect(replaced).toMatchObject({ consignee: { city: 'Dallas' }, contacts: undefined });
  });

  it('are of a party in no register while the order calls it so, and not once one of the register has the part', () => {
    const quoted = party('transplant-centre', 'EXAMPLE Transplant Centre');
    expect(said(opened, quoted).consignee).toMatchObject({ name: 'EXAMPLE Transplant Centre', city: 'Houston' });
    expect(said(opened, party('transplant-centre', 'EXAMPLE Former Centre')).consignee).toBeUndefined();
    expect(said(opened, party('transplant-centre', 'EXAMPLE Transplant Centre', 'Dallas')).consignee).toBeUndefined();
    expect(said(named(registered, 'EXAMPLE Transplant Centre'), quoted).consignee).toBeUndefined();
  });

  it('of a diverted shipment is of where it goes now, whoever is still named', () => {
    const ordered = [postal(registered, 'Houston'), party('transplant-centre', 'EXAMPLE Transplant Centre')];
    const gone = diverted('EXAMPLE Elsewhere', 'divert', named(registered, 'EXAMPLE Transplant Centre'));
    expect(said(gone, ...ordered)).toMatchObject({ consignee: undefined, contacts: undefined });
    expect(said(gone, ...ordered, party('destination', 'EXAMPLE Elsewhere', 'Denver'))).toMatchObject({
      consignee: { name: 'EXAMPLE Elsewhere', city: 'Denver', lines: ['2 Quoted Road'] },
      contacts: [{ role: 'transplant-centre', phone: '+1 555 010 0199' }],
    });
    const again = diverted('EXAMPLE Third');
    expect(said(again, party('destination', 'EXAMPLE Elsewhere', 'Denver')).consignee).toBeUndefined();
  });

  it('is the register’s where the organisation that it was diverted to is named by then', () => {
    const arrived = diverted('EXAMPLE Elsewhere', 'divert', named(other, 'EXAMPLE Elsewhere'));
    expect(said(arrived, postal(other, 'Denver')).consignee).toMatchObject({
      city: 'Denver',
      lines: ['1 Denver Road'],
    });
  });

  it('is of a returned shipment the collection centre’s at both ends', () => {
    const back = diverted('EXAMPLE Apheresis Centre', 'return');
    const from = party('collection-centre', 'EXAMPLE Apheresis Centre', 'Beijing');
    const { consignor, consignee } = said(back, from, party('transplant-centre', 'EXAMPLE Transplant Centre'));
    expect(consignor).toMatchObject({ name: 'EXAMPLE Apheresis Centre' });
    expect(consignee).toEqual(consignor);
  });
});
