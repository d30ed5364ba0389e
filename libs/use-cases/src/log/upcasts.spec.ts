import { currentVersionOf, upcastData } from './upcasts.js';

describe('old versions of events', () => {
  it('are at their first version unless something has changed', () => expect(currentVersionOf('DonorCleared')).toBe(1));

  it('are lifted to today’s', () => {
    const lifted = upcastData('PolicyPinned', 1, { policy: { version: 'default-1' } });
    expect(lifted).toMatchObject({ policy: { version: 'default-1' } });
  });

  it('get the settings that policies have gained since, as they stood when they came', () => {
    const lifted = upcastData('PolicyPinned', 1, { policy: { version: 'default-1', permitLapseNoticeDays: 'own' } });
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

  it('are left alone when they are today’s', () => {
    const data = { policy: { version: 'x' } };
    expect(upcastData('PolicyPinned', currentVersionOf('PolicyPinned'), data)).toBe(data);
  });

  it.each([0, 99, 1.5])('are refused when nobody knows them: version %d', (version) => {
    expect(() => upcastData('DonorCleared', version, {})).toThrow('is not known to this release');
  });
});
