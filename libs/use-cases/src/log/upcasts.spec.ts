import { currentVersionOf, upcastData } from './upcasts.js';

describe('old versions of events', () => {
  it('are at their first version unless something has changed', () => expect(currentVersionOf('DonorCleared')).toBe(1));

  it('are lifted to today’s', () => {
    const lifted = upcastData('PolicyPinned', 1, { policy: { version: 'default-1' } });
    expect(lifted).toMatchObject({ policy: { version: 'default-1' } });
  });

  it('are left alone when they are today’s', () => {
    const data = { policy: { version: 'x' } };
    expect(upcastData('PolicyPinned', currentVersionOf('PolicyPinned'), data)).toBe(data);
  });

  it.each([0, 99, 1.5])('are refused when nobody knows them: version %d', (version) => {
    expect(() => upcastData('DonorCleared', version, {})).toThrow('is not known to this release');
  });
});

describe('what was recorded before it was asked for', () => {
  const person = { name: 'Courier One', company: 'Example', phone: '+1 555 0100' };
  const asked = { poolId: null, basedIn: null, restUntil: null, alsoOn: [] };
  const lifted: [type: string, before: object, after: object][] = [
    ['CourierNominated', { courier: person, substitute: person }, { courier: { ...person, ...asked } }],
    ['SubstituteSent', { reason: 'ill', nextSubstitute: null }, { reason: 'ill', nextSubstitute: null }],
    ['SubstituteSent', { reason: 'ill', nextSubstitute: person }, { nextSubstitute: { ...person, ...asked } }],
    [
      'CourierFit',
      { trainedUntil: '2027-01-01', visas: [{ country: 'US', standing: 'held' }] },
      { visas: [{ country: 'US', standing: 'held', until: null }], lastJourneyEndedAt: null },
    ],
    ['BoxPacked', { box: 'B', seal: 'S' }, { box: 'B', validatedHoldHours: null, checks: [], shortHold: null }],
    ['HandedOverToCourier', { seal: 'S' }, { seal: 'S', sealDiffersReason: null, checks: [] }],
    ['DeliveredToCentre', { seal: 'S' }, { seal: 'S', sealDiffersReason: null, checks: [] }],
  ];
  it.each(lifted)('%s shows as not stated', (type, before, after) => {
    expect(currentVersionOf(type)).toBe(2);
    expect(upcastData(type, 1, before)).toMatchObject(after);
  });

  it('and a policy gains the settings of its time', () => {
    const { policy } = upcastData('PolicyPinned', 1, { policy: { version: 'x' } }) as { policy: object };
    expect(policy).toMatchObject({ positioningDays: { value: { overseas: 2 } }, boxContingencyHours: { value: 12 } });
  });
});
