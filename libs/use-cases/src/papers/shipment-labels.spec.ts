import { ok, type ShipmentId } from '@cellrelay/kernel';
import type { Label } from '@cellrelay/paperwork';
import { exampleCodes } from '@cellrelay/testkit';
import type { LabelRun } from '../documents/label-press.port.js';
import type { Acting } from '../people/acting.js';
import { collected, counted, openedTrip, tripId, withSeats, type Trip } from '../questions/example-trip.js';
import { unitCharged, unitOrdered } from '../questions/example-unit.js';
import { handedOver, withCourier } from '../questions/example-way.js';
import type { EnteredFacts } from './entered-facts.js';
import { acting, entered, named } from './example-holders.js';
import { labelsView } from './label-views.js';
import { ShipmentLabels, type LabelsAsked } from './shipment-labels.js';

const packed = () =>
  handedOver(counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000));
interface Given {
  readonly trip?: Trip;
  readonly codes?: typeof exampleCodes;
  readonly entered?: EnteredFacts;
}

function labelsOf({ trip = packed(), codes = exampleCodes, entered: facts = entered }: Given = {}) {
  const runs: (readonly [readonly Label[], LabelRun])[] = [];
  const shipment = named(trip);
  const labels = new ShipmentLabels({
    shipments: { load: (id: ShipmentId) => Promise.resolve(id === tripId ? shipment : null) },
    entered: { of: () => Promise.resolve(facts) },
    codes: { standing: () => Promise.resolve(codes) },
    press: {
      print: (printed, run) => {
        runs.push([printed, run]);
        return Promise.resolve(ok(new Uint8Array([1])));
      },
    },
    clock: { now: () => Promise.resolve('2026-11-24T08:00:00.000Z' as never) },
  });
  return { labels, runs };
}

const asked = (more: Partial<LabelsAsked> = {}): LabelsAsked => ({
  ...{ which: 'tie-tags', reference: undefined, language: 'en', stock: 'roll-100x50', dpi: 300, ...more },
});
const operator = acting('operator');
const told = async (given: Given, who = operator) => {
  const view = await labelsOf(given).labels.of(who, tripId);
  if (!view.ok) return view.error.code;
  expect(labelsView.parse(view.value)).toEqual(view.value);
  return view.value.items.map(({ which, reference, missing }) => [which, reference, missing.map(({ fact }) => fact)]);
};

describe('labels of a shipment', () => {
  it('are a tag for each bag and one for the box, once all that they say is known', async () => {
    expect(await told({})).toEqual([
      ['tie-tags', 'CR-26-0412-T1', []],
      ['box', 'CR-26-0412-B1', []],
    ]);
  });

  it('are tags from the day of collection on, whether or not it is settled what travels', async () => {
    expect(await told({ trip: collected(openedTrip()) })).toEqual([
      ['tie-tags', 'CR-26-0412-T1', []],
      ['box', 'CR-26-0412-B1', ['packedAt', 'expiresAt', 'bags']],
    ]);
  });

  it('say what is missing, and where it is entered', async () => {
    expect(await told({ codes: { products: [], bloodGroups: [] }, entered: {} })).toEqual([
      ['tie-tags', 'CR-26-0412-T1', ['product']],
      ['box', 'CR-26-0412-B1', ['product', 'coordinator']],
    ]);
    expect(await told({ trip: openedTrip() })).toEqual([
      ['tie-tags', 'CR-26-0412-T', ['bags']],
      ['box', 'CR-26-0412-B1', ['packedAt', 'expiresAt', 'bags']],
    ]);
    expect(await told({ trip: unitCharged(unitOrdered()) })).toEqual([
      ['tie-tags', 'CR-26-0412-T', ['unit']],
      ['box', 'CR-26-0412-B1', ['packedAt', 'product']],
    ]);
  });

  it('are for whoever puts them on, and tags for nobody who only carries', async () => {
    const kinds = async (who: Acting) => {
      const items = await told({}, who);
      return typeof items === 'string' ? items : items.map(([which]) => which);
    };
    expect(await kinds(acting('collection-centre'))).toEqual(['tie-tags', 'box']);
    expect(await kinds(acting('collection-centre', 'laboratory'))).toEqual(['tie-tags', 'box']);
    expect(await kinds(acting('courier-company'))).toEqual(['box']);
    expect(await kinds(acting('collection-centre', 'physician'))).toBe('not-yours-to-do');
    expect(await kinds(acting('transplant-centre'))).toBe('not-yours-to-do');
    expect(await kinds(acting('registry'))).toBe('no-such-shipment');
  });

  it('tell nobody on the way where the cells come from or go, nor who the donor is', async () => {
    const { labels, runs } = labelsOf();
    for (const who of [operator, acting('courier-company')])
      await labels.pdf(who, tripId, asked({ which: 'box', stock: 'roll-100x150', language: 'zh-Hans' }));
    for (const [[label]] of runs) {
      const text = JSON.stringify(label);
      expect(text).toContain('+49 30 5550100');
      for (const side of ['5550177', 'Houston', 'Beijing', 'Centre', '6939XYZ', 'R1', '-06:00', 'UTC−6'])
        expect(text).not.toContain(side);
    }
    // What the wall withholds from who carries the box is not on their label either; its numbers they read off it.
    const [[whole], [shared]] = runs.map(([printed]) => JSON.stringify(printed)).map((text) => [text]) as [
      [string],
      [string],
    ];
    for (const line of ['BX-7', 'LG-31', '+1 713 555 0100']) expect(whole).toContain(line);
    for (const line of ['BX-7', 'LG-31']) expect(shared).toContain(line);
    expect(shared).not.toContain('+1 713 555 0100');
    expect(shared).not.toContain('withheld');
  });

  it('are printed all, or one by its reference', async () => {
    const { labels, runs } = labelsOf();
    expect(await labels.pdf(operator, tripId, asked({ reference: 'CR-26-0412-T1' }))).toMatchObject({ ok: true });
    expect(await labels.pdf(operator, tripId, asked())).toMatchObject({ ok: true });
    expect(runs.map(([printed, run]) => [printed.map(({ reference }) => reference), run])).toEqual(
      Array.from({ length: 2 }, () => [
        ['CR-26-0412-T1'],
        { stock: 'roll-100x50', dpi: 300, madeAt: '2026-11-24T08:00:00.000Z' },
      ]),
    );
  });

  const noSuch = { code: 'no-such-label', at: '/label', allowed: ['CR-26-0412-T1'] };
  it.each<[string, Acting, Partial<LabelsAsked>, object]>([
    ['of a bag that there is not', operator, { reference: 'CR-26-0412-T9' }, noSuch],
    ['of a bag by the reference of the box', operator, { reference: 'CR-26-0412-B1' }, noSuch],
    [
      'in a language that nobody has read over',
      operator,
      { language: 'ja' },
      { code: 'label-not-in-language', at: '/language' },
    ],
    ['of the bags for who carries the box', acting('courier-company'), {}, { code: 'not-yours-to-do', at: '/which' }],
    ['for the patient’s side', acting('transplant-centre'), { which: 'box' }, { code: 'not-yours-to-do' }],
  ])('are not printed %s', async (_, who, more, error) => {
    const { labels, runs } = labelsOf();
    expect(await labels.pdf(who, tripId, asked(more))).toMatchObject({ ok: false, error });
    expect(runs).toEqual([]);
  });

  it('are not printed with a gap: what is missing is the answer', async () => {
    const { labels, runs } = labelsOf({ codes: { ...exampleCodes, products: [] } });
    const refused = await labels.pdf(operator, tripId, asked());
    expect(refused).toMatchObject({ ok: false, error: { code: 'label-not-made' } });
    expect(refused.ok ? '' : refused.error.sentence).toMatch(/^CR-26-0412-T1 is not made\. .*\(Codes on labels\)$/);
    expect(runs).toEqual([]);
  });

  it('are there for nobody of a shipment that is not', async () => {
    const { labels } = labelsOf();
    const none = '22222222-2222-4222-8222-222222222222' as ShipmentId;
    expect(await labels.of(operator, none)).toMatchObject({ ok: false, error: { code: 'no-such-shipment' } });
    expect(await labels.pdf(operator, none, asked())).toMatchObject({ ok: false, error: { code: 'no-such-shipment' } });
  });
});
