import { defaultPolicy } from '@cellrelay/shipment';
import type { ShipmentId } from '@cellrelay/kernel';
import type { Airports } from '../ports.js';
import { parseCommandBody, type WireContext } from './parse-command-body.js';

const known: Record<string, [string, string, string]> = {
  PEK: ['Asia/Shanghai', 'Beijing', 'CN'],
  IAH: ['America/Chicago', 'Houston', 'US'],
  ORD: ['America/Chicago', 'Chicago', 'US'],
};
const airports: Airports = {
  find: (iata) => {
    const found = known[iata];
    return found === undefined ? undefined : { iata, zone: found[0], city: found[1], country: found[2] };
  },
};
const context: WireContext = {
  shipment: '11111111-1111-4111-8111-111111111111' as ShipmentId,
  airports,
  policy: defaultPolicy,
};
const inBeijing = (local: string) => ({ local, zone: 'Asia/Shanghai' });

function refusals(name: string, body: unknown, bags?: readonly string[]) {
  const read = parseCommandBody(name, body, bags === undefined ? context : { ...context, bags });
  if (read.ok) throw new Error('expected a refusal');
  return read.error;
}
const codes = (name: string, body: unknown) => refusals(name, body).map(({ code, at }) => `${code} ${at ?? ''}`.trim());

describe('a body becomes a command in the core’s own terms', () => {
  it('resolves a local time by its zone', () => {
    const read = parseCommandBody('ClearDonor', { clearedAt: inBeijing('2026-11-23T08:00') }, context);
    const clearedAt = { at: '2026-11-23T00:00:00.000Z', zone: 'Asia/Shanghai' };
    expect(read).toEqual({ ok: true, value: { name: 'ClearDonor', data: { clearedAt } } });
  });

  it('stores identifiers as they are compared, however they were typed', () => {
    const read = parseCommandBody(
      'EndCollection',
      {
        day: 1,
        endedAt: inBeijing('2026-11-23T12:00'),
        din: 'g1234 98 654321 00 H',
        bags: [{ productCode: 's1128VA0', volumeMl: 180, recipient: 'R1' }],
      },
      context,
    );
    expect(read).toMatchObject({
      ok: true,
      value: { data: { din: 'G123498654321', bags: [{ productCode: 'S1128VA0' }] } },
    });
  });

  it('reads a flight in the clocks of its two airports', () => {
    const flight = {
      designator: 'ua0088',
      from: 'pek',
      to: 'IAH',
      departsLocal: '2026-11-24T12:00',
      arrivesLocal: '2026-11-24T13:00',
    };
    const read = parseCommandBody('ProposePlan', { plan: 1, legs: [{ flight }], groundMinutesAfter: 90 }, context);
    expect(read).toMatchObject({
      ok: true,
      value: {
        data: {
          lateReason: null,
          legs: [
            {
              fallback: null,
              flight: {
                designator: 'UA 88',
                from: { iata: 'PEK', city: 'Beijing' },
                departsAt: { at: '2026-11-24T04:00:00.000Z', zone: 'Asia/Shanghai' },
                arrivesAt: { at: '2026-11-24T19:00:00.000Z', zone: 'America/Chicago' },
              },
            },
          ],
        },
      },
    });
  });

  it('opens a shipment under the id of its address and the policy of the site', () => {
    const site = (name: string, city: string, zone: string) => ({ name, city, zone });
    const read = parseCommandBody(
      'OpenShipment',
      {
        reference: 'CR-26-0412',
        parties: {
          donorRegistry: site('Registry North', 'Beijing', 'Asia/Shanghai'),
          patientRegistry: site('Registry South', 'Minneapolis', 'America/Chicago'),
          collectionCentre: site('Centre A', 'Beijing', 'Asia/Shanghai'),
          transplantCentre: site('Centre B', 'Houston', 'America/Chicago'),
        },
        product: 'HPC-A',
        minCelsius: 2,
        maxCelsius: 8,
        donorGrid: '6939 XYZ0 0012 3456 731',
        recipients: [{ ref: 'R1', weightKg: 70, doses: [{ metric: 'CD34', per: 'kg', requested: 5, minimum: 2 }] }],
        collectionDays: ['2026-11-23', '2026-11-24'],
        collectionStartsAtClock: '08:00',
        receiptToInfusionMinutes: 240,
      },
      context,
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        data: {
          shipment: context.shipment,
          policy: { version: 'default-1' },
          donorGrid: '6939XYZ000123456731',
          example: false,
        },
      },
    });
  });
});

describe('a faulty body is refused with every fault and its field', () => {
  it('asks for the zone of a local time', () => {
    expect(codes('ClearDonor', { clearedAt: { local: '2026-11-23T08:00' } })).toEqual(['zone-missing /clearedAt/zone']);
    expect(codes('ClearDonor', { clearedAt: { local: '2026-11-23T08:00', zone: '' } })).toEqual([
      'zone-missing /clearedAt/zone',
    ]);
    expect(codes('ClearDonor', { clearedAt: '2026-11-23T08:00' })).toEqual(['zone-missing /clearedAt']);
    expect(codes('ClearDonor', { clearedAt: 'now' })).toEqual(['wrong-type /clearedAt']);
  });

  it('takes no offset for a zone, and no zone that there is not', () => {
    expect(codes('ClearDonor', { clearedAt: { local: '2026-11-23T08:00', zone: '+08:00' } })).toEqual([
      'zone-unknown /clearedAt/zone',
    ]);
    expect(codes('ClearDonor', { clearedAt: { local: '2026-11-23T08:00', zone: 'Asia/Pekin' } })).toEqual([
      'zone-unknown /clearedAt/zone',
    ]);
  });

  it.each([
    [
      'an unknown zone',
      { local: '2026-03-08T02:30', zone: 'Beijing' },
      'zone-unknown',
      ['an IANA time zone, such as Asia/Shanghai'],
    ],
    ['no zone', { local: '2026-03-08T02:30' }, 'zone-missing', ['an IANA time zone, such as Asia/Shanghai']],
    ['no time', { local: 'noon', zone: 'UTC' }, 'local-time-malformed', ['YYYY-MM-DDThh:mm, such as 2026-11-23T08:00']],
  ])('says what is allowed with %s', (_, clearedAt, code, allowed) =>
    expect(refusals('ClearDonor', { clearedAt })[0]).toMatchObject({ code, allowed }),
  );

  it('says what is allowed where an order has no zone, and where a courier has no telephone number', () => {
    const site = { name: 'EXAMPLE', city: 'Beijing' };
    expect(refusals('OpenShipment', { parties: { collectionCentre: site } })).toContainEqual({
      code: 'field-missing',
      sentence: expect.stringContaining('is missing.') as string,
      at: '/parties/collectionCentre/zone',
      allowed: ['an IANA time zone, such as Asia/Shanghai'],
    });
    expect(refusals('NominateCourier', { courier: { name: 'C', company: 'EXAMPLE', phone: '555' } })).toContainEqual({
      code: 'malformed',
      sentence: 'Telephone must be written as +86 10 5555 0100, with the country code.',
      at: '/courier/phone',
      allowed: ['+86 10 5555 0100, with the country code'],
    });
  });

  it('asks a skipped local time back with both readings', () => {
    const [skipped] = refusals('ClearDonor', { clearedAt: { local: '2026-03-08T02:30', zone: 'America/Chicago' } });
    expect(skipped).toMatchObject({
      code: 'local-time-skipped',
      at: '/clearedAt',
      allowed: ['2026-03-08T01:30-06:00', '2026-03-08T03:30-05:00'],
    });
  });

  it('asks a repeated local time back with both offsets, and takes either', () => {
    const twice = { local: '2026-11-01T01:30', zone: 'America/Chicago' };
    expect(refusals('ClearDonor', { clearedAt: twice })[0]).toMatchObject({
      code: 'local-time-repeated',
      allowed: ['-05:00', '-06:00'],
    });
    expect(parseCommandBody('ClearDonor', { clearedAt: { ...twice, offset: '-06:00' } }, context)).toMatchObject({
      value: { data: { clearedAt: { at: '2026-11-01T07:30:00.000Z' } } },
    });
    expect(codes('ClearDonor', { clearedAt: { ...twice, offset: '+08:00' } })).toEqual([
      'offset-does-not-fit /clearedAt',
    ]);
  });

  it('names the airport that it does not know, beside every other fault', () => {
    const flight = { designator: 'UA', from: 'QQQ', to: 'Houston', departsLocal: '2026-11-24T12:00', arrivesLocal: '' };
    const found = refusals('ProposePlan', { plan: 3, legs: [{ flight }], groundMinutesAfter: -1, colour: 'red' });
    expect(found.map(({ code, at }) => [code, at])).toEqual([
      ['not-one-of', '/plan'],
      ['flight-designator-length', '/legs/0/flight/designator'],
      ['unknown-airport', '/legs/0/flight/from'],
      ['airport-code-length', '/legs/0/flight/to'],
      ['out-of-range', '/groundMinutesAfter'],
      ['unknown-field', '/colour'],
    ]);
    expect(found[2]?.sentence).toContain('QQQ');
  });

  it('points at the flight’s own field when its local time is skipped', () => {
    const flight = {
      designator: 'UA 1',
      from: 'ORD',
      to: 'IAH',
      departsLocal: '2026-03-08T02:30',
      arrivesLocal: 'noon',
    };
    expect(codes('ProposePlan', { plan: 1, legs: [{ flight }], groundMinutesAfter: 90 })).toEqual([
      'local-time-skipped /legs/0/flight/departsLocal',
      'local-time-malformed /legs/0/flight/arrivesLocal',
    ]);
  });

  it('refuses a typed DIN without or with a wrong check character, and says which form is expected', () => {
    const body = (din: string) => ({
      day: 1,
      endedAt: inBeijing('2026-11-23T12:00'),
      din,
      bags: [{ productCode: 'S1128VA0', volumeMl: 180, recipient: 'R1' }],
    });
    expect(refusals('EndCollection', body('G1234 98 654321'))[0]).toMatchObject({
      code: 'din-check-character-missing',
      at: '/din',
    });
    const [wrong] = refusals('EndCollection', body('G1234 98 654312 00 H'));
    expect(wrong).toMatchObject({ code: 'din-check-character-wrong', at: '/din' });
    expect(wrong?.allowed?.[0]).toContain('13 characters');
    expect(wrong?.sentence).not.toContain('654312');
  });

  it('refuses a product code whose division stands on another label, because the bag could not be told from its twin', () => {
    const bags = [{ productCode: 'S1128V99', volumeMl: 180, recipient: 'R1' }];
    expect(
      codes('EndCollection', { day: 1, endedAt: inBeijing('2026-11-23T12:00'), din: 'G1234 98 654321 00 H', bags }),
    ).toEqual(['product-divisions-code-product-divisions-missing /bags/0/productCode']);
  });

  it('tells a mistyped bag with the positions that differ from the record', () => {
    const body = { bag: 'G1234 98 654312 00 H/S1128VA0', startedAt: inBeijing('2026-11-25T12:00'), how: 'infusion' };
    const [told] = refusals('StartInfusion', body, ['G123498654321/S1128VA0']);
    expect(told).toMatchObject({ code: 'din-check-character-wrong', at: '/bag' });
    expect(told?.sentence).toContain('positions 12, 13');
    expect(refusals('StartInfusion', body)[0]?.sentence).not.toContain('on record');
  });

  it('refuses negative and absurd counts with the bound', () => {
    const count = (cd34PerUl: unknown) => ({
      day: 1,
      countedAt: inBeijing('2026-11-23T14:00'),
      bags: [{ bag: 'G123498654321/S1128VA0', cd34PerUl, volumeMl: 180 }],
    });
    expect(refusals('RecordCellCount', count(-1))[0]).toMatchObject({
      code: 'out-of-range',
      at: '/bags/0/cd34PerUl',
      allowed: ['at least 0'],
    });
    expect(codes('RecordCellCount', count(1e9))).toEqual(['out-of-range /bags/0/cd34PerUl']);
    expect(codes('RecordCellCount', count('many'))).toEqual(['wrong-type /bags/0/cd34PerUl']);
    expect(codes('RecordCellCount', count(Number.NaN))).toEqual(['wrong-type /bags/0/cd34PerUl']);
  });

  it('refuses what is missing, empty, too long or no object', () => {
    expect(codes('SuspendDonor', {})).toEqual(['field-missing /suspendedAt', 'field-missing /reason']);
    const at = inBeijing('2026-11-23T08:00');
    expect(codes('SuspendDonor', { suspendedAt: at, reason: '  ' })).toEqual(['text-missing /reason']);
    expect(codes('SuspendDonor', { suspendedAt: at, reason: 'x'.repeat(1001) })).toEqual(['text-too-long /reason']);
    expect(codes('SuspendDonor', [1])).toEqual(['wrong-type']);
    expect(codes('SuspendDonor', null)).toEqual(['wrong-type']);
  });

  it('writes JSON pointers for names that hold strokes and tildes', () => {
    expect(codes('ClearDonor', { clearedAt: inBeijing('2026-11-23T08:00'), 'a/b~c': 1 })).toEqual([
      'unknown-field /a~1b~0c',
    ]);
  });

  it('refuses commands that there are not, and those that only the system issues', () => {
    expect(refusals('DropTable', {})[0]).toMatchObject({ code: 'unknown-command' });
    expect(refusals('toString', {})[0]).toMatchObject({ code: 'unknown-command' });
    const [system] = refusals('ConfirmPlan', { plan: 1 });
    expect(system?.code).toBe('command-not-for-people');
    expect(system?.allowed).toContain('DecideOnCount');
    expect(system?.allowed).not.toContain('ConfirmPlan');
  });
});

describe('a correction', () => {
  const correction = (body: unknown, command = 'ClearDonor') => ({
    ...{ fact: 3, command, body },
    ...{ reason: 'misread', evidence: 'letter' },
  });

  it('holds the body of the command that it corrects, read as that command’s own', () => {
    const read = parseCommandBody('CorrectFact', correction({ clearedAt: inBeijing('2026-11-23T08:00') }), context);
    const clearedAt = { at: '2026-11-23T00:00:00.000Z', zone: 'Asia/Shanghai' };
    const corrected = { name: 'ClearDonor', data: { clearedAt } };
    expect(read).toEqual({
      ok: true,
      value: { name: 'CorrectFact', data: { fact: 3, corrected, reason: 'misread', evidence: 'letter' } },
    });
  });

  it('points into that body where it is faulty', () => {
    expect(codes('CorrectFact', correction({ clearedAt: { local: '2026-11-23T08:00' }, day: 1 }))).toEqual([
      'zone-missing /body/clearedAt/zone',
      'unknown-field /body/day',
    ]);
  });

  it('is of a command that records facts: no other is one of those allowed', () => {
    expect(codes('CorrectFact', correction({}, 'ProposePlan'))).toEqual(['not-one-of /command']);
    expect(codes('CorrectFact', correction({}, 'CorrectFact'))).toEqual(['not-one-of /command']);
    expect(codes('CorrectFact', correction('text'))).toEqual(['wrong-type /body']);
  });
});
