import type { ShipmentId } from '@cellrelay/kernel';
import type { Acting } from '../people/acting.js';
import { collected, counted, openedTrip, tripId, withSeats, type Trip } from '../questions/example-trip.js';
import { unitCharged, unitOrdered } from '../questions/example-unit.js';
import { collectedAgain, handedOver, withCourier } from '../questions/example-way.js';
import type { EnteredFacts } from './entered-facts.js';
import { acting, entered, named } from './example-holders.js';
import { PaperMaking } from './making-papers.js';
import { pocketView, type PocketView } from './pocket-views.js';
import { ShipmentPocket } from './shipment-pocket.js';

const flying = () => withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
const packed = () => handedOver(counted(collected(flying()), 2000));
function pocketOf(trip: Trip, facts: EnteredFacts = entered): ShipmentPocket {
  const shipment = named(trip);
  return new ShipmentPocket({
    shipments: { load: (id: ShipmentId) => Promise.resolve(id === tripId ? shipment : null) },
    making: new PaperMaking({
      entered: { of: () => Promise.resolve(facts) },
      rules: { verdicts: () => Promise.resolve([]) },
      readings: () => Promise.resolve(null),
    }),
    clock: { now: () => Promise.resolve('2026-11-24T08:00:00.000Z' as never) },
  });
}

const operator = acting('operator');
const company = acting('courier-company');

async function pocket(trip: Trip, who = company, facts = entered): Promise<PocketView> {
  const told = await pocketOf(trip, facts).of(who, tripId);
  if (!told.ok) throw new Error(told.error.code);
  expect(pocketView.parse(told.value)).toEqual(told.value);
  return told.value;
}

const codesIn = ({ codes }: PocketView) => codes.map(({ of, kind, text }) => [of, kind, text]);
const lacks = ({ missing }: PocketView) => missing.map(({ fact }) => fact);
const languagesIn = ({ officer }: PocketView) => officer.map(({ language, at }) => [language, at]);

describe('codes to check', () => {
  it('are those of each bag and the number of the box, as bar codes hold them', async () => {
    const told = await pocket(packed());
    expect(codesIn(told)).toEqual([
      ['bag 1', 'din', '=G12349865432100'],
      ['bag 1', 'product', '=<S1128VA0'],
      ['box', 'box', 'BX-7'],
    ]);
    expect(told.codes.map(({ human }) => human)).toEqual(['G1234 98 654321 00 H', 'S1128VA0', 'BX-7']);
    expect(lacks(told)).toEqual([]);
  });

  it('are those of both days, and those that there are while a second day may follow', async () => {
    const short = counted(collected(flying()), 1000);
    const [one, both] = [await pocket(short), await pocket(collectedAgain(counted(collected(flying()), 1000)))];
    expect(codesIn(one).map(([of, kind]) => `${of} ${kind}`)).toEqual(['bag 1 din', 'bag 1 product']);
    expect(lacks(one)).toEqual(['more-bags', 'box']);
    expect(codesIn(both)).toEqual([
      ['bag 1', 'din', '=G12349865432100'],
      ['bag 1', 'product', '=<S1128VA0'],
      ['bag 2', 'din', '=G12349865432900'],
      ['bag 2', 'product', '=<S1128VA0'],
    ]);
    expect(lacks(both)).toEqual(['box']);
  });

  it('say what is not known yet', async () => {
    const before = await pocket(openedTrip(), operator, {});
    expect([before.codes, lacks(before)]).toEqual([[], ['bags', 'box', 'courier', 'hotline']]);
    const unit = await pocket(unitCharged(unitOrdered()), operator);
    expect(codesIn(unit).map(([, kind]) => kind)).toEqual(['din', 'product']);
  });
});

describe('what is shown to officers', () => {
  it('is in the languages of the airports on the way, with English beside it', async () => {
    const told = await pocket(packed());
    expect(languagesIn(told)).toEqual([
      ['zh-Hans', ['Beijing']],
      ['en', ['Chicago', 'Houston']],
    ]);
    const [chinese] = told.officer;
    expect(chinese).toMatchObject({ name: '简体中文', reviewed: true });
    expect(chinese?.sentences).toEqual(
      expect.arrayContaining([
        {
          ...{ to: 'security', about: 'security.no-xray', at: ['Beijing'] },
          ...{ english: 'Do not pass the box through an X-ray machine.', text: '请勿将箱子通过X射线设备。' },
        },
        expect.objectContaining({
          about: 'emergency.call',
          text: '遇到任何困难，请随时拨打+49 30 5550100（24小时）。',
        }),
        expect.objectContaining({
          about: 'security.request',
          english: expect.stringContaining('carried by C. Example'),
        }),
        expect.objectContaining({ about: 'label.use-by', text: '使用期限：2026年11月26日 12:00 (UTC+8)' }),
      ]),
    );
  });

  it('names no fact that is not known', async () => {
    const told = await pocket(openedTrip(), operator, {});
    const about = told.officer.flatMap(({ sentences }) => sentences.map((each) => each.about));
    expect(about).toContain('security.banner');
    for (const unknown of ['security.request', 'emergency.call']) expect(about).not.toContain(unknown);
  });
});

describe('what is carried in a phone', () => {
  it('is for whoever packs and carries, and sentences for whoever carries alone', async () => {
    const kinds = async (who: Acting) => {
      const told = await pocketOf(packed()).of(who, tripId);
      return told.ok ? [told.value.codes.length, told.value.officer.length] : told.error.code;
    };
    expect(await kinds(operator)).toEqual([3, 2]);
    expect(await kinds(company)).toEqual([3, 2]);
    expect(await kinds(acting('collection-centre'))).toEqual([3, 0]);
    expect(await kinds(acting('collection-centre', 'laboratory'))).toEqual([3, 0]);
    expect(await kinds(acting('collection-centre', 'physician'))).toBe('not-yours-to-do');
    expect(await kinds(acting('transplant-centre'))).toBe('not-yours-to-do');
    expect(await kinds(acting('registry'))).toBe('no-such-shipment');
  });

  it('tells neither who donor and recipient are nor which centres take part', async () => {
    const told = JSON.stringify(await pocket(packed(), operator));
    expect(told).toContain('BX-7');
    for (const secret of ['6939', 'R1', 'Centre', 'Registry', '5550177', '"O', 'weight'])
      expect(told).not.toContain(secret);
  });

  it('is there for nobody of a shipment that is not', async () => {
    const none = '22222222-2222-4222-8222-222222222222' as ShipmentId;
    expect(await pocketOf(packed()).of(operator, none)).toMatchObject({
      ok: false,
      error: { code: 'no-such-shipment' },
    });
  });
});
