import type { Policy } from '@cellrelay/shipment';
import { currentVersionOf, upcastData } from './upcasts.js';

describe('old versions of events', () => {
  it('are at their first version unless something has changed', () => expect(currentVersionOf('DonorCleared')).toBe(1));

  it('are lifted to today’s: a policy with the settings, marks and limits that came later', () => {
    const clock = {
      product: 'HPC-A',
      minCelsius: 2,
      maxCelsius: 8,
      targetMinutes: 2880,
      limitMinutes: 4320,
      source: 'S7',
    };
    const registries = [
      { ion: '4364', floor: { cd34PerKgE6: 2, comparison: 'above' }, ceilingCd34PerKgE6: null, source: 'S1' },
      { ion: '6939', floor: null, ceilingCd34PerKgE6: 5, source: 'S2' },
    ];
    const lifted = upcastData('PolicyPinned', 1, { policy: { version: 'default-1', clocks: [clock], registries } });
    expect(lifted).toMatchObject({
      policy: {
        version: 'default-1',
        clocks: [{ ...clock, mark: 'site' }],
        thermalDefaults: { value: [{ product: 'HPC-A', minCelsius: 2, maxCelsius: 8 }] },
        registries: [
          { ion: '4364', offers: null, limits: [{ kind: 'floor', metric: 'CD34', perKg: 2, comparison: 'above' }] },
          { ion: '6939', limits: [{ kind: 'ceiling', product: 'HPC-A', perKg: 5 }], mostMarrowMlPerDonorKg: null },
        ],
      },
    });
  });

  it('are lifted to today’s: doses of the one metric that there was', () => {
    const recipient = { ref: 'R1', weightKg: 62, requestedCd34PerKgE6: 5, minimumCd34PerKgE6: 2 };
    const dose = { metric: 'CD34', per: 'kg', requested: 5, minimum: 2 };
    expect(upcastData('ShipmentOpened', 1, { product: 'HPC-A', recipients: [recipient] })).toEqual({
      product: 'HPC-A',
      unit: null,
      donorWeightKg: null,
      donorBloodGroup: null,
      recipients: [{ ref: 'R1', weightKg: 62, weightBasis: 'actual', doses: [dose], bloodGroup: null }],
    });
    expect(upcastData('RequestAboveCeilingMarked', 1, { ceilingCd34PerKgE6: 5, recipients: ['R1'] })).toEqual({
      metric: 'CD34',
      ceilingPerKg: 5,
      recipients: ['R1'],
    });
    expect(upcastData('RequestBelowFloorWarned', 1, { floorCd34PerKgE6: 2, recipients: ['R1'] })).toEqual({
      metric: 'CD34',
      floorPerKg: 2,
      recipients: ['R1'],
    });
  });

  it('are lifted to today’s: a decision on the count was about everybody', () => {
    const first = { decision: 'accept-less', role: 'transplant-physician', reason: 'agreed', warnings: [] };
    expect(upcastData('CountDecided', 1, first)).toEqual({ ...first, confirmedBy: null, recipients: null });
  });

  it.each(['CellsCounted', 'CellCountCorrected'])('are lifted to today’s: the figures of %s', (type) => {
    const verdict = { recipient: 'R1', dosePerKgE6: 4, requestedPerKgE6: 5, minimumPerKgE6: 2 };
    const judged = { meetsRequest: false, meetsMinimum: true };
    const others = { meetsRegistryFloor: true, aboveRegistryCeiling: false };
    const first = {
      day: 1,
      bags: [{ bag: 'a', volumeMl: 210, cd34PerUl: 1074 }],
      verdicts: [{ ...verdict, ...judged, ...others }],
    };
    expect(upcastData(type, 1, first)).toEqual({
      day: 1,
      bags: [{ bag: 'a', volumeMl: 210, cd34PerUl: 1074, wbcE9PerL: null, cd3PerUl: null }],
      verdicts: [
        {
          ...{ recipient: 'R1', ...judged, ...others },
          doses: [{ metric: 'CD34', per: 'kg', dose: 4, requested: 5, minimum: 2, ...judged }],
        },
      ],
    });
  });

  it('get the settings that policies have gained since, as they stood when they came', () => {
    const policy = { version: 'default-1', clocks: [], registries: [], permitLapseNoticeDays: 'own' };
    const lifted = upcastData('PolicyPinned', 1, { policy });
    expect(lifted).toMatchObject({
      policy: {
        transitRequests: { value: { otherwise: 'ask' }, mark: 'G' },
        checkpointAnswers: { value: { countries: { US: 'on-arrival' } } },
        permitLapseNoticeDays: 'own',
        workingDayCalendars: [{ year: 2024 }, { year: 2025 }, { year: 2026 }],
      },
    });
  });

  it('know a permit’s end and a checkpoint’s kind, which they did not say', () => {
    expect(upcastData('CustomsGranted', 1, { request: 'CN-export-PEK', permit: 'P' })).toEqual({
      request: 'CN-export-PEK',
      permit: 'P',
      validUntil: null,
    });
    const checkpoints = [{ leg: 0 }, { leg: 1 }];
    expect(upcastData('CheckpointsCovered', 1, { checkpoints })).toEqual({
      checkpoints: [
        { leg: 0, kind: 'departure', answer: 'in-advance' },
        { leg: 1, kind: 'transfer', answer: 'in-advance' },
      ],
    });
  });

  it('know nothing of a checklist, a dose or a part of a bag', () => {
    expect(upcastData('ProductReceived', 1, { boxCelsius: 4 })).toEqual({
      ...{ boxCelsius: 4, country: null },
      ...{ answers: [], asked: [] },
    });
    expect(upcastData('InfusionStarted', 1, { last: true })).toEqual({ last: true, volumeInfusedMl: null, dose: null });
  });

  it('are pinned policies with today’s follow-up and telling rules', () => {
    const lifted = upcastData('PolicyPinned', 1, { policy: { clocks: [], registries: [] } }) as { policy: Policy };
    expect(lifted.policy.partnerToldMinutes.value).toBe(1440);
    expect([...new Set(lifted.policy.followUp.value.questions.map(({ day }) => day))]).toEqual([28, 42, 100]);
    expect(lifted.policy.receiptChecklists.value.map(({ country }) => country)).toEqual(['*', 'CN', 'US', 'FR']);
  });

  it.each([
    ['PolicyPinned', 3],
    ['PolicyAdopted', 2],
  ])('are asked nothing of that was not watched then: %s of version %d', (type, version) => {
    const { policy } = upcastData(type, version, { policy: { version: 'x' } }) as { policy: Policy };
    expect(policy.groundMinutesToAirport.value).toBeNull();
    expect(policy.marrowAdvisories.value).toBe('none');
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
  const asked = { poolId: null, basedIn: null, restUntil: null, alsoOn: [], papers: null };
  const lifted: [type: string, before: object, after: object][] = [
    ['CourierNominated', { courier: person, substitute: person }, { courier: { ...person, ...asked } }],
    ['SubstituteSent', { reason: 'ill', nextSubstitute: null }, { reason: 'ill', nextSubstitute: null }],
    ['SubstituteSent', { reason: 'ill', nextSubstitute: person }, { nextSubstitute: { ...person, ...asked } }],
    [
      'CourierFit',
      { trainedUntil: '2027-01-01', visas: [{ country: 'US', standing: 'held' }] },
      { visas: [{ country: 'US', standing: 'held', until: null }], lastJourneyEndedAt: null },
    ],
    ['RelayPlanned', { courier: person }, { courier: { ...person, poolId: null, papers: null } }],
    ['BoxPacked', { box: 'B', seal: 'S' }, { box: 'B', validatedHoldHours: null, checks: [], shortHold: null }],
    ['HandedOverToCourier', { seal: 'S' }, { seal: 'S', sealDiffersReason: null, checks: [] }],
    ['DeliveredToCentre', { seal: 'S' }, { seal: 'S', sealDiffersReason: null, checks: [] }],
  ];
  it.each(lifted)('%s shows as not stated', (type, before, after) => {
    expect(currentVersionOf(type)).toBe(2);
    expect(upcastData(type, 1, before)).toMatchObject(after);
  });

  it('and a policy gains the settings of its time', () => {
    const { policy } = upcastData('PolicyPinned', 1, {
      policy: { version: 'x', clocks: [], registries: [] },
    }) as { policy: object };
    expect(policy).toMatchObject({ positioningDays: { value: { overseas: 2 } }, boxContingencyHours: { value: 12 } });
  });
});
