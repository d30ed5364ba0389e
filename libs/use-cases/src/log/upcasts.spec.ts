import type { Policy } from '@cellrelay/shipment';
import { currentVersionOf, upcastData } from './upcasts.js';

describe('old versions of events', () => {
  it('are at their first version unless something has changed', () => expect(currentVersionOf('DonorCleared')).toBe(1));

  it('are lifted to today’s', () => {
    const lifted = upcastData('PolicyPinned', 1, { policy: { version: 'default-1' } });
    expect(lifted).toMatchObject({ policy: { version: 'default-1' } });
  });

  it('know nothing of a checklist, a dose or a part of a bag', () => {
    expect(upcastData('ProductReceived', 1, { boxCelsius: 4 })).toEqual({ boxCelsius: 4, country: null, answers: [] });
    expect(upcastData('InfusionStarted', 1, { last: true })).toEqual({ last: true, volumeInfusedMl: null, dose: null });
  });

  it('are pinned policies with today’s follow-up and telling rules', () => {
    const lifted = upcastData('PolicyPinned', 1, { policy: {} }) as { policy: Policy };
    expect(lifted.policy.partnerToldMinutes.value).toBe(1440);
    expect([...new Set(lifted.policy.followUp.value.questions.map(({ day }) => day))]).toEqual([28, 42, 100]);
    expect(lifted.policy.receiptChecklists.value.map(({ country }) => country)).toEqual(['*', 'CN', 'US', 'FR']);
  });

  it('are left alone when they are today’s', () => {
    const data = { policy: { version: 'x' } };
    expect(upcastData('PolicyPinned', currentVersionOf('PolicyPinned'), data)).toBe(data);
  });

  it.each([0, 99, 1.5])('are refused when nobody knows them: version %d', (version) => {
    expect(() => upcastData('DonorCleared', version, {})).toThrow('is not known to this release');
  });
});
