import { ok } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import { openedTrip } from '../../questions/example-trip.js';
import type { Asker, Identities } from '../identities.js';
import type { DisclosureRegister, DisclosureWish } from './disclosure-register.port.js';
import type { DisclosureBody } from './disclosure-views.js';
import { Disclosures } from './disclosures.js';
import { asking, ended, grant, now, shipmentId, waiting, wish } from './example-grant.js';

const whose = { shipment: shipmentId, side: 'patient', subject: 'R1' } as const;
const of = { ...whose, document: 'product-label' } as const;
const opened = openedTrip().state;

function naming(organisations: Record<string, string>): Shipment {
  const named = Object.fromEntries(Object.entries(organisations).map(([part, id]) => [part, { id, name: 'EXAMPLE' }]));
  return { ...opened, stages: { ...opened.stages, order: { ...opened.stages.order, organisations: named } } };
}

const both = naming({ 'donor-registry': 'registry', 'transplant-centre': 'centre' });
const registrar: Asker = {
  account: 'registrar',
  acting: {
    ...{ person: 'EXAMPLE registrar', role: 'coordinator', courier: null },
    organisation: { id: 'registry', name: 'EXAMPLE registry', kind: 'registry' },
  },
};

/** Over a register that hides nothing: what is refused, the core refuses. */
function over(parts: Partial<DisclosureRegister>, shipment: Shipment | null = both): Disclosures {
  const register = { operator: () => Promise.resolve('operator'), ...parts } as DisclosureRegister;
  const identities = {
    onOwnSide: (_asker: Asker, _whose: unknown, work: (one: unknown, other: unknown) => unknown) =>
      work(asking, shipment),
  } as unknown as Pick<Identities, 'onOwnSide'>;
  return new Disclosures(register, identities, { load: () => Promise.resolve(shipment) });
}

describe('reading', () => {
  const everything = { name: 'EXAMPLE', address: 'EXAMPLE street' };
  const read = (grants: readonly (typeof grant)[], asker = registrar, shipment: Shipment | null = both) =>
    over(
      {
        read: (_reader, _of, fields) => {
          const told = fields(grants, now);
          const found = Object.entries(everything).filter(([name]) => told.has(name as never));
          return Promise.resolve(told.size === 0 ? null : { fields: Object.fromEntries(found), grants });
        },
      },
      shipment,
    ).read(asker, of);

  it('tells the fields of a disclosure in force, whatever else the wall shows', async () => {
    expect(await read([grant, ended])).toEqual(
      ok({
        subject: 'R1',
        document: 'product-label',
        validUntil: grant.validUntil,
        values: [{ field: 'name', value: 'EXAMPLE' }],
      }),
    );
  });

  it.each([
    ['of one that is asked for', [waiting]],
    ['of one that was ended', [ended]],
    ['of one to somebody else', [{ ...grant, reader: 'other' }]],
    ['of one for another paper', [{ ...grant, document: 'release-of-names' as const }]],
    ['of one that is over', [{ ...grant, validUntil: now }]],
  ])('tells nothing %s, even where the wall shows it', async (_, grants) => {
    expect(await read(grants)).toMatchObject({ error: [{ code: 'no-such-shipment' }] });
  });

  it('asks nothing for whoever has no need to know, stands nowhere, or names no shipment', async () => {
    const laboratory = { ...registrar, acting: { ...registrar.acting, role: 'auditor' as const } };
    for (const refused of [read([grant], laboratory), read([grant], registrar, opened), read([grant], registrar, null)])
      expect(await refused).toMatchObject({ error: [{ code: 'no-such-shipment' }] });
    const disclosures = over({ granted: () => Promise.reject(new Error('asked')) }, opened);
    expect(await disclosures.granted(registrar, shipmentId)).toEqual([]);
  });

  it('lists those in force for oneself, without who gave them', async () => {
    const found = [grant, waiting, ended, { ...grant, reader: 'other' }];
    const told = await over({ granted: () => Promise.resolve({ now, found }) }).granted(registrar, shipmentId);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toMatch(/centre|first|second/);
  });
});

describe('asking', () => {
  const { readerPart: reader, reader: _id, ...said } = wish;
  const body: DisclosureBody = { ...said, fields: [...said.fields], reader };
  const taken: DisclosureWish[] = [];
  const open = Array.from({ length: 10 }, (_, index) => ({ ...waiting, id: `g${index}`, reader: `r${index}` }));
  interface Found {
    readonly shipment?: Shipment;
    readonly stands?: readonly (typeof grant)[];
    readonly recorded?: boolean | null;
  }
  const ask = (change: Partial<DisclosureBody>, { shipment = both, stands = [], recorded = true }: Found = {}) =>
    over(
      {
        ask: (_asking, _whose, { wish: wanted, refusal }) => {
          taken.push(wanted);
          const refused = refusal({ open: stands, now, recorded });
          return Promise.resolve(refused === undefined ? ok('g1') : { ok: false, error: refused });
        },
      },
      shipment,
    ).ask(registrar, whose, { ...body, ...change });

  it('is taken for whoever is named for that part, the fields once and in the record’s order', async () => {
    expect(await ask({ document: 'release-of-names', fields: ['contact', 'name', 'contact'] })).toEqual(
      ok({ id: 'g1' }),
    );
    expect(taken.at(-1)).toMatchObject({ reader: 'registry', fields: ['name', 'contact'] });
    await ask({ reader: 'operator' });
    expect(taken.at(-1)).toMatchObject({ reader: 'operator', readerPart: 'operator' });
  });

  it.each<[string, Parameters<typeof ask>]>([
    ['not-on-this-side', [{}, { shipment: naming({ 'donor-registry': 'registry' }) }]],
    ['own-side-needs-no-grant', [{ reader: 'patient-registry' }]],
    ['reader-stands-nowhere', [{ reader: 'courier-company' }]],
    ['field-not-on-paper', [{ fields: ['name', 'sex'] }]],
    ['field-not-on-paper', [{ document: 'health-certificate' }]],
    ['rule-not-for-this', [{ rule: 'it-export-recipient' }]],
    ['rule-not-for-this', [{ rule: 'nmdp-label-recipient', basis: 'law' }]],
    ['granted-already', [{}, { stands: [grant] }]],
    ['granted-already', [{}, { stands: [waiting] }]],
    ['too-many-grants', [{}, { stands: open }]],
    ['no-such-identity', [{}, { recorded: null }]],
    ['identity-erased', [{}, { recorded: false }]],
  ])('is refused: %s', async (code, asked) => {
    expect(await ask(...asked)).toMatchObject({ error: [{ code }] });
  });

  it('counts and compares those alone that stand or wait', async () => {
    const over = [ended, { ...grant, validUntil: now }, { ...grant, current: false }, { ...grant, stands: false }];
    expect(await ask({}, { stands: [...open.slice(1), ...over] })).toEqual(ok({ id: 'g1' }));
  });
});

describe('approving and ending', () => {
  const step = (found: typeof grant) =>
    over({
      step: (_asking, _whose, { refusal }) => {
        const refused = refusal(found, now);
        return Promise.resolve(refused === undefined ? ok(found) : { ok: false, error: refused });
      },
    });

  it('is for a second person of the organisation that asks', async () => {
    expect(await step(waiting).approve(registrar, whose, 'g1')).toEqual(ok({ id: 'g1' }));
    const own = { ...waiting, asked: { ...waiting.asked, account: asking.account } };
    expect(await step(own).approve(registrar, whose, 'g1')).toMatchObject({ error: [{ code: 'own-request' }] });
    const others = { ...waiting, granter: 'registry-2' };
    expect(await step(others).approve(registrar, whose, 'g1')).toMatchObject({ error: [{ code: 'not-the-holder' }] });
  });

  it.each([
    grant,
    ended,
    { ...waiting, validUntil: now },
    { ...waiting, stands: false },
    { ...waiting, current: false },
  ])('is refused of what is not waiting, with why', async (found) => {
    expect(await step(found).approve(registrar, whose, 'g1')).toMatchObject({ error: [{ code: 'grant-not-open' }] });
  });

  it('ends what waits and what is in force, for anybody of that side, and once', async () => {
    for (const found of [waiting, grant, { ...grant, granter: 'registry-2' }])
      expect(await step(found).revoke(registrar, whose, 'g1')).toEqual(ok({ id: 'g1' }));
    expect(await step(ended).revoke(registrar, whose, 'g1')).toMatchObject({ error: [{ code: 'grant-not-open' }] });
  });
});
