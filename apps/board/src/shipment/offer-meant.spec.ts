import { offerMeant } from './offer-meant.js';

const offers = [
  { command: 'RebookLeg', label: 'Book the fallback', prefill: { leg: 0 } },
  { command: 'RebookLeg', label: 'Book another', prefill: { leg: 0 } },
];
const standing = { id: 'seats-refused/1#1', status: 'raised' as const, offers };

describe('the form that a message leads to', () => {
  it('is what the alert offers first under that command', () =>
    expect(offerMeant([standing], standing.id, 'RebookLeg')).toBe(offers[0]));

  it.each([
    ['has ended', [{ ...standing, status: 'resolved' as const }], standing.id, 'RebookLeg'],
    ['does not offer it', [standing], standing.id, 'ClearDonor'],
    ['is another', [standing], 'seats-refused/1#2', 'RebookLeg'],
  ])('is none where the alert %s', (_, alerts, alert, command) =>
    expect(offerMeant(alerts, alert, command)).toBeUndefined(),
  );
});
