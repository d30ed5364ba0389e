import { instantOf, mustBe, zoneOf } from '@cellrelay/kernel';
import { exampleCodes, exampleTag } from '@cellrelay/testkit';
import { boxLabel, boxLabelFacts, tieTag, tieTagFacts, type LabelSource } from '../index.js';

const moment = (at: string, zone: string) => ({ at: instantOf(at)!, zone: zoneOf(zone)! });
const bag = {
  din: 'A999926123456',
  productCode: 'S1128V00',
  volumeMl: 248,
  collectedAt: moment('2026-11-27T06:40:00Z', 'Asia/Shanghai'),
  useBy: moment('2026-11-30T06:40:00Z', 'America/Chicago'),
  recipient: 'R1',
  counts: null,
};
const source: LabelSource = {
  reference: 'EXAMPLE-7K2M',
  example: true,
  band: { fromCelsius: 2, toCelsius: 8 },
  bags: [bag, { ...bag, productCode: 'S1128VA0', useBy: moment('2026-11-30T05:00:00Z', 'America/Chicago') }],
  box: {
    number: 'EXAMPLE-BOX-17',
    logger: 'EXAMPLE-L-2203',
    seal: 'EXAMPLE-SEAL-17',
    holdHours: null,
    closedAt: moment('2026-11-27T09:05:00Z', 'Asia/Shanghai'),
  },
  donorGrid: '6939XYZ000123456731',
  donorBloodGroup: 'O+',
  issuer: { name: 'EXAMPLE registry', city: 'Berlin', lines: [] },
  hotline: '+49 30 5550100',
  courier: { name: 'EXAMPLE Courier', company: 'EXAMPLE Couriers', phone: '+49 151 5550100' },
};

describe('what labels take of a plan’s facts', () => {
  it('makes a tag for each bag, that expires by the clock of where it was collected', () => {
    const [first, second] = tieTagFacts(source);
    expect(first).toEqual({
      ...exampleTag,
      reference: 'EXAMPLE-7K2M-T1',
      recipient: 'EXAMPLE-7K2M/R1',
      additives: undefined,
      expiresAt: moment('2026-11-30T06:40:00Z', 'Asia/Shanghai'),
    });
    expect(mustBe(tieTag(second!, exampleCodes, 'en')).reference).toBe('EXAMPLE-7K2M-T2');
  });

  it('makes the label of the box, by which the first of its bags expires, and whom to call', () => {
    const facts = boxLabelFacts(source, null);
    expect(facts).toMatchObject({
      expiresAt: moment('2026-11-30T05:00:00Z', 'Asia/Shanghai'),
      box: 'EXAMPLE-BOX-17',
      statement: null,
    });
    expect(facts.bags).toHaveLength(2);
    expect(facts.contacts).toEqual([
      { role: 'coordinator', organisation: 'EXAMPLE registry', telephone: '+49 30 5550100' },
      { role: 'courier', organisation: null, telephone: '+49 151 5550100' },
    ]);
    expect(boxLabel(facts, exampleCodes, 'zh-Hans').ok).toBe(true);
  });

  it('leaves what is missing to be told by the label', () => {
    const { reference, example, band } = source;
    expect(tieTagFacts({ reference, example, band })).toEqual([]);
    const made = boxLabel(boxLabelFacts({ reference, example, band }, null), exampleCodes, 'en');
    expect(made.ok ? [] : made.error.missing.map(({ fact }) => fact)).toEqual([
      ...['packedAt', 'expiresAt', 'bags', 'coordinator'],
    ]);
    const strange = tieTagFacts({
      ...source,
      donorGrid: '6939XYZ000123456732',
      bags: [{ ...bag, din: 'X', productCode: 'Y' }],
    });
    expect(strange[0]).toMatchObject({ din: null, productCode: null, grid: null });
  });

  it.each([
    ['AB-', { abo: 'AB', rh: '-' }],
    ['A−', { abo: 'A', rh: '-' }],
    ['unknown', null],
    [undefined, null],
  ])('reads %s as the blood group %j', (donorBloodGroup, bloodGroup) => {
    expect(tieTagFacts({ ...source, donorBloodGroup })[0]?.bloodGroup).toEqual(bloodGroup);
  });
});
